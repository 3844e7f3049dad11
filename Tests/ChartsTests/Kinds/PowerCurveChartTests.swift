import Testing

@testable import Charts

@Suite("Power curves")
struct PowerCurveChartTests {
    private func chart(_ count: Int) -> PowerCurveChart {
        let curves = (1...count).map { index in
            PowerCurveChart.Curve(
                label: "\(index) points",
                points: [
                    .init(items: 100, power: 0.1), .init(items: 1000, power: 0.8), .init(items: 10_000, power: 1),
                ],
                itemsNeeded: 1000, presentPower: 0.45)
        }
        return PowerCurveChart(text: ChartText(title: ""), curves: curves, presentItems: 300)
    }

    private func words(_ chart: PowerCurveChart) throws -> [String] {
        texts(of: try Drawing(chart, theme: .light, size: .medium).scene).map(\.block.string)
    }

    @Test("The dot of the items needed stands on the line of the power wished for, on its curve")
    func dot() throws {
        let scene = try Drawing(chart(1), theme: .light, size: .medium).scene
        let shapes = scene.elements.compactMap { element -> Shape? in
            guard case .shape(let shape) = element else { return nil }
            return shape
        }
        let curve = shapes.compactMap { shape -> [Point]? in
            guard case .lines(let lines) = shape.geometry, lines.count == 1, lines[0].count == 3 else { return nil }
            return lines[0]
        }
        // The key's dot stands above the plot.
        let dots = shapes.compactMap { shape -> Point? in
            guard case .circle(let centre, _) = shape.geometry, shape.stroke == nil else { return nil }
            return centre
        }
        let dot = try #require(dots.last)
        #expect(curve.count == 1 && abs(curve[0][1].x - dot.x) < 0.01 && abs(curve[0][1].y - dot.y) < 0.01)
    }

    @Test("Items needed are written above the plot; a curve that does not come so far is named at its end without them")
    func labels() throws {
        #expect(try words(chart(1)).contains("1 points: 1\u{2009}000 items"))
        var open = chart(1)
        open.curves[0].itemsNeeded = nil
        #expect(try words(open).contains("1 points"))
        #expect(try !words(open).contains { $0.hasPrefix("items needed") })
    }

    @Test("Beyond eight curves the drawing says how many stand in the table alone")
    func cap() throws {
        #expect(try words(chart(9)).contains("1 more difference stands in the table."))
        #expect(try words(chart(11)).contains("3 more differences stand in the table."))
        #expect(try !words(chart(8)).contains { $0.hasSuffix("the table.") })
        #expect(chart(11).table.rows.count == 11)
    }

    @Test("A number of items that a logarithmic axis cannot show is refused with its place", arguments: [0, -1, .nan])
    func refused(items: Double) throws {
        var chart = chart(2)
        chart.curves[1].points[0].items = items
        do {
            _ = try Drawing(chart, theme: .light, size: .medium)
            Issue.record("drawn")
        } catch let problem as ChartProblem {
            #expect(problem.field == "curves[1].points[0].items")
        }
    }
}
