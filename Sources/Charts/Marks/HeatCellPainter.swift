/// Draws the cells of a heat map.
struct HeatCellPainter {
    private let ramp: HeatRamp
    private let format: ValueFormat
    private let decimals: Int
    private let context: LayoutContext
    private let cells: [HeatMapChart.Cell]
    private let means: [Double]

    init(chart: HeatMapChart, ramp: HeatRamp, context: LayoutContext) {
        self.ramp = ramp
        self.context = context
        format = chart.format
        cells = chart.rows.flatMap(\.cells).compactMap { $0 }
        means = (chart.rows.map(\.mean) + chart.columns.map(\.mean)).compactMap { $0 }
        decimals = chart.format.decimals(halfWidths: cells.compactMap { ValueFormat.halfWidth($0.lower, $0.upper) })
    }

    /// The widest number in a size.
    func numberWidth(_ size: KeyPath<TypeSizes, Double>) -> Double {
        cells.map { context.number(format.string($0.value, decimals: decimals), size: size).width }.max() ?? 0
    }

    private var meanSize: KeyPath<TypeSizes, Double> { context.isNarrow ? \.small : \.body }

    /// The widest mean.
    var meanWidth: Double {
        means.map { context.number(format.string($0, decimals: decimals), size: meanSize, weight: .semibold).width }
            .max() ?? 0
    }

    /// The widest interval, or nil if no cell has one.
    var intervalWidth: Double? {
        cells.compactMap { interval(of: $0)?.width }.max()
    }

    /// Draws a cell, hatched if it has no data.
    func draw(_ cell: HeatMapChart.Cell?, in outer: Rectangle, detail: HeatGrid.Detail, frame: inout Frame) {
        let theme = context.theme
        let box = Rectangle(
            x: outer.x, y: outer.y, width: outer.width - theme.lineWidth, height: outer.height - theme.lineWidth)
        guard let cell else {
            frame.scene.add(Self.hatch(in: box, context: context))
            return
        }
        let fill = ramp.colour(of: cell.value)
        let ink = HeatRamp.inkColour(on: fill)
        frame.scene.add(Shape(geometry: .rectangle(box, radius: 0), fill: fill))
        let size: KeyPath<TypeSizes, Double> = detail == .number ? \.small : \.body
        let weight: TextStyle.Weight = detail == .number ? .regular : .medium
        let number = context.number(format.string(cell.value, decimals: decimals), size: size, weight: weight)
        var middle = box.centre.y
        if detail == .interval, let interval = interval(of: cell) {
            let height = number.height + interval.height * 0.95
            middle = box.centre.y - height / 2 + number.height / 2
            frame.add(
                interval, x: box.centre.x, middle: box.centre.y + height / 2 - interval.height / 2, anchor: .middle,
                colour: ink)
        } else if detail == .number, cell.mark != nil {
            middle -= context.em * 0.45
        }
        // Beside each other, mark and number are centred as a pair.
        let radius = context.em * 0.32
        let isBeside = detail != .number && cell.mark != nil
        let numberX = box.centre.x + (isBeside ? context.em * 0.5 : 0)
        frame.add(number, x: numberX, middle: middle, anchor: .middle, colour: ink)
        guard let mark = cell.mark else { return }
        let centre =
            isBeside
            ? Point(numberX - number.width / 2 - context.em * 0.35 - radius, middle)
            : Point(box.centre.x, middle + number.height / 2 + context.em * 0.35)
        for shape in VerdictShapes.shapes(mark, at: centre, radius: radius, colour: ink, page: fill) {
            frame.scene.add(shape)
        }
    }

    /// Prints a mean of a margin.
    func drawMean(
        _ mean: Double?, in box: Rectangle, size: KeyPath<TypeSizes, Double>? = nil, frame: inout Frame
    ) {
        let text = mean.map { format.string($0, decimals: decimals) } ?? ValueFormat.noValue
        let block = context.number(text, size: size ?? meanSize, weight: .semibold)
        frame.add(block, x: box.centre.x, middle: box.centre.y, anchor: .middle, colour: context.theme[.ink])
    }

    static func hatch(in box: Rectangle, context: LayoutContext) -> Shape {
        Shape(
            geometry: .lines(Hatch.lines(in: box, spacing: context.em * 0.5)),
            stroke: context.theme[.axis].mixed(with: context.theme.page, share: 0.45),
            strokeWidth: context.theme.hairlineWidth)
    }

    private func interval(of cell: HeatMapChart.Cell) -> TextBlock? {
        guard let lower = cell.lower, let upper = cell.upper else { return nil }
        let (first, second) = (format.string(lower, decimals: decimals), format.string(upper, decimals: decimals))
        // A dash beside a minus would be read as another one.
        return context.number(lower < 0 ? "\(first) to \(second)" : "\(first)–\(second)", size: \.small)
    }
}

extension KeyEntry {
    static func noData(context: LayoutContext) -> KeyEntry {
        let (width, height) = (context.em * 1.5, context.em * 0.85)
        return KeyEntry(word: "no data", width: width) { scene, centre in
            let box = Rectangle(x: centre.x - width / 2, y: centre.y - height / 2, width: width, height: height)
            scene.add(HeatCellPainter.hatch(in: box, context: context))
        }
    }

    /// A bar of the ramp's colours between its ends.
    static func ramp(_ ramp: HeatRamp, title: String, format: ValueFormat, context: LayoutContext) -> KeyEntry {
        let em = context.em
        let decimals = Ticks(range: ramp.domain, target: 2).decimals(factor: format.unit == .percent ? 100 : 1)
        let ends = [ramp.domain.lowerBound, ramp.domain.upperBound].map {
            context.number(format.string($0, decimals: decimals), size: \.small)
        }
        let (steps, step, gap) = (18, context.snapped(em * 0.4), em * 0.35)
        let width = ends[0].width + ends[1].width + 2 * gap + Double(steps) * step
        let words = format.unit == .percent ? title + ", %" : title
        return KeyEntry(word: words, width: width) { scene, centre in
            let (top, height) = (context.snapped(centre.y - em * 0.35), context.snapped(em * 0.7))
            let left = centre.x - width / 2
            for (block, x) in [(ends[0], left), (ends[1], left + width - ends[1].width)] {
                let y = centre.y - block.height / 2
                scene.add(PlacedText(block: block, x: x, y: y, colour: context.theme[.muted]))
            }
            for index in 0..<steps {
                let x = context.snapped(left + ends[0].width + gap) + Double(index) * step
                let box = Rectangle(x: x, y: top, width: step, height: height)
                let share = (Double(index) + 0.5) / Double(steps)
                scene.add(Shape(geometry: .rectangle(box, radius: 0), fill: ramp.colour(at: share)))
            }
        }
    }
}
