extension StepAreas {
    /// A verdict's mark and word inside its area.
    struct Label {
        var verdict: VerdictMark
        var block: TextBlock
        var centre: Point
        /// The thin area beside the label that it names, or nil where it stands inside.
        var leaderFrom: Point?

        static func width(_ block: TextBlock, em: Double) -> Double { em * 1.25 + block.width }

        func draw(dy: Double, in frame: inout Frame) {
            let (em, theme) = (frame.context.em, frame.context.theme)
            let left = centre.x - Self.width(block, em: em) / 2
            if let leaderFrom {
                let y = frame.context.snappedLine(centre.y + dy)
                frame.scene.add(
                    Shape(
                        geometry: .lines([[Point(leaderFrom.x, y), Point(left - em * 0.35, y)]]), stroke: theme[.ink],
                        strokeWidth: theme.lineWidth))
            }
            let shapes = VerdictShapes.shapes(
                verdict, at: Point(left + em * 0.42, centre.y + dy), radius: em * 0.42, colour: theme[verdict.role],
                page: StepAreas.tint(leaderFrom == nil ? verdict : .fail, theme: theme))
            for shape in shapes { frame.scene.add(shape) }
            frame.add(block, x: left + em * 1.25, middle: centre.y + dy, colour: theme[.ink])
        }
    }

    /// The roomiest place for the word of an area, or nil if it fits nowhere.
    ///
    /// Both steps fall, so a window is as high as the lower step at its left leaves below the upper step at its right.
    func place(of verdict: VerdictMark, plot: PlotArea, avoiding line: Double?, context: LayoutContext) -> Label? {
        guard occurs(verdict) else { return nil }
        let em = context.em
        for size in [\TypeSizes.body, \TypeSizes.small] {
            let block = context.block(verdict.rawValue, size: size, weight: .medium)
            let width = Label.width(block, em: em) + em * 1.2
            let least = block.height + em * 0.5
            let samples = 160
            var best: [(x: Double, top: Double, bottom: Double)] = []
            for sample in 0...samples {
                let x = plot.box.x + width / 2 + (plot.box.width - width) * Double(sample) / Double(samples)
                let (left, right) = (x - width / 2, x + width / 2)
                if let line, left < line, right > line { continue }
                let steps = counts.indices.filter {
                    plot.x.scale.position(edges[$0 + 1]) > left && plot.x.scale.position(edges[$0]) < right
                }
                guard let first = steps.first, let last = steps.last else { continue }
                let top = plot.y.scale.position(upper(verdict, last))
                let bottom = plot.y.scale.position(lower(verdict, first))
                guard bottom - top >= least else { continue }
                let most = best.first.map { $0.bottom - $0.top } ?? 0
                if bottom - top > most + 0.5 { best = [] }
                if bottom - top > most - 0.5 { best.append((x, top, bottom)) }
            }
            guard !best.isEmpty else { continue }
            let chosen = best[best.count / 2]
            return Label(verdict: verdict, block: block, centre: Point(chosen.x, (chosen.top + chosen.bottom) / 2))
        }
        return nil
    }

    /// A place right of a band that is too thin for its own word: beside its broadest part, inside the area of fails.
    func placeBeside(
        _ verdict: VerdictMark, plot: PlotArea, avoiding line: Double?, and other: Label?, context: LayoutContext
    ) -> Label? {
        let em = context.em
        let block = context.block(verdict.rawValue, size: \.small, weight: .medium)
        let width = Label.width(block, em: em)
        let taken = other.map { other in
            let wide = Label.width(other.block, em: em) + em
            return Rectangle(
                x: other.centre.x - wide / 2, y: other.centre.y - em, width: wide, height: em * 2)
        }
        /// Where a falling step comes down to a height of the plot.
        func crossing(_ y: Double, _ share: (Int) -> Double) -> Double {
            let step = counts.indices.last { plot.y.scale.position(share($0)) <= y }
            return plot.x.scale.position(step.map { edges[$0 + 1] } ?? 0)
        }
        var best: (breadth: Double, label: Label)?
        for sample in 1..<40 {
            let y = plot.box.y + plot.box.height * Double(sample) / 40
            let (from, to) = (crossing(y) { lower(verdict, $0) }, crossing(y) { upper(verdict, $0) })
            let left = crossing(y + block.height / 2 + em * 0.2) { upper(verdict, $0) } + em * 1.6
            let box = Rectangle(x: left - em * 0.5, y: y - em * 0.8, width: width + em, height: em * 1.6)
            guard to > from, box.right < plot.box.right, box.y > plot.box.y, box.bottom < plot.box.bottom,
                taken.map({ !$0.overlaps(box) }) ?? true,
                line.map({ $0 < (from + to) / 2 || $0 > box.right }) ?? true
            else { continue }
            if to - from > best?.breadth ?? 0 {
                best = (
                    to - from,
                    Label(
                        verdict: verdict, block: block, centre: Point(left + width / 2, y),
                        leaderFrom: Point((from + to) / 2, y))
                )
            }
        }
        return best?.label
    }
}

extension KeyEntry {
    /// A verdict's mark on the colour of its area.
    static func verdictArea(_ verdict: VerdictMark, context: LayoutContext) -> KeyEntry {
        let (em, theme) = (context.em, context.theme)
        return KeyEntry(word: verdict.rawValue, width: em * 2) { scene, centre in
            let tint = StepAreas.tint(verdict, theme: theme)
            let box = Rectangle(x: centre.x - em, y: centre.y - em * 0.6, width: em * 2, height: em * 1.2)
            scene.add(Shape(geometry: .rectangle(box, radius: 0), fill: tint))
            let shapes = VerdictShapes.shapes(
                verdict, at: centre, radius: em * 0.4, colour: theme[verdict.role], page: tint)
            for shape in shapes { scene.add(shape) }
        }
    }
}
