/// The areas of a threshold curve: pass below, fail above, inconclusive between their two falling steps.
struct StepAreas {
    /// A step: shares at and after its edge, the edges ascending.
    let edges: [Double]
    let counts: [ThresholdCurveChart.Counts]
    private let total: Double

    init(chart: ThresholdCurveChart) {
        let inner = chart.steps.filter { $0 > 0 && $0 < 1 }
        edges = [0] + inner + [1]
        // Counts hold from just above one edge up to the next, which they include.
        counts = edges.dropFirst().map { chart.counts(at: $0) }
        total = Double(chart.bounds.count)
    }

    /// Whether a verdict has an area at all.
    func occurs(_ verdict: VerdictMark) -> Bool {
        counts.indices.contains { upper(verdict, $0) > lower(verdict, $0) }
    }

    /// The share at which an area begins in a step.
    func lower(_ verdict: VerdictMark, _ step: Int) -> Double {
        switch verdict {
        case .pass: 0
        case .inconclusive: Double(counts[step].pass) / total
        case .fail: Double(counts[step].pass + counts[step].inconclusive) / total
        }
    }

    /// The share at which an area ends in a step.
    func upper(_ verdict: VerdictMark, _ step: Int) -> Double {
        switch verdict {
        case .pass: lower(.inconclusive, step)
        case .inconclusive: lower(.fail, step)
        case .fail: 1
        }
    }

    /// The points of a falling step from left to right.
    private func path(plot: PlotArea, _ share: (Int) -> Double) -> [Point] {
        counts.indices.flatMap { step in
            [plot.point(edges[step], share(step)), plot.point(edges[step + 1], share(step))]
        }.reduce(into: []) { points, point in
            // A corner that goes straight on is none.
            if points.count > 1, points[points.count - 1].y == point.y, points[points.count - 2].y == point.y {
                points.removeLast()
            }
            points.append(point)
        }
    }

    /// The flat colour of an area.
    static func tint(_ verdict: VerdictMark, theme: Theme) -> Colour {
        let share =
            switch verdict {
            case .pass: theme.isDark ? 0.58 : 0.6
            case .inconclusive: theme.isDark ? 0.64 : 0.7
            case .fail: theme.isDark ? 0.84 : 0.9
            }
        return theme[verdict.role].mixed(with: theme.page, share: share)
    }

    func draw(_ verdict: VerdictMark, plot: PlotArea, in frame: inout Frame) {
        guard occurs(verdict) else { return }
        let top = path(plot: plot) { upper(verdict, $0) }
        let bottom = path(plot: plot) { lower(verdict, $0) }
        let colour = Self.tint(verdict, theme: frame.context.theme)
        frame.scene.add(IntervalMark.band(lower: bottom, upper: top, colour: colour))
    }

    /// The grid cuts the areas in the page's colour.
    func drawGrid(plot: PlotArea, in frame: inout Frame) {
        for var grid in [
            plot.y.grid(from: plot.box.x, to: plot.box.right, context: frame.context),
            plot.x.grid(spans: [plot.box.y...plot.box.bottom], context: frame.context),
        ] {
            grid.stroke = frame.context.theme.page.mixed(with: frame.context.theme[.grid], share: 0.25)
            frame.scene.add(grid)
        }
    }

    /// The two steps as lines.
    func drawEdges(plot: PlotArea, in frame: inout Frame) {
        let context = frame.context
        for verdict in [VerdictMark.pass, .fail] where occurs(verdict) {
            // Along the plot's upper and lower ends there is nothing to part.
            let whole = path(plot: plot) { verdict == .pass ? upper(.pass, $0) : lower(.fail, $0) }
            let from = whole.lastIndex { $0.y <= plot.box.y } ?? 0
            let to = whole.firstIndex { $0.y >= plot.box.bottom } ?? whole.count - 1
            guard from < to else { continue }
            let points = Array(whole[from...to])
            frame.scene.add(
                Shape(
                    geometry: .lines([points]), stroke: context.theme[verdict.role],
                    strokeWidth: context.theme.lineWidth * 1.5))
        }
    }
}
