/// A histogram as flat areas over a baseline, its parts outside of an interval fainter.
struct Slab {
    /// A bar in the order of the axis; `height` is relative to the other bars.
    private struct Step: Hashable {
        var lower: Double
        var upper: Double
        var height: Double
    }

    private let steps: [Step]
    /// Whether the bars are atoms, drawn as strokes whose heights are masses.
    let hasAtoms: Bool

    /// More bars than this are joined into bins of equal widths, which on a drawing look the same.
    static let mostBars = 160

    init(_ bars: [BootstrapDistributionChart.Bar]) {
        let sorted = bars.filter { $0.mass > 0 }.sorted { ($0.lower, $0.upper) < ($1.lower, $1.upper) }
        let joined = Self.joined(sorted)
        let hasAtoms = joined.contains { $0.upper <= $0.lower }
        self.hasAtoms = hasAtoms
        steps = joined.map {
            Step(lower: $0.lower, upper: $0.upper, height: hasAtoms ? $0.mass : $0.mass / ($0.upper - $0.lower))
        }
    }

    /// The greatest height: a density, or a mass where the bars are atoms.
    var peak: Double { steps.map(\.height).max() ?? 0 }

    /// The ends of what is drawn.
    var ends: [Double] { steps.flatMap { [$0.lower, $0.upper] } }

    /// The greatest height within a part of the axis.
    func peak(in range: ClosedRange<Double>) -> Double {
        steps.filter { $0.upper >= range.lowerBound && $0.lower <= range.upperBound }.map(\.height).max() ?? 0
    }

    private static func joined(
        _ bars: [BootstrapDistributionChart.Bar]
    ) -> [BootstrapDistributionChart.Bar] {
        guard bars.count > mostBars, let low = bars.map(\.lower).min(), let high = bars.map(\.upper).max(), high > low
        else { return bars }
        let count = 100
        let width = (high - low) / Double(count)
        var masses = [Double](repeating: 0, count: count)
        for bar in bars {
            let bin = Int(((bar.lower + bar.upper) / 2 - low) / width)
            masses[min(count - 1, max(0, bin))] += bar.mass
        }
        return masses.enumerated().filter { $0.element > 0 }.map { bin, mass in
            .init(lower: low + Double(bin) * width, upper: low + Double(bin + 1) * width, mass: mass)
        }
    }

    /// - Parameters:
    ///   - interval: Outside of it the areas are fainter; a bar that a bound cuts has both.
    ///   - baseline: Where the areas stand.
    ///   - height: Of a bar as high as `peak`.
    func shapes(
        interval: ClosedRange<Double>, scale: Scale, baseline: Double, height: Double, peak: Double, role: ColourRole,
        context: LayoutContext
    ) -> [Shape] {
        guard peak > 0 else { return [] }
        func y(_ step: Step) -> Double { baseline - height * step.height / peak }
        let low = -Double.greatestFiniteMagnitude
        let high = Double.greatestFiniteMagnitude
        let parts: [(range: ClosedRange<Double>, isInside: Bool)] = [
            (low...interval.lowerBound, false), (interval, true), (interval.upperBound...high, false),
        ]
        if hasAtoms {
            return steps.map { step in
                let isInside = interval.contains((step.lower + step.upper) / 2)
                let x = scale.position((step.lower + step.upper) / 2)
                return Shape(
                    geometry: .lines([[Point(x, baseline), Point(x, y(step))]]),
                    stroke: Self.colour(isInside: isInside, role: role, theme: context.theme),
                    strokeWidth: context.em * 0.2)
            }
        }
        return parts.compactMap { range, isInside in
            var points: [Point] = []
            for step in steps where step.upper > range.lowerBound && step.lower < range.upperBound {
                let from = scale.position(max(step.lower, range.lowerBound))
                let to = scale.position(min(step.upper, range.upperBound))
                guard to > from else { continue }
                if let last = points.last {
                    if from - last.x > 1e-6 { points += [Point(last.x, baseline), Point(from, baseline)] }
                } else {
                    points.append(Point(from, baseline))
                }
                points += [Point(from, y(step)), Point(to, y(step))]
            }
            guard let last = points.last else { return nil }
            points.append(Point(last.x, baseline))
            return Shape(
                geometry: .polygon(points), fill: Self.colour(isInside: isInside, role: role, theme: context.theme))
        }
    }

    static func colour(isInside: Bool, role: ColourRole, theme: Theme) -> Colour {
        theme[role].mixed(with: theme.page, share: isInside ? (theme.isDark ? 0.45 : 0.5) : (theme.isDark ? 0.72 : 0.8))
    }
}
