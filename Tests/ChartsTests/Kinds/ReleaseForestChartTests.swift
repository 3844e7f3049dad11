import Testing

@testable import Charts

@Suite("Release forest")
struct ReleaseForestChartTests {
    private let chart = ReleaseForestChart(
        text: ChartText(title: ""),
        rows: [
            .init(label: "reasoning"),
            .init(
                label: "SLAKE", level: 1, difference: .init(-0.04, lower: -0.06, upper: -0.02), change: .regressed,
                flips: .init(lost: 1300, gained: 22)),
        ],
        overall: .init(label: "Overall", difference: .init(0.01, lower: -0.03, upper: 0.05), change: .inconclusive),
        margin: 0.01, axisTitle: "difference in accuracy")

    @Test("A row says difference, interval, verdict and flips")
    func words() {
        #expect(
            chart.words(of: chart.rows[1])
                == "\u{2212}4.0 [\u{2212}6.0, \u{2212}2.0], regressed, "
                + "1\u{2009}300 items right to wrong, 22 wrong to right")
    }

    @Test("Headings of blocks are no targets, rows and the overall row are")
    func targets() throws {
        let scene = try Drawing(chart, theme: .light, size: .medium).scene
        #expect(scene.targets.map { $0.label.prefix(5) } == ["SLAKE", "Overa"])
    }

    @Test("The diamond of the overall row is as wide as its interval")
    func diamond() throws {
        let scene = try Drawing(chart, theme: .light, size: .wide).scene
        let boxes = scene.elements.compactMap { element -> Rectangle? in
            guard case .shape(let shape) = element, case .polygon(let corners) = shape.geometry, corners.count == 4
            else { return nil }
            return LayoutFaults.bounds(of: element)
        }
        let lines = scene.elements.compactMap { element -> Rectangle? in
            guard case .shape(let shape) = element, shape.stroke == Theme.light[.fail], case .lines = shape.geometry
            else { return nil }
            return LayoutFaults.bounds(of: element)
        }
        // 8 points beside an interval of 4 points on the same axis.
        let (diamond, line) = (try #require(boxes.first), try #require(lines.first))
        #expect(abs(diamond.width / line.width - 2) < 0.01)
    }

    @Test("Marks of change differ in shape")
    func marks() {
        let shapes = ChangeMark.allCases.map {
            ChangeShapes.shapes($0, at: Point(0, 0), radius: 5, colour: Theme.light[.ink]).map(\.geometry)
        }
        #expect(Set(shapes).count == ChangeMark.allCases.count)
    }

    @Test("Without a shared item there is a note")
    func nothing() throws {
        let empty = ReleaseForestChart(text: ChartText(title: ""), rows: [.init(label: "reasoning")], axisTitle: "")
        let scene = try Drawing(empty, theme: .light, size: .medium).scene
        #expect(texts(of: scene).contains { $0.block.string.contains("share no items") })
    }
}
