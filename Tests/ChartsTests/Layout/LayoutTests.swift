import Testing

@testable import Charts

/// What must hold for each drawing, whatever the data and the width.
@Suite("Layout")
struct LayoutTests {
    struct Place: Sendable, CustomTestStringConvertible {
        var theme: Theme
        var size: ChartSize
        var testDescription: String { "\(theme.name) \(Int(size.width))" }
    }

    static let places =
        [ChartSize(width: 280, unit: .pixel), .narrow, .medium, .wide].map { Place(theme: .light, size: $0) }
        + [ChartSize.Paper.icmlColumn, .neurips, .naturePage].map { Place(theme: .print, size: $0.size) }

    @Test("Leaderboards of any length stay inside the page without overlaps", arguments: places, [1, 2, 12, 60])
    func leaderboard(place: Place, rowCount: Int) throws {
        for seed in 0..<4 {
            try check(Samples.leaderboard(seed: UInt64(seed), rowCount: rowCount), place)
        }
    }

    @Test(
        "Heat maps of any shape stay inside the page without overlaps", arguments: places,
        [(1, 1), (10, 7), (3, 25), (40, 2)])
    func heatMap(place: Place, shape: (Int, Int)) throws {
        for seed in 0..<4 {
            try check(Samples.heatMap(seed: UInt64(seed), rowCount: shape.0, columnCount: shape.1), place)
        }
    }

    @Test("Dumbbells of any length stay inside the page without overlaps", arguments: places, [1, 2, 12, 60])
    func dumbbell(place: Place, rowCount: Int) throws {
        for seed in 0..<4 {
            try check(Samples.dumbbell(seed: UInt64(seed), rowCount: rowCount), place)
        }
    }

    @Test("Hostile labels stay inside the page without overlaps", arguments: places)
    func hostile(place: Place) throws {
        try check(Samples.leaderboard(seed: 3, rowCount: 20, names: Samples.hostile), place)
        try check(Samples.heatMap(seed: 2, rowCount: 13, columnCount: 6, names: Samples.hostile), place)
        try check(Samples.dumbbell(seed: 2, rowCount: 20, names: Samples.hostile), place)
    }

    @Test("A page too narrow for any layout is refused")
    func tooNarrow() {
        #expect(throws: ChartProblem.self) {
            try scene(
                Samples.dumbbell(seed: 1, rowCount: 2), Place(theme: .light, size: .init(width: 150, unit: .pixel)))
        }
    }

    @Test("Layouts differ by width and not by scale")
    func relayout() throws {
        let chart = Samples.leaderboard(seed: 1, rowCount: 5, names: ["HuatuoGPT-Vision-32B"])
        let narrow = try scene(chart, Place(theme: .light, size: .narrow))
        let wide = try scene(chart, Place(theme: .light, size: .wide))
        #expect(narrow.height > wide.height)
        // The title alone may be set smaller, so that it stays within two lines.
        let sizes = { (scene: Scene) in Set(texts(of: scene).map(\.block.style.size).filter { $0 <= 13 }) }
        #expect(sizes(narrow) == sizes(wide))
    }

    @Test("Words can be left to a caption")
    func caption() throws {
        var theme = Theme.print
        theme.showsWords = false
        let scene = try scene(
            Samples.dumbbell(seed: 1, rowCount: 3), Place(theme: theme, size: ChartSize.Paper.neurips.size))
        #expect(!texts(of: scene).contains { $0.block.string.hasPrefix("No model") })
        #expect(scene.text.title.hasPrefix("No model"))
    }

    private func scene(_ chart: some Chart, _ place: Place) throws -> Scene {
        let setter = TextSetter(families: place.theme.fontFamilies)
        return try chart.layout(in: LayoutContext(theme: place.theme, size: place.size, setter: setter))
    }

    private func check(_ chart: some Chart, _ place: Place) throws {
        for fault in LayoutFaults(try scene(chart, place)).all { Issue.record("\(fault)") }
    }
}
