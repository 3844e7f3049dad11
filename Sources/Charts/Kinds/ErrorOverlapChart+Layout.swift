extension ErrorOverlapChart: Chart {
    /// A matrix ordered by clusters, with their tree where there is room. Where no pair has data, a note says so.
    ///
    /// - Throws: `ChartProblem` if the matrix is not square and symmetric, or an agreement not from −1 to 1, or if
    ///   the width is under 16 times the body type.
    public func layout(in context: LayoutContext) throws -> Scene {
        try validate()
        guard labels.count >= 2, pairs.contains(where: { $0 != nil }) else {
            let reason =
                labels.count == 1
                ? "Only one model is here, so there is no pair whose errors could agree."
                : "No two models answered the same items, so there is no pair whose errors could agree."
            return try NoteChart(text: text, reason: reason).layout(in: context)
        }
        var frame = try Frame(text: text, context: context)
        let em = context.em
        let count = min(labels.count, NumberedMatrix.mostRows)
        let linkage = linkage(count: count)
        let order = linkage.order
        let cut = 1 - groupAgreement
        let groups = linkage.groups(height: cut + 1e-9)
        let ramp = DivergingRamp(
            values: pairs.compactMap(\.self), page: context.theme.page, isDark: context.theme.isDark)
        let hasTree = !context.isNarrow
        let matrix = NumberedMatrix(
            labels: order.map { labels[$0] }, categories: order.map { categories.isEmpty ? nil : categories[$0] },
            numberWidths: [false, true].map { widest(isShort: $0, context: context) },
            reserved: hasTree ? em * (context.widthInEms > 70 ? 10 : 6.5) : 0, left: frame.left, right: frame.right,
            context: context)
        frame.addKey(key(ramp: ramp, hasGroups: !groups.isEmpty, hasTree: hasTree, context: context))
        matrix.drawHeadings(in: &frame)
        let top = frame.y
        var shades = ShadeCells(height: matrix.rowHeight, context: context)
        for (row, model) in order.enumerated() {
            matrix.drawWords(row: row, in: &frame)
            for (column, other) in order.enumerated() where column != row {
                let (agreement, box) = (agreements[model][other], matrix.box(column: column, top: frame.y))
                guard matrix.hasGaps else {
                    shades.add(agreement.map(ramp.steppedColour), span: box.x...box.right, top: frame.y)
                    continue
                }
                draw(agreement, isLower: column < row, box: box, matrix: matrix, ramp: ramp, in: &frame)
            }
            addTargets(row: row, order: order, matrix: matrix, in: &frame)
            frame.y += matrix.rowHeight
        }
        shades.draw(in: &frame)
        let width = context.theme.lineWidth * 1.75
        for group in groups {
            let box = matrix.box(rows: group, top: top).inset(by: -width / 2)
            frame.scene.add(
                Shape(geometry: .rectangle(box, radius: 0), stroke: context.theme[.ink], strokeWidth: width))
        }
        if hasTree {
            let left = matrix.cellsRight + em * 0.6
            let tree = Dendrogram(
                linkage: linkage, least: cut, plot: left...min(frame.right - em * 0.2, left + em * 14))
            let middles = order.indices.map { top + (Double($0) + 0.5) * matrix.rowHeight }
            tree.draw(middles: middles, cut: cut, in: &frame)
        }
        NumberedMatrix.drawRest(of: labels.count, in: &frame)
        return frame.finished()
    }

    /// The agreement of each pair once.
    private var pairs: [Double?] {
        labels.indices.flatMap { row in (0..<row).map { agreements[row][$0] } }
    }

    private func draw(
        _ agreement: Double?, isLower: Bool, box: Rectangle, matrix: NumberedMatrix, ramp: DivergingRamp,
        in frame: inout Frame
    ) {
        let context = frame.context
        guard let agreement else {
            frame.scene.add(HeatCellPainter.hatch(in: box, context: context))
            return
        }
        if isLower {
            matrix.drawCell(box, fill: ramp.colour(of: agreement), in: &frame)
        } else if let detail = matrix.detail {
            let block = context.number(Self.words(agreement, isShort: detail == 1), size: \.small)
            frame.add(block, x: box.centre.x, middle: box.centre.y, anchor: .middle, colour: context.theme[.ink])
        } else {
            // Without room for numbers the upper half mirrors the lower one.
            matrix.drawCell(box, fill: ramp.colour(of: agreement), in: &frame)
        }
    }

    private func addTargets(row: Int, order: [Int], matrix: NumberedMatrix, in frame: inout Frame) {
        let model = order[row]
        func words(_ other: Int) -> String {
            "\(labels[other]): " + (agreements[model][other].map { Self.words($0) } ?? "no data")
        }
        guard !matrix.hasCellTargets else {
            for (column, other) in order.enumerated() where column != row {
                frame.addTarget(
                    matrix.box(column: column, top: frame.y), label: "\(labels[model]) and \(words(other))",
                    link: links.isEmpty ? nil : links[model][other])
            }
            return
        }
        let others = order.filter { $0 != model }
        let nearest = others.min { (agreements[model][$1] ?? -2, $0) < (agreements[model][$0] ?? -2, $1) }
        let box = Rectangle(x: frame.left, y: frame.y, width: frame.width, height: matrix.rowHeight)
        frame.addTarget(
            box, label: "\(labels[model]) fails most alike with \(nearest.map(words) ?? "none")", link: nil)
    }

    private func widest(isShort: Bool, context: LayoutContext) -> Double {
        pairs.compactMap(\.self).map { context.number(Self.words($0, isShort: isShort), size: \.small).width }
            .max() ?? 0
    }

    private func key(ramp: DivergingRamp, hasGroups: Bool, hasTree: Bool, context: LayoutContext) -> [KeyEntry] {
        let em = context.em
        let digits = Ticks(range: 0...ramp.limit, target: 2).decimals(factor: 1)
        let ends = [-ramp.limit, ramp.limit].map { ValueFormat.score.signedString($0, decimals: digits) }
        var entries = [KeyEntry.ramp(ramp, ends: (ends[0], ends[1]), title: agreementTitle, context: context)]
        let least = Self.words(groupAgreement)
        if hasGroups {
            entries.append(
                KeyEntry(word: "fail alike: mean agreement at least \(least)", width: em) { scene, centre in
                    let box = Rectangle(
                        x: centre.x - em * 0.45, y: centre.y - em * 0.45, width: em * 0.9, height: em * 0.9)
                    scene.add(
                        Shape(
                            geometry: .rectangle(box, radius: 0), stroke: context.theme[.ink],
                            strokeWidth: context.theme.lineWidth * 1.75))
                })
        }
        if hasTree { entries.append(.thresholdLine("tree cut at \(least)", isShort: false, context: context)) }
        if pairs.contains(where: { $0 == nil }) { entries.append(.noData(context: context)) }
        return entries + KeyEntry.points(categories.compactMap(\.self), context: context)
    }
}
