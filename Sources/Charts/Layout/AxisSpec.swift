/// What an axis shows: its values, their transform and format, and its name.
struct AxisSpec {
    /// All values that must be seen.
    var values: [Double]
    /// Values that the axis must not leave, or nil.
    var limits: ClosedRange<Double>?
    var format: AxisFormat
    /// The quantity, such as `accuracy`; the unit is added.
    var title: String
    var transform: Scale.Transform = .linear
    /// Ticks to be kept as they are, for axes that share theirs; nil for a search.
    var fixedTicks: [Double]?
    /// Whether the ends keep room for half a mark; areas reach the axes without.
    var hasMargin = true
    /// The most ticks, fewer than there would be room for; nil for as many as fit.
    var mostTicks: Int?

    /// The name with its unit.
    var words: String { format.unit.map { "\(title), \($0)" } ?? title }

    /// A scale, the ticks on it and their labels, as many as fit.
    struct Fit {
        var scale: Scale
        var ticks: [Double]
        var labels: [TextBlock]
    }

    /// Looks for the most ticks whose labels stay `gap` apart.
    ///
    /// - Parameters:
    ///   - start: Position of the domain's lower end.
    ///   - end: Position of its upper end; may lie before `start`.
    ///   - target: Ticks wished for.
    ///   - extent: The length of a label along the axis.
    func fitted(
        start: Double, end: Double, target: Int, gap: Double, context: LayoutContext, extent: (TextBlock) -> Double
    ) -> Fit {
        let low = values.min() ?? 0
        let high = max(low, values.max() ?? 1)
        var target = max(2, min(target, mostTicks ?? target))
        while true {
            let ticks = fixedTicks.map { Ticks(values: $0, step: 0) } ?? self.ticks(low...high, target: target)
            let inside = ticks.values.filter { limits?.contains($0) ?? true || (low...high).contains($0) }
            let kept = inside.count >= 2 ? inside : ticks.values
            let domain = min(low, kept.first ?? low)...max(high, kept.last ?? high)
            let scale = Scale(domain: domain, start: start, end: end, transform: transform)
            let texts = format.labels(Ticks(values: kept, step: ticks.step))
            let labels = texts.map { context.number($0, size: \.small) }
            let gaps = zip(kept.indices, kept.indices.dropFirst()).map { first, second in
                abs(scale.position(kept[second]) - scale.position(kept[first])) - extent(labels[first]) / 2
                    - extent(labels[second]) / 2
            }
            if fixedTicks != nil || gaps.allSatisfy({ $0 >= gap }) {
                return Fit(scale: scale, ticks: kept, labels: labels)
            }
            if target == 2 {
                // Even two may touch: the ends alone, and of one place only one.
                let ends = [kept.indices.first, gaps.reduce(0, +) >= gap ? kept.indices.last : nil].compactMap(\.self)
                return Fit(scale: scale, ticks: ends.map { kept[$0] }, labels: ends.map { labels[$0] })
            }
            target -= 1
        }
    }

    private func ticks(_ range: ClosedRange<Double>, target: Int) -> Ticks {
        switch format {
        case .date: DateTicks.ticks(range: range, target: target)
        // The sizes that models have: 1B, 3B, 7B, 10B, 30B, 70B.
        case .parameters: Ticks(range: range, target: target, transform: transform, digits: [1, 3, 7])
        default: Ticks(range: range, target: target, transform: transform)
        }
    }
}
