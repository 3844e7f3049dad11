extension CriticalDifferenceChart: Chart {
    /// An axis of ranks with names at leaders, or rows where the drawing is narrow or has more than 24 entries. Under
    /// two entries or three benchmarks, a note says so.
    ///
    /// - Throws: `ChartProblem` if a mean rank is not from 1 to the number of entries, or the critical difference not
    ///   above 0, or if the width is under 16 times the body type.
    public func layout(in context: LayoutContext) throws -> Scene {
        try validate()
        guard entries.count >= 2, benchmarkCount >= 3 else {
            return try NoteChart(text: text, reason: reason).layout(in: context)
        }
        var frame = try Frame(text: text, context: context)
        if context.isNarrow || entries.count > 24 {
            drawRows(in: &frame)
        } else {
            drawLeaders(in: &frame)
        }
        return frame.finished()
    }

    private var reason: String {
        guard entries.count >= 2 else {
            let found = entries.isEmpty ? "No model has" : "Only one model has"
            return found + " a mean rank, so there is nothing to compare."
        }
        let benchmarks = benchmarkCount == 1 ? "1 benchmark" : "\(benchmarkCount) benchmarks"
        return "Mean ranks stand on \(benchmarks); the critical difference needs at least 3 to tell models apart."
    }

    private var lengthWords: String { "critical difference \(Self.words(criticalDifference))" }

    // MARK: Names on both sides

    private func drawLeaders(in frame: inout Frame) {
        let context = frame.context
        let em = context.em
        let entries = ordered
        frame.addKey(KeyEntry.points(entries.compactMap(\.category), context: context))
        let leaders = RankLeaders(
            labels: entries.map(\.label), values: entries.map { Self.words($0.meanRank) },
            hasMarks: entries.contains { $0.category != nil }, left: frame.left, right: frame.right, context: context)
        let axis = RankAxis(rankCount: entries.count, plot: leaders.plot, context: context)

        frame.y += em * 0.9
        axis.drawLength(criticalDifference, words: lengthWords, middle: frame.y, in: &frame)
        frame.y += em * 0.7 + RankAxis.height(in: context)
        let line = context.snappedLine(frame.y)
        let ticksMiddle = line - em * 0.45 - context.lineHeight(\.small) / 2
        let muted = context.theme[.muted]
        frame.add(
            context.block("mean rank", size: \.small), x: leaders.plot.lowerBound - em * 0.9, middle: ticksMiddle,
            anchor: .end, colour: muted)
        frame.add(
            context.block("better →", size: \.small), x: leaders.plot.upperBound + em * 0.9, middle: ticksMiddle,
            colour: muted)

        let bars = JoiningBars(groups: groups, rowCount: entries.count, em: em)
        let spacing = em * 0.62
        let barsTop = line + em * 0.75
        frame.y = barsTop + Double(bars.laneCount) * spacing + em * 0.2
        leaders.draw(entries, axis: axis, line: line, in: &frame) { words(ofEntry: $0, in: entries) }
        let joined = bars.bars.map { bar in
            let y = barsTop + (Double(bar.lane) + 0.1) * spacing
            // A little longer than from mark to mark, as is the custom.
            return [
                Point(axis.scale.position(entries[bar.rows.upperBound].meanRank) - em * 0.3, y),
                Point(axis.scale.position(entries[bar.rows.lowerBound].meanRank) + em * 0.3, y),
            ]
        }
        if !joined.isEmpty {
            frame.scene.add(
                Shape(geometry: .lines(joined), stroke: context.theme[.ink], strokeWidth: em * 0.28))
        }
        axis.draw(y: line, isAbove: true, in: &frame)
    }

    // MARK: A row each

    private func drawRows(in frame: inout Frame) {
        let context = frame.context
        let em = context.em
        let theme = context.theme
        let entries = ordered
        let groups = groups
        let allBars = JoiningBars(groups: groups, rowCount: entries.count, em: em)
        // Where many groups overlap, the lines beside the marks say the same and can be read.
        let isDense = context.isNarrow && entries.count > RowTable.mostStackedRows
        let mostLanes = isDense ? 4 : 10
        let bars = allBars.laneCount <= mostLanes ? allBars : JoiningBars(groups: [], rowCount: entries.count, em: em)
        let labels = entries.map(\.label)
        let hasMarks = entries.contains { $0.category != nil }
        let column = RowTable.Column(
            heading: "mean rank", blocks: entries.map { context.number(Self.words($0.meanRank), weight: .semibold) },
            role: .ink)
        let table = RowTable(
            labels: labels, labelIndent: 0, columns: [column], lanesWidth: bars.width, left: frame.left,
            right: frame.right, context: context)
        let axis = RankAxis(rankCount: entries.count, plot: table.plot, context: context)
        var key = hasMarks ? KeyEntry.points(entries.compactMap(\.category), context: context) : []
        key.append(halfDifferenceKey(context: context))
        if bars.laneCount > 0 { key.append(.joiningBar("cannot be told apart", context: context)) }
        frame.addKey(key)
        frame.y += em * 0.9
        axis.drawLength(criticalDifference, words: lengthWords, middle: frame.y, in: &frame)
        frame.y += em * 0.6 + table.headingsHeight(context: context)
        table.drawHeadings(bottom: frame.y, in: &frame)
        frame.y += em * (table.isStacked ? 0.3 : 0.15)

        let placed = table.rows(labels: labels, from: frame.y, context: context)
        frame.scene.add(axis.grid(spans: placed.map(\.span), context: context))
        bars.draw(rows: placed, left: table.lanesLeft, in: &frame)
        for (index, entry) in entries.enumerated() {
            table.drawWords(of: placed[index], index: index, in: &frame)
            let y = placed[index].marksMiddle
            let category = entry.category ?? .other
            let (best, worst) = (entry.meanRank - criticalDifference / 2, entry.meanRank + criticalDifference / 2)
            let ends = axis.scale.position(worst)...axis.scale.position(best)
            frame.scene.add(
                IntervalMark.horizontal(ends, y: y, colour: theme[category.role], width: em * 0.14))
            frame.scene.add(
                PointMark.shape(
                    category.shape, at: Point(axis.scale.position(entry.meanRank), y), radius: context.markRadius,
                    colour: theme[category.role]))
            let box = Rectangle(
                x: frame.left, y: placed[index].top, width: frame.width,
                height: placed[index].bottom - placed[index].top)
            frame.addTarget(box, label: "\(entry.label): \(words(ofEntry: index, in: entries))", link: entry.link)
        }
        frame.y = (placed.last?.bottom ?? frame.y) + em * 0.15
        axis.draw(y: frame.y, isAbove: false, in: &frame)
        frame.y += RankAxis.height(in: context)
        let title = context.block("mean rank, better →", size: \.small)
        frame.add(
            title, x: table.plot.upperBound, middle: frame.y + title.height / 2, anchor: .end, colour: theme[.muted])
        frame.y += title.height
    }

    private func halfDifferenceKey(context: LayoutContext) -> KeyEntry {
        let em = context.em
        let words = "± half the difference (no overlap: told apart)"
        return KeyEntry(word: words, width: em * 2) { scene, centre in
            scene.add(
                IntervalMark.horizontal(
                    (centre.x - em)...(centre.x + em), y: centre.y, colour: context.theme[.muted], width: em * 0.14))
        }
    }
}
