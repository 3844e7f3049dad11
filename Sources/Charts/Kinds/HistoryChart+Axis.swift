extension HistoryChart {
    /// Names of releases below their places, wrapped; of many only each second, third and so on, and the last.
    func drawOrderAxis(_ plot: PlotArea, in frame: inout Frame) {
        let context = frame.context
        let theme = context.theme
        let em = context.em
        let names = order
        let scale = plot.x.scale
        let top = context.snappedLine(plot.box.bottom)
        frame.scene.add(
            Shape(
                geometry: .lines([[Point(plot.box.x, top), Point(plot.box.right, top)]]), stroke: theme[.axis],
                strokeWidth: theme.lineWidth))
        let step = names.count > 1 ? abs(scale.position(1) - scale.position(0)) : plot.box.width
        // Steps between named releases, so that a name has room for a few letters.
        let every = max(1, Int((em * 4.6 / max(step, 0.001)).rounded(.up)))
        let room = step * Double(every) - em * 0.5
        let shown = names.indices.filter { (names.count - 1 - $0) % every == 0 }
        var height = 0.0
        for (index, label) in names.enumerated() {
            let x = scale.position(Double(index))
            let isShown = shown.contains(index)
            let tick = context.snappedLine(x)
            frame.scene.add(
                Shape(
                    geometry: .lines([[Point(tick, top), Point(tick, top + em * (isShown ? 0.3 : 0.15))]]),
                    stroke: theme[.axis], strokeWidth: theme.lineWidth))
            guard isShown else { continue }
            let width = min(room, 2 * min(x - frame.left, frame.right - x))
            let block = context.name(label, size: \.small, width: max(em * 2, width), lines: 2, alignment: .middle)
            frame.scene.add(
                PlacedText(block: block, x: x - block.width / 2, y: top + em * 0.45, colour: theme[.muted]))
            height = max(height, block.height)
        }
        frame.y = top + em * 0.45 + height
        let words = every > 1 ? "release, in order; one in \(every) named" : "release, in order"
        let title = context.block(words, size: \.small, width: frame.width)
        let x = min(max(plot.box.x, plot.box.centre.x - title.width / 2), frame.right - title.width)
        frame.scene.add(PlacedText(block: title, x: max(frame.left, x), y: frame.y + em * 0.15, colour: theme[.muted]))
        frame.y += em * 0.15 + title.height
    }

    func key(_ placed: [Placed], hasLines: Bool, radius: Double, context: LayoutContext) -> [KeyEntry] {
        var entries: [KeyEntry] = []
        var seen: Set<Category> = []
        let kinds = placed.map { lineages[$0.lineage].category }.filter { !$0.name.isEmpty && seen.insert($0).inserted }
        entries += kinds.map { .hollowLine($0, radius: radius, context: context) }
        let first = kinds.first ?? .general
        // In the colour of text, because they hold for each kind.
        let signs = Category(name: "", shape: first.shape, role: .muted)
        let changes = placed.map(\.release.change)
        if changes.contains(.apart) {
            entries.append(
                KeyEntry(word: "told apart from the release before", width: radius * 2.5) { scene, centre in
                    scene.add(Self.mark(signs, isFilled: true, at: centre, radius: radius, context: context))
                })
        }
        if changes.contains(where: { $0 != .apart }) {
            let hasTest = changes.contains(.notApart)
            let word = hasTest ? "not told apart, or the first" : "not tested"
            entries.append(
                KeyEntry(word: word, width: radius * 2.5) { scene, centre in
                    scene.add(Self.mark(signs, isFilled: false, at: centre, radius: radius, context: context))
                })
        }
        if hasLines { entries += changePoints.map { .faintLine($0.words, context: context) } }
        return entries
    }

    /// Says below the plot which releases have no place on an axis of days.
    func addUndated(in frame: inout Frame) {
        guard axis == .days else { return }
        let undated = lineages.flatMap { lineage in
            lineage.releases.filter { $0.day == nil }.map {
                lineage.name.isEmpty ? $0.label : "\(lineage.name) \($0.label)"
            }
        }
        frame.addNotDrawn(undated, reason: "date unknown")
    }
}

extension KeyEntry {
    /// A vertical line in the colour of axes.
    static func faintLine(_ word: String, context: LayoutContext) -> KeyEntry {
        KeyEntry(word: word, width: context.theme.lineWidth * 2) { scene, centre in
            let x = context.snappedLine(centre.x)
            let half = context.em * 0.5
            scene.add(
                LineLabels.faintLine([[Point(x, centre.y - half), Point(x, centre.y + half)]], context: context))
        }
    }

    /// A kind as its line and hollow mark.
    static func hollowLine(_ category: Category, radius: Double, context: LayoutContext) -> KeyEntry {
        let half = context.em * 1.15
        return KeyEntry(word: category.name, width: half * 2) { scene, centre in
            scene.add(
                Shape(
                    geometry: .lines([[Point(centre.x - half, centre.y), Point(centre.x + half, centre.y)]]),
                    stroke: context.theme[category.role], strokeWidth: context.em * 0.11,
                    dash: SizeCurveChart.dash(category, context: context)))
            scene.add(HistoryChart.mark(category, isFilled: false, at: centre, radius: radius, context: context))
        }
    }
}
