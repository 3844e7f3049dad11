/// Labels above vertical lines, in tiers, so that no label touches another one or a line that is not its own.
struct LineLabels {
    struct Placed {
        var block: TextBlock
        var line: Double
        /// Left end of the label.
        var x: Double
        /// 0 stands nearest to the plot.
        var tier: Int
    }

    let placed: [Placed]
    let tierHeight: Double

    var height: Double { Double((placed.map(\.tier).max() ?? -1) + 1) * tierHeight }

    /// - Parameters:
    ///   - lines: Positions and words.
    ///   - bounds: Between which the labels must stay.
    init(lines: [(position: Double, word: String)], bounds: ClosedRange<Double>, context: LayoutContext) {
        let gap = context.em * 0.4
        tierHeight = context.lineHeight(\.small) + context.em * 0.15
        var placed: [Placed] = []
        for line in lines.sorted(by: { $0.position < $1.position }) {
            let block = context.block(line.word, size: \.small, width: bounds.upperBound - bounds.lowerBound)
            let lefts = [line.position - block.width / 2, line.position - gap / 2, line.position - block.width + gap / 2]
            let candidates = lefts.map { max(bounds.lowerBound, min($0, bounds.upperBound - block.width)) }
            let highest = (placed.map(\.tier).max() ?? -1) + 1
            let found = (0...highest).lazy.flatMap { tier in candidates.map { (tier, $0) } }.first { tier, x in
                placed.allSatisfy { other in
                    let isApart = x + block.width + gap <= other.x || other.x + other.block.width + gap <= x
                    let crossesOther = other.x - gap < line.position && line.position < other.x + other.block.width + gap
                    let isCrossed = x - gap < other.line && other.line < x + block.width + gap
                    return other.tier == tier ? isApart : other.tier < tier ? !crossesOther : !isCrossed
                }
            }
            placed.append(
                Placed(block: block, line: line.position, x: found?.1 ?? candidates[0], tier: found?.0 ?? highest))
        }
        self.placed = placed
    }

    /// Sets the labels above `bottom` and draws each line from its label through the spans.
    func draw(bottom: Double, spans: [ClosedRange<Double>], in frame: inout Frame) {
        let theme = frame.context.theme
        for label in placed {
            let top = bottom - Double(label.tier) * tierHeight
            let x = frame.context.snappedLine(label.line)
            let above = [[Point(x, top), Point(x, spans.first?.lowerBound ?? bottom)]]
            let lines = above + spans.map { [Point(x, $0.lowerBound), Point(x, $0.upperBound)] }
            frame.scene.add(Self.line(Self.joined(lines), context: frame.context))
            frame.scene.add(
                PlacedText(
                    block: label.block, x: label.x, y: top - tierHeight, colour: theme[.ink]))
        }
    }

    static func line(_ lines: [[Point]], context: LayoutContext) -> Shape {
        Shape(
            geometry: .lines(lines), stroke: context.theme[.ink], strokeWidth: context.theme.lineWidth,
            dash: [context.em * 0.3, context.em * 0.22])
    }

    /// Pieces that follow upon each other as one, so that dashes run through.
    private static func joined(_ lines: [[Point]]) -> [[Point]] {
        lines.reduce(into: []) { result, line in
            if let last = result.last, last[1] == line[0] {
                result[result.count - 1][1] = line[1]
            } else {
                result.append(line)
            }
        }
    }
}

extension KeyEntry {
    static func dashedLine(_ word: String, context: LayoutContext) -> KeyEntry {
        KeyEntry(word: word, width: context.theme.lineWidth * 2) { scene, centre in
            let half = context.em * 0.55
            let x = context.snappedLine(centre.x)
            scene.add(LineLabels.line([[Point(x, centre.y - half), Point(x, centre.y + half)]], context: context))
        }
    }
}
