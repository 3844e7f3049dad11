import Testing

@testable import Charts

@Suite("Threshold curves")
struct ThresholdCurveChartTests {
    private let chart = ThresholdCurveChart(
        text: ChartText(title: ""),
        bounds: [
            .init(label: "a", lower: 0.6, upper: 0.8), .init(label: "b", lower: 0.5, upper: 0.5),
            .init(label: "c", lower: 0, upper: 1),
        ], threshold: .init(value: 0.7, label: "use"), axisTitle: "threshold")

    @Test(
        "A row passes up to its lower bound, fails above its upper bound, and is inconclusive between",
        arguments: [
            (0, 3, 0, 0), (0.5, 2, 1, 0), (0.51, 1, 1, 1), (0.6, 1, 1, 1), (0.61, 0, 2, 1), (0.8, 0, 2, 1),
            (0.81, 0, 1, 2),
            (1, 0, 1, 2),
        ] as [(Double, Int, Int, Int)])
    func counts(threshold: Double, pass: Int, inconclusive: Int, fail: Int) {
        #expect(chart.counts(at: threshold) == .init(pass: pass, inconclusive: inconclusive, fail: fail))
    }

    @Test("The table has a row for each threshold at which a verdict changes, and the last one is 100%")
    func table() {
        #expect(chart.table.rows.map { $0[0] } == ["up to 50.0%", "up to 60.0%", "up to 80.0%", "up to 100.0%"])
        #expect(chart.table.rows[1] == ["up to 60.0%", "1", "1", "1"])
    }

    @Test("The areas leave nothing of the plot uncovered and do not overlap")
    func areas() throws {
        let scene = try Drawing(chart, theme: .light, size: .medium).scene
        let polygons = scene.elements.compactMap { element -> [Point]? in
            guard case .shape(let shape) = element, case .polygon(let points) = shape.geometry else { return nil }
            return points
        }
        let sizes = polygons.map { points in
            abs(zip(points, points.dropFirst() + points.prefix(1)).reduce(0) { $0 + $1.0.x * $1.1.y - $1.1.x * $1.0.y })
                / 2
        }
        let corners = polygons.flatMap { $0 }
        let width = (corners.map(\.x).max() ?? 0) - (corners.map(\.x).min() ?? 0)
        let height = (corners.map(\.y).max() ?? 0) - (corners.map(\.y).min() ?? 0)
        #expect(polygons.count == 3)
        #expect(abs(sizes.reduce(0, +) - width * height) < 1)
        // Passing: one third of the plot up to 0.6 and another one up to 0.5.
        #expect(abs(sizes[0] / (width * height) - (0.6 + 0.5) / 3) < 1e-3)
    }

    @Test("Bounds that are not finite are refused with their place")
    func notFinite() {
        var chart = chart
        chart.bounds[1].upper = .infinity
        #expect(throws: ChartProblem.self) { try Drawing(chart, theme: .light, size: .medium) }
    }
}
