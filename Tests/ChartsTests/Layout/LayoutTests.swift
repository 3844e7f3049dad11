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
        let scene = try scene(chart, place)
        let page = Rectangle(x: 0, y: 0, width: scene.width, height: scene.height)
        let texts = texts(of: scene)
        for text in texts {
            #expect(page.contains(text.inkBox, tolerance: 0.6), "‘\(text.block.string)’ leaves the page")
        }
        for (index, first) in texts.enumerated() {
            for second in texts[(index + 1)...] where first.inkBox.overlaps(second.inkBox, tolerance: 0.3) {
                Issue.record("‘\(first.block.string)’ overlaps ‘\(second.block.string)’")
            }
        }
        for box in scene.elements.compactMap(bounds) {
            #expect(page.contains(box, tolerance: 0.6), "a mark leaves the page")
        }
    }

    /// Where a shape's outline lies; nil for text.
    private func bounds(of element: SceneElement) -> Rectangle? {
        guard case .shape(let shape) = element else { return nil }
        let points: [Point]
        switch shape.geometry {
        case .rectangle(let box, _): return box
        case .circle(let centre, let radius), .leftHalfDisc(let centre, let radius):
            return Rectangle(x: centre.x - radius, y: centre.y - radius, width: 2 * radius, height: 2 * radius)
        case .polygon(let corners): points = corners
        case .lines(let lines): points = lines.flatMap { $0 }
        }
        guard let first = points.first else { return nil }
        let left = points.map(\.x).min() ?? first.x
        let top = points.map(\.y).min() ?? first.y
        let right = points.map(\.x).max() ?? first.x
        let bottom = points.map(\.y).max() ?? first.y
        return Rectangle(x: left, y: top, width: right - left, height: bottom - top)
    }
}

/// The texts of a scene that have ink.
func texts(of scene: Scene) -> [PlacedText] {
    scene.elements.compactMap { element in
        guard case .text(let text) = element, !text.block.string.isEmpty else { return nil }
        return text
    }
}
