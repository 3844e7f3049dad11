/// Bars that join rows, beside each other in lanes where they overlap.
struct JoiningBars {
    struct Bar: Hashable {
        var rows: ClosedRange<Int>
        var lane: Int
    }

    let bars: [Bar]
    let laneCount: Int
    let spacing: Double

    /// The room that all lanes need.
    var width: Double { laneCount == 0 ? 0 : Double(laneCount) * spacing + spacing * 0.6 }

    /// Groups of one row join nothing and are left out; rows that do not exist are cut off.
    init(groups: [ClosedRange<Int>], rowCount: Int, em: Double) {
        let rows = 0...max(0, rowCount - 1)
        let joined = groups.filter { $0.overlaps(rows) }.map { $0.clamped(to: rows) }.filter { $0.count > 1 }
        let sorted = joined.sorted { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }
        var ends: [Int] = []
        var bars: [Bar] = []
        for group in sorted {
            // A bar may begin in the row below the end of another one.
            let lane = ends.firstIndex { $0 < group.lowerBound } ?? ends.count
            if lane == ends.count { ends.append(group.upperBound) } else { ends[lane] = group.upperBound }
            bars.append(Bar(rows: group, lane: lane))
        }
        self.bars = bars
        laneCount = ends.count
        spacing = min(em * 0.5, em * 5 / Double(max(1, ends.count)))
    }

    func draw(rows: [RowTable.Row], left: Double, in frame: inout Frame) {
        let em = frame.context.em
        let width = min(em * 0.15, spacing * 0.5)
        let lines = bars.map { bar in
            let x = left + (Double(bar.lane) + 0.5) * spacing
            return [
                Point(x, rows[bar.rows.lowerBound].wordsMiddle - em * 0.5),
                Point(x, rows[bar.rows.upperBound].wordsMiddle + em * 0.5),
            ]
        }
        guard !lines.isEmpty else { return }
        frame.scene.add(Shape(geometry: .lines(lines), stroke: frame.context.theme[.axis], strokeWidth: width))
    }
}

extension KeyEntry {
    static func joiningBar(_ word: String, context: LayoutContext) -> KeyEntry {
        KeyEntry(word: word, width: context.em * 0.3) { scene, centre in
            let half = context.em * 0.5
            scene.add(
                Shape(
                    geometry: .lines([[Point(centre.x, centre.y - half), Point(centre.x, centre.y + half)]]),
                    stroke: context.theme[.axis], strokeWidth: context.em * 0.15))
        }
    }
}
