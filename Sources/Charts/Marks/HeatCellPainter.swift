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
        // One more decimal than the widest interval justifies would not fit narrow cells and says little.
        decimals = chart.format.decimals(halfWidths: cells.compactMap { ValueFormat.halfWidth($0.lower, $0.upper) })
    }

    /// The widest number in a size.
    func numberWidth(_ size: KeyPath<TypeSizes, Double>) -> Double {
        (cells.map(\.value) + means).map { context.block(format.string($0, decimals: decimals), size: size).width }
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
        let number = context.block(format.string(cell.value, decimals: decimals), size: size, weight: .medium)
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
        frame.add(number, x: box.centre.x, middle: middle, anchor: .middle, colour: ink)
        guard let mark = cell.mark else { return }
        let radius = context.em * 0.34
        let centre =
            detail == .number
            ? Point(box.centre.x, middle + number.height / 2 + context.em * 0.42)
            : Point(box.centre.x - number.width / 2 - context.em * 0.7, middle)
        for shape in VerdictShapes.shapes(mark, at: centre, radius: radius, colour: ink, page: fill) {
            frame.scene.add(shape)
        }
    }

    /// Prints a mean of a margin.
    func drawMean(_ mean: Double?, in box: Rectangle, frame: inout Frame) {
        let text = mean.map { format.string($0, decimals: decimals) } ?? ValueFormat.noValue
        let size: KeyPath<TypeSizes, Double> =
            context.block(text).width + context.em * 0.3 > box.width ? \.small : \.body
        let block = context.block(text, size: size, weight: .semibold)
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
        return context.block("\(first) to \(second)", size: \.small)
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
}

extension Frame {
    /// Sets a bar of the ramp's colours between its ends and moves below it.
    mutating func addRampKey(_ ramp: HeatRamp, title: String, format: ValueFormat) {
        let em = context.em
        let height = em * 0.7
        let words = format.unit == .percent ? title + ", %" : title
        let name = context.block(words, size: \.small, width: width * 0.4)
        let decimals = Ticks(range: ramp.domain, target: 2).decimals(factor: format.unit == .percent ? 100 : 1)
        let ends = [ramp.domain.lowerBound, ramp.domain.upperBound].map {
            context.block(format.string($0, decimals: decimals), size: \.small)
        }
        let middle = y + context.lineHeight(\.small) / 2
        let colour = context.theme[.muted]
        var x = left
        add(name, x: x, middle: middle, colour: colour)
        x += name.width + em * 0.7
        add(ends[0], x: x, middle: middle, colour: colour)
        x += ends[0].width + em * 0.4
        let steps = 20
        let step = context.snapped(em * 0.45)
        x = context.snapped(x)
        for index in 0..<steps {
            let box = Rectangle(
                x: x + Double(index) * step, y: context.snapped(middle - height / 2), width: step,
                height: context.snapped(height))
            let share = (Double(index) + 0.5) / Double(steps)
            scene.add(Shape(geometry: .rectangle(box, radius: 0), fill: ramp.colour(at: share)))
        }
        x += Double(steps) * step + em * 0.4
        add(ends[1], x: x, middle: middle, colour: colour)
        y += context.lineHeight(\.small) + em * 0.7
    }
}
