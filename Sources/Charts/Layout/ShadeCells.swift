/// Cells that touch each other, without numbers. Cells of one colour are one shape, and neighbours one line of it,
/// which keeps files small.
struct ShadeCells {
    private var fills: [Colour] = []
    private var lines: [Colour: [[Point]]] = [:]
    private var hatches: [[Point]] = []
    private let height: Double
    private let context: LayoutContext

    /// - Parameter height: Of each cell.
    init(height: Double, context: LayoutContext) {
        (self.height, self.context) = (height, context)
    }

    /// Adds a cell with its upper end at `top`, hatched as no data if it has no colour.
    mutating func add(_ fill: Colour?, span: ClosedRange<Double>, top: Double) {
        guard let fill else {
            let box = Rectangle(x: span.lowerBound, y: top, width: span.upperBound - span.lowerBound, height: height)
            hatches += Hatch.lines(in: box, spacing: context.em * 0.4)
            return
        }
        let y = top + height / 2
        let known = lines[fill] ?? []
        if known.isEmpty { fills.append(fill) }
        if let last = known.last, last[1].y == y, abs(last[1].x - span.lowerBound) < 1e-6 {
            lines[fill]?[known.count - 1][1].x = span.upperBound
        } else {
            lines[fill, default: []].append([Point(span.lowerBound, y), Point(span.upperBound, y)])
        }
    }

    func draw(in frame: inout Frame) {
        for fill in fills {
            frame.scene.add(Shape(geometry: .lines(lines[fill] ?? []), stroke: fill, strokeWidth: height))
        }
        guard !hatches.isEmpty else { return }
        frame.scene.add(
            Shape(
                geometry: .lines(hatches), stroke: context.theme[.axis].mixed(with: context.theme.page, share: 0.45),
                strokeWidth: context.theme.hairlineWidth))
    }
}

extension HeatRamp {
    /// The colour of a value's step, of as many steps as can just be told apart.
    func steppedColour(of value: Double) -> Colour {
        let steps = 24.0
        let share = Scale(domain: domain, start: 0, end: 1).position(value)
        return colour(at: (min(steps - 1, max(0, (share * steps).rounded(.down))) + 0.5) / steps)
    }
}

extension DivergingRamp {
    /// The colour of a value's step, of as many steps on each side as can just be told apart; the step around zero is
    /// the page.
    func steppedColour(of value: Double) -> Colour {
        let steps = 24.0
        return colour(at: (value / limit * steps).rounded() / steps)
    }
}
