/// Names beside the ends of lines, in a column right of the plot, with a thin leader where a name had to move.
struct LineEndNames {
    struct Name {
        var block: TextBlock
        /// The end of the line; its y is where the name would like to stand.
        var end: Point
        var colour: Colour
        /// Whether a leader may join the end and its name.
        var hasLeader: Bool
    }

    private(set) var names: [Name] = []
    /// The widest name allowed.
    let widest: Double

    init(widest: Double) { self.widest = widest }

    mutating func add(_ block: TextBlock, end: Point, colour: Colour, hasLeader: Bool = true) {
        names.append(Name(block: block, end: end, colour: colour, hasLeader: hasLeader))
    }

    /// The room right of the plot for some names.
    static func width(_ blocks: [TextBlock], context: LayoutContext) -> Double {
        blocks.isEmpty ? 0 : (blocks.map(\.width).max() ?? 0) + context.em * 1.3
    }

    /// Sets the names right of `plotRight`, between `top` and `bottom`.
    ///
    /// - Parameter radius: Of the marks at the ends of the lines.
    /// - Returns: The leaders.
    func draw(plotRight: Double, top: Double, bottom: Double, radius: Double, in frame: inout Frame) -> [[Point]] {
        guard !names.isEmpty else { return [] }
        let context = frame.context
        let em = context.em
        let middles = EndLabels.middles(
            wishes: names.map(\.end.y), heights: names.map { $0.block.height + em * 0.1 },
            bounds: top...max(top, bottom))
        let isMoved = zip(names, middles).contains { $0.hasLeader && Self.moves($0, to: $1, em: em) }
        let left = plotRight + em * (isMoved ? 1.2 : 0.5)
        var leaders: [[Point]] = []
        for (name, middle) in zip(names, middles) {
            let isFar = Self.moves(name, to: middle, em: em) || left - name.end.x > em * 2.4
            if name.hasLeader, isFar {
                let start = Point(name.end.x + radius * 1.5, name.end.y)
                let turn = Point(max(start.x, plotRight + em * 0.1), name.end.y)
                leaders.append([start, turn, Point(left - em * 0.25, middle)])
            }
            frame.add(name.block, x: left, middle: middle, colour: name.colour)
        }
        guard !leaders.isEmpty else { return [] }
        frame.scene.add(
            Shape(
                geometry: .lines(leaders), stroke: context.theme[.axis].mixed(with: context.theme.page, share: 0.25),
                strokeWidth: context.theme.hairlineWidth))
        return leaders
    }

    private static func moves(_ name: Name, to middle: Double, em: Double) -> Bool {
        abs(middle - name.end.y) > em * 0.35
    }
}
