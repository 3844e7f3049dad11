import Testing

@testable import Charts

@Suite("Calibration")
struct CalibrationChartTests {
    private let chart = CalibrationChart(
        text: ChartText(title: ""),
        bins: [
            .init(range: 0...0.5, confidence: 0.3, accuracy: 0.25, lower: 0.2, upper: 0.3, count: 40),
            .init(range: 0.5...0.8, confidence: 0.7, accuracy: 0.5, count: 0),
            .init(range: 0.8...1, confidence: 0.9, accuracy: 0.6, lower: 0.55, upper: 0.65, count: 1600),
        ],
        coverage: [.init(coverage: 0.5, accuracy: 0.8), .init(coverage: 1, accuracy: 0.6)],
        scores: [.init(name: "Brier score", value: 0.21, lower: 0.2, upper: 0.22, format: .score)])

    @Test("Bins without items are in the table but not drawn")
    func empty() throws {
        let scene = try Drawing(chart, theme: .light, size: .medium).scene
        #expect(scene.targets.filter { $0.label.hasPrefix("confidence") }.count == 2)
        #expect(chart.table.rows.count == 3 + 2 + 1)
    }

    @Test(
        "The reliability plot is square, so that the diagonal rises by 45°",
        arguments: [ChartSize.narrow, .medium, .wide])
    func square(size: ChartSize) throws {
        let scene = try Drawing(chart, theme: .light, size: size).scene
        let diagonals = scene.elements.compactMap { element -> Rectangle? in
            guard case .shape(let shape) = element, !shape.dash.isEmpty else { return nil }
            return LayoutFaults.bounds(of: element)
        }
        let diagonal = try #require(diagonals.first)
        #expect(abs(diagonal.width - diagonal.height) <= 1)
    }

    @Test("The second plot stands beside the first where there is room, else below")
    func places() throws {
        for (size, isBeside) in [(ChartSize.wide, true), (.narrow, false)] {
            let targets = try Drawing(chart, theme: .light, size: size).scene.targets
            let bin = try #require(targets.first { $0.label.hasPrefix("confidence") })
            let point = try #require(targets.first { $0.label.hasPrefix("coverage") })
            #expect((point.y < bin.y + bin.height) == isBeside)
        }
    }

    @Test("Without a stated confidence there is a note")
    func nothing() throws {
        let scene = try Drawing(
            CalibrationChart(text: ChartText(title: ""), bins: []), theme: .light, size: .medium
        ).scene
        #expect(texts(of: scene).contains { $0.block.string.contains("states no confidence") })
    }
}
