import Foundation
import Testing

@testable import Charts

@Suite("Sixty models and forty benchmarks")
struct ManyRowsTests {
    private let setter = TextSetter(families: FontCheck.families)
    private func context(_ size: ChartSize) -> LayoutContext {
        LayoutContext(theme: .light, size: size, setter: setter)
    }

    private func scene(_ specimen: Specimen, _ size: ChartSize) throws -> Scene {
        try Drawing(specimen.chart(.many), theme: .light, size: size).scene
    }

    @Test(
        "drawings of rows stay within a few screens of a phone",
        arguments: ["leaderboard", "verdicts", "strips", "gap", "critical-difference", "heat-map"])
    func heights(name: String) throws {
        let specimen = try #require(Specimen.all.first { $0.name == name })
        #expect(try scene(specimen, .narrow).height <= 2450)
        #expect(try scene(specimen, .medium).height <= 1600)
    }

    @Test("a narrow table stacks few rows and keeps many beside their plots, verdicts as marks alone")
    func dense() {
        let context = context(.narrow)
        func table(_ count: Int) -> RowTable {
            let blocks = (0..<count).map { _ in context.number("70.0") }
            return RowTable(
                labels: (0..<count).map { "Qwen2.5-VL-\($0)B" }, labelIndent: 0,
                columns: [
                    .init(heading: "%", blocks: blocks, role: .ink),
                    .init(
                        heading: "interval", blocks: (0..<count).map { _ in context.number("[66.0, 74.0]") },
                        role: .muted),
                    .init(
                        heading: "verdict", blocks: (0..<count).map { _ in context.block("inconclusive") }, role: .ink,
                        verdicts: (0..<count).map { _ in .inconclusive }),
                ], lanesWidth: 0, left: 12, right: 348, context: context)
        }
        #expect(table(RowTable.mostStackedRows).isStacked)
        let many = table(RowTable.mostStackedRows + 1)
        #expect(!many.isStacked && many.isDense)
        #expect(many.columns.map(\.heading) == ["%", ""])
        #expect(many.columns.last?.verdicts.isEmpty == false)
    }

    @Test("columns of shades break into blocks of whole fives that hold each column once")
    func shadeBlocks() {
        let grid = ShadeGrid(
            labels: ["HuatuoGPT-Vision-34B-v2"], labelIndent: 16, columnCount: 43, meanWidth: 30, left: 12, right: 348,
            context: context(.narrow))
        #expect(grid.blocks.count > 1)
        #expect(grid.blocks.flatMap { Array($0) } == Array(0..<43))
        #expect(grid.blocks.dropLast().allSatisfy { $0.count % 5 == 0 })
        #expect(grid.span((grid.blocks.first?.count ?? 1) - 1).upperBound <= 348)
    }

    @Test("cells of one colour are one shape, and neighbours one line of it")
    func shadeCells() throws {
        let context = context(.medium)
        var cells = ShadeCells(height: 10, context: context)
        let (red, blue) = (Colour(hex: 0xFF0000), Colour(hex: 0x0000FF))
        cells.add(red, span: 0...10, top: 0)
        cells.add(red, span: 10...20, top: 0)
        cells.add(blue, span: 20...30, top: 0)
        cells.add(red, span: 0...10, top: 10)
        var frame = try Frame(text: ChartText(title: ""), context: context)
        cells.draw(in: &frame)
        let shapes = frame.scene.elements.compactMap { element -> Shape? in
            if case .shape(let shape) = element { shape } else { nil }
        }
        #expect(shapes.count == 2)
        #expect(shapes.first?.geometry == .lines([[Point(0, 5), Point(20, 5)], [Point(0, 15), Point(10, 15)]]))
    }

    @Test("differences far below a point are drawn faint")
    func faintDifferences() {
        let ramp = DivergingRamp(values: [0.0001, -0.0002], page: Colour(hex: 0xFFFFFF), isDark: false)
        #expect(ramp.limit == 0.01)
        #expect(ramp.steppedColour(of: 0) == ramp.colour(at: 0))
    }

    @Test("pairs that are statistically significant are outlined together")
    func outline() throws {
        let specimen = try #require(Specimen.all.first { $0.name == "paired-matrix" })
        let shapes = try scene(specimen, .medium).elements.compactMap { element -> Shape? in
            if case .shape(let shape) = element { shape } else { nil }
        }
        // Labels' marks and key aside, few shapes remain of 3,540 cells.
        #expect(shapes.count < 300)
    }
}
