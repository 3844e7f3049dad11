/// Labels above vertical lines, in tiers, so that no label touches another one or a line that is not its own.
struct LineLabels {
    /// A vertical line and its words.
    struct Line {
        var position: Double
        var word: String
        /// Whether the line is drawn thin and unbroken.
        var isFaint = false
        /// The colour of the words.
        var role = ColourRole.ink
        /// Where the line ends; nil for the lower end of the plot.
        var end: Double?
    }

    private struct Placed {
        var block: TextBlock
        var source: Line
        var line: Double
        /// Left end of the label.
        var x: Double
        /// 0 stands nearest to the plot.
        var tier: Int

        var right: Double { x + block.width }
    }

    private let placed: [Placed]
    private let tierHeight: Double

    /// Where the first label begins.
    var left: Double { placed.map(\.x).min() ?? 0 }
    var height: Double { Double((placed.map(\.tier).max() ?? -1) + 1) * tierHeight }

    /// Nil where the labels do not fit; they then belong into the key.
    ///
    /// Tried in turn: labels centred on their lines; a staircase of labels that end at their lines, each above all
    /// that it would touch on its left; its mirror image. In a staircase no line crosses a label by construction.
    ///
    /// - Parameters:
    ///   - lines: Positions and words.
    ///   - bounds: Between which the labels must stay.
    init?(lines: [(position: Double, word: String)], bounds: ClosedRange<Double>, context: LayoutContext) {
        self.init(lines.map { Line(position: $0.position, word: $0.word) }, bounds: bounds, context: context)
    }

    /// As above, with lines of two ranks.
    init?(_ lines: [Line], bounds: ClosedRange<Double>, context: LayoutContext) {
        let gap = context.em * 0.4
        tierHeight = context.lineHeight(\.small) + context.em * 0.15
        let sorted = lines.sorted { $0.position < $1.position }.map {
            ($0, context.block($0.word, size: \.small))
        }
        guard sorted.allSatisfy({ $0.1.width <= bounds.upperBound - bounds.lowerBound }) else { return nil }
        let centred = sorted.map { line, block in
            let centre = line.position - block.width / 2
            let x = min(max(centre, bounds.lowerBound), bounds.upperBound - block.width)
            return Placed(block: block, source: line, line: line.position, x: x, tier: 0)
        }
        let isApart = zip(centred, centred.dropFirst()).allSatisfy { first, second in
            first.right + gap <= min(second.x, second.line) && first.line + gap <= second.x
        }
        let leftwards = Self.staircase(
            sorted.map { Placed(block: $1, source: $0, line: $0.position, x: $0.position - $1.width, tier: 0) }
        ) { $0.right + gap > $1.x }
        let rightwards = Self.staircase(
            sorted.reversed().map { Placed(block: $1, source: $0, line: $0.position, x: $0.position, tier: 0) }
        ) { $0.x < $1.right + gap }
        func fits(_ labels: [Placed]) -> Bool {
            labels.allSatisfy { $0.x >= bounds.lowerBound && $0.right <= bounds.upperBound && $0.tier < 5 }
        }
        if isApart {
            placed = centred
        } else if fits(leftwards) {
            placed = leftwards
        } else if fits(rightwards) {
            placed = rightwards
        } else {
            return nil
        }
    }

    /// Lifts each label above all earlier ones that it touches.
    private static func staircase(_ labels: [Placed], touches: (Placed, Placed) -> Bool) -> [Placed] {
        labels.reduce(into: []) { result, label in
            var label = label
            label.tier = (result.filter { touches($0, label) }.map(\.tier).max() ?? -1) + 1
            result.append(label)
        }
    }

    /// Sets the labels above `bottom` and draws each line from its label through the spans.
    ///
    /// - Parameter isFaint: Whether the lines are solid and faint, to tell them from thresholds.
    func draw(bottom: Double, spans: [ClosedRange<Double>], isFaint: Bool = false, in frame: inout Frame) {
        let theme = frame.context.theme
        for label in placed {
            let top = bottom - Double(label.tier) * tierHeight
            let x = frame.context.snappedLine(label.line)
            let end = label.source.end ?? spans.last?.upperBound ?? bottom
            let piece = [Point(x, top), Point(x, end)]
            frame.scene.add(
                isFaint
                    ? Self.faintLine([piece], context: frame.context)
                    : label.source.isFaint
                        ? Shape(geometry: .lines([piece]), stroke: theme[.axis], strokeWidth: theme.hairlineWidth)
                        : Self.line([piece], context: frame.context))
            frame.scene.add(
                PlacedText(block: label.block, x: label.x, y: top - tierHeight, colour: theme[label.source.role]))
        }
    }

    /// - Parameter isShort: Whether the pieces are too short for dashes to be seen.
    static func line(_ lines: [[Point]], isShort: Bool = false, context: LayoutContext) -> Shape {
        Shape(
            geometry: .lines(lines), stroke: context.theme[.ink], strokeWidth: context.theme.lineWidth,
            dash: isShort ? [] : [context.em * 0.3, context.em * 0.22])
    }

    /// A solid line in the colour of axes.
    static func faintLine(_ lines: [[Point]], context: LayoutContext) -> Shape {
        Shape(geometry: .lines(lines), stroke: context.theme[.axis], strokeWidth: context.theme.lineWidth)
    }
}

extension KeyEntry {
    static func thresholdLine(
        _ word: String, isShort: Bool, role: ColourRole = .ink, context: LayoutContext
    ) -> KeyEntry {
        KeyEntry(word: word, width: context.theme.lineWidth * 2) { scene, centre in
            let half = context.em * 0.5
            let x = context.snappedLine(centre.x)
            let piece = [Point(x, centre.y - half), Point(x, centre.y + half)]
            var line = LineLabels.line([piece], isShort: isShort, context: context)
            line.stroke = context.theme[role]
            scene.add(line)
        }
    }
}
