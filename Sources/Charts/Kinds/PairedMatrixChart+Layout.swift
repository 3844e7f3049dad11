extension PairedMatrixChart: Chart {
    /// Differences below the diagonal, adjusted p above it. Where there are no pairs, a note says so.
    ///
    /// - Throws: `ChartProblem` if a value is not finite, a p value not in [0, 1], or an index not that of another
    ///   label, or if the width is under 16 times the body type.
    public func layout(in context: LayoutContext) throws -> Scene {
        try validate()
        guard labels.count >= 2, !pairs.isEmpty else {
            let reason =
                labels.count == 1
                ? "Only one model is here, so there is no pair to compare."
                : "No two models answered the same items, so there is no pair to compare."
            return try NoteChart(text: text, reason: reason).layout(in: context)
        }
        var frame = try Frame(text: text, context: context)
        let count = min(labels.count, NumberedMatrix.mostRows)
        let kinds = categories.isEmpty ? labels.map { _ in nil } : categories
        let ramp = DivergingRamp(
            values: pairs.map(\.difference), page: context.theme.page, isDark: context.theme.isDark)
        let matrix = NumberedMatrix(
            labels: Array(labels.prefix(count)), categories: Array(kinds.prefix(count)),
            numberWidths: [
                widest(isShort: false, halves: [true, false], context: context),
                widest(isShort: true, halves: [true, false], context: context),
                widest(isShort: true, halves: [true], context: context),
            ], reserved: 0, left: frame.left, right: frame.right, context: context)
        frame.addKey(key(ramp: ramp, kinds: kinds.compactMap(\.self), isOutlined: !matrix.hasGaps, context: context))
        matrix.drawHeadings(in: &frame)
        let cells = lookup
        if !matrix.hasGaps { drawShades(matrix: matrix, cells: cells, ramp: ramp, in: &frame) }
        for row in 0..<count {
            let top = frame.y
            matrix.drawWords(row: row, in: &frame)
            for column in 0..<count where column != row && matrix.hasGaps {
                let box = matrix.box(column: column, top: top)
                guard let pair = cells[[row, column]] else {
                    frame.scene.add(HeatCellPainter.hatch(in: box, context: context))
                    continue
                }
                draw(pair, isLower: column < row, box: box, matrix: matrix, ramp: ramp, in: &frame)
                guard matrix.hasCellTargets else { continue }
                frame.addTarget(box, label: "\(labels[row]) − \(labels[column]): \(words(of: pair))", link: pair.link)
            }
            frame.y = top + matrix.rowHeight
            guard !matrix.hasCellTargets else { continue }
            let box = Rectangle(x: frame.left, y: top, width: frame.width, height: matrix.rowHeight)
            frame.addTarget(box, label: "\(labels[row]): \(summary(of: row, cells: cells))", link: nil)
        }
        NumberedMatrix.drawRest(of: labels.count, in: &frame)
        return frame.finished()
    }

    /// Each pair by its row and column, its difference the row's less the column's.
    private var lookup: [[Int]: Pair] {
        var cells: [[Int]: Pair] = [:]
        for pair in pairs {
            cells[[pair.first, pair.second]] = pair
            var turned = pair
            (turned.first, turned.second, turned.difference) = (pair.second, pair.first, -pair.difference)
            (turned.lower, turned.upper) = (pair.upper.map { -$0 }, pair.lower.map { -$0 })
            cells[[pair.second, pair.first]] = turned
        }
        return cells
    }

    private func draw(
        _ pair: Pair, isLower: Bool, box: Rectangle, matrix: NumberedMatrix, ramp: DivergingRamp,
        in frame: inout Frame
    ) {
        let context = frame.context
        let fill = isLower ? ramp.colour(of: pair.difference) : Self.shade(p: pair.adjustedP, theme: context.theme)
        // In the last detail only differences have room.
        let text = matrix.detail.flatMap { detail in
            detail < 2 || isLower ? cellText(of: pair, isLower: isLower, isShort: detail > 0) : nil
        }
        // Many small marks together must not outweigh the shades.
        let ink = HeatRamp.inkColour(on: fill).mixed(with: fill, share: matrix.detail == nil ? 0.3 : 0)
        let corner = isLower && pair.isDecided ? Self.corner(of: box, colour: ink, context: context) : nil
        matrix.drawCell(box, fill: fill, mark: corner, text: text, isStrong: pair.isDecided, in: &frame)
    }

    /// All cells where they have no gaps, and a line around those that are statistically significant.
    private func drawShades(matrix: NumberedMatrix, cells: [[Int]: Pair], ramp: DivergingRamp, in frame: inout Frame) {
        let context = frame.context
        var shades = ShadeCells(height: matrix.rowHeight, context: context)
        var edges: [[Point]] = []
        func isDecided(_ row: Int, _ column: Int) -> Bool {
            column >= 0 && column < row && row < matrix.count && cells[[row, column]]?.isDecided == true
        }
        func add(_ start: Point, _ end: Point) {
            // What goes straight on from the last edge is one line with it.
            if let last = edges.last, last[1] == start, last[0].y == end.y {
                edges[edges.count - 1][1] = end
            } else {
                edges.append([start, end])
            }
        }
        for row in 0..<matrix.count {
            let top = frame.y + Double(row) * matrix.rowHeight
            for column in 0..<matrix.count where column != row {
                let box = matrix.box(column: column, top: top)
                let fill = cells[[row, column]].map { pair in
                    column < row
                        ? ramp.steppedColour(of: pair.difference)
                        : Self.shade(p: pair.adjustedP, theme: context.theme)
                }
                shades.add(fill, span: box.x...box.right, top: top)
            }
        }
        // Above each row and below the last one, then at the left of each column and at the right of the last one.
        for row in 0...matrix.count {
            let y = frame.y + Double(row) * matrix.rowHeight
            for column in 0..<matrix.count where isDecided(row - 1, column) != isDecided(row, column) {
                let box = matrix.box(column: column, top: y)
                add(Point(box.x, y), Point(box.right, y))
            }
        }
        for column in 0...matrix.count {
            let x = column < matrix.count ? matrix.box(column: column, top: 0).x : matrix.cellsRight
            for row in 0..<matrix.count where isDecided(row, column - 1) != isDecided(row, column) {
                let y = frame.y + Double(row) * matrix.rowHeight
                if let last = edges.last, last[1] == Point(x, y), last[0].x == x {
                    edges[edges.count - 1][1].y = y + matrix.rowHeight
                } else {
                    edges.append([Point(x, y), Point(x, y + matrix.rowHeight)])
                }
            }
        }
        shades.draw(in: &frame)
        guard !edges.isEmpty else { return }
        frame.scene.add(
            Shape(geometry: .lines(edges), stroke: context.theme[.ink], strokeWidth: context.theme.lineWidth * 1.25))
    }

    private func cellText(of pair: Pair, isLower: Bool, isShort: Bool) -> String {
        guard isLower else { return Self.words(p: pair.adjustedP, isShort: isShort) }
        return format.signedString(pair.difference, decimals: isShort ? max(0, decimals - 1) : decimals)
    }

    /// - Parameter halves: Whether each half that must have room is the lower one.
    private func widest(isShort: Bool, halves: [Bool], context: LayoutContext) -> Double {
        pairs.flatMap { pair in
            halves.map { isLower in
                context.number(
                    cellText(of: pair, isLower: isLower, isShort: isShort), size: \.small, weight: .semibold
                ).width
            }
        }.max() ?? 0
    }

    /// How many a row is better and worse than, for a cell too small to be pointed at.
    private func summary(of row: Int, cells: [[Int]: Pair]) -> String {
        let decided = labels.indices.compactMap { cells[[row, $0]] }.filter(\.isDecided)
        let better = decided.filter { $0.difference > 0 }.count
        let compared = labels.indices.filter { cells[[row, $0]] != nil }.count
        return "better than \(better), worse than \(decided.count - better), cannot be told apart from "
            + "\(compared - decided.count) of \(compared)"
    }

    /// The filled upper right corner of a cell.
    private static func corner(of box: Rectangle, colour: Colour, context: LayoutContext) -> Shape {
        let leg = min(context.em * 0.5, box.width * 0.5, box.height * 0.5)
        return Shape(
            geometry: .polygon([
                Point(box.right - leg, box.y), Point(box.right, box.y), Point(box.right, box.y + leg),
            ]), fill: colour)
    }

    /// Bounds of adjusted p from below, their words, and how much ink their cells hold.
    private static let steps: [(bound: Double, word: String, ink: Double)] = [
        (0.001, "adjusted p < 0.001", 0.34), (0.01, "< 0.01", 0.2), (0.05, "< 0.05", 0.1),
        (.infinity, "≥ 0.05", 0.03),
    ]

    private static func shade(p: Double, theme: Theme) -> Colour {
        let ink = steps.first { p < $0.bound }?.ink ?? 0
        return theme.page.mixed(with: theme[.ink], share: ink)
    }

    private func key(
        ramp: DivergingRamp, kinds: [Category], isOutlined: Bool, context: LayoutContext
    ) -> [KeyEntry] {
        let em = context.em
        let digits = Ticks(range: 0...ramp.limit, target: 2).decimals(factor: format.unit == .percent ? 100 : 1)
        let ends = [-ramp.limit, ramp.limit].map { format.signedString($0, decimals: digits) }
        let unit = format.unit == .percent ? ", points" : ""
        let decided = KeyEntry(word: decidedTitle, width: em * 1.2) { scene, centre in
            let box = Rectangle(x: centre.x - em * 0.6, y: centre.y - em * 0.45, width: em * 1.2, height: em * 0.9)
            let fill = ramp.colour(at: -0.35)
            scene.add(Shape(geometry: .rectangle(box, radius: 0), fill: fill))
            guard !isOutlined else {
                scene.add(
                    Shape(
                        geometry: .rectangle(box, radius: 0), stroke: context.theme[.ink],
                        strokeWidth: context.theme.lineWidth * 1.25))
                return
            }
            scene.add(Self.corner(of: box, colour: HeatRamp.inkColour(on: fill), context: context))
        }
        return [.ramp(ramp, ends: (ends[0], ends[1]), title: "row less column\(unit)", context: context)]
            + Self.steps.map {
                .swatch(context.theme.page.mixed(with: context.theme[.ink], share: $0.ink), $0.word, context: context)
            } + [decided]
            + (pairs.count < labels.count * (labels.count - 1) / 2 ? [.noData(context: context)] : [])
            + KeyEntry.points(kinds, context: context)
    }
}
