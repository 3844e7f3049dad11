import Testing

@testable import Charts

@Suite("Gap scatter")
struct GapScatterTests {
    private func chart(_ pairs: [(Double, Double)]) -> GapScatterChart {
        GapScatterChart(
            text: ChartText(title: "t"),
            points: pairs.enumerated().map { .init(label: "m\($0)", x: .init($1.0), y: .init($1.1)) },
            axisTitle: "accuracy")
    }

    @Test("Rows go by the difference, the greatest first, without a claim of an interval")
    func order() {
        let table = chart([(0.5, 0.5), (0.7, 0.4), (0.3, 0.6)]).table
        #expect(table.rows.map { $0[0] } == ["m1", "m0", "m2"])
        #expect(table.rows.map { $0[4] } == ["+30.0", "0.0", "\u{2212}30.0"])
    }

    @Test("Equal values meet on the diagonal of a square", arguments: [ChartSize.narrow, .medium, .wide])
    func diagonal(size: ChartSize) throws {
        let scene = try Drawing(
            chart([(0.11, 0.11), (0.52, 0.52), (0.93, 0.93), (0.4, 0.2)]), theme: .light, size: size
        ).scene
        let triangle = scene.elements.compactMap { element -> [Point]? in
            guard case .shape(let shape) = element, case .polygon(let points) = shape.geometry, points.count == 3 else {
                return nil
            }
            return points
        }
        let corners = try #require(triangle.first)
        #expect(abs((corners[1].x - corners[0].x) - (corners[0].y - corners[1].y)) < 1e-9)
        let centres = scene.targets.map(\.box.centre)
        for centre in centres.prefix(3) {
            #expect(abs((centre.x - corners[0].x) - (corners[0].y - centre.y)) < 1e-6)
        }
        #expect(centres[3].x - corners[0].x > corners[0].y - centres[3].y)
    }

    @Test("Numbers that are not finite are refused with their place")
    func notFinite() {
        var chart = chart([(0.5, 0.5), (0.7, 0.4)])
        chart.points[1].y.upper = .nan
        #expect(throws: ChartProblem.self) { try Drawing(chart, theme: .light, size: .medium) }
    }

    @Test("The hull has the corners and neither inner points nor points on its edges")
    func hull() {
        let points = [Point(0, 0), Point(4, 0), Point(4, 4), Point(0, 4), Point(2, 2), Point(2, 0), Point(1, 3)]
        #expect(Set(Hull.corners(of: points)) == [0, 1, 2, 3])
        #expect(Hull.corners(of: [Point(1, 1)]) == [0])
        #expect(Set(Hull.corners(of: [Point(1, 1), Point(1, 1), Point(1, 1)])).isSubset(of: [0, 1, 2]))
    }

    @Test("Crosses are named in the key, and where only differences have intervals a word says so")
    func intervals() throws {
        func words(_ chart: GapScatterChart) throws -> [String] {
            texts(of: try Drawing(chart, theme: .light, size: .medium).scene).map(\.block.string)
        }
        let remark = "The intervals are those of the gap; the points are drawn without."
        var some = chart([(0.7, 0.4), (0.6, 0.5)])
        #expect(try !words(some).contains { $0 == remark || $0 == "interval of each" })
        for index in some.points.indices { some.points[index].difference = .init(0.2, lower: 0.1, upper: 0.3) }
        #expect(try words(some).contains(remark))
        (some.points[0].x.lower, some.points[0].x.upper) = (0.65, 0.75)
        let both = try words(some)
        #expect(both.contains("interval of each") && !both.contains(remark))
    }
}
