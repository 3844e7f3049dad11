extension ThresholdCurveChart: Chart {
    /// Three stacked shares over the threshold from 0 to 1. Where there are no bounds, a note says so.
    ///
    /// - Throws: `ChartProblem` if a value is not finite, or if the width is under 16 times the body type.
    public func layout(in context: LayoutContext) throws -> Scene {
        for (index, row) in bounds.enumerated() {
            try ChartProblem.requireFinite(row.lower, "bounds[\(index)].lower")
            try ChartProblem.requireFinite(row.upper, "bounds[\(index)].upper")
        }
        try ChartProblem.requireFinite(threshold?.value, "threshold.value")
        guard !bounds.isEmpty else {
            let reason = "No model has bounds here, so there is no verdict at any threshold."
            return try NoteChart(text: text, reason: reason).layout(in: context)
        }
        var frame = try Frame(text: text, context: context)
        let em = context.em
        let ends = frame.left...frame.right
        let height = em * min(24, max(15, context.widthInEms * 0.36))
        func plotArea(headroom: Double) -> PlotArea {
            PlotArea(
                x: AxisSpec(
                    values: [0, 1], limits: 0...1, format: .value(format), title: axisTitle, hasMargin: false),
                y: AxisSpec(
                    values: [0, 1], limits: 0...1, format: .value(.percent), title: "share of \(noun)",
                    hasMargin: false),
                bounds: ends, top: frame.y, height: height, headroom: headroom, context: context)
        }
        // The place of the line decides how its words lie, and they decide where the plot begins.
        let first = plotArea(headroom: 0)
        let lineLabels = threshold.flatMap { threshold in
            words(of: threshold).lazy.compactMap { word in
                let line = (position: first.x.scale.position(threshold.value), word: word)
                return LineLabels(lines: [line], bounds: ends, context: context)
            }.first
        }
        let areas = StepAreas(chart: self)
        let line = threshold.map { first.x.scale.position($0.value) }
        var places = VerdictMark.allCases.map { areas.place(of: $0, plot: first, avoiding: line, context: context) }
        if places[1] == nil, areas.occurs(.inconclusive) {
            places[1] = areas.placeBeside(
                .inconclusive, plot: first, avoiding: line, and: places[2], context: context)
        }
        frame.addKey(
            zip(VerdictMark.allCases, places).filter { areas.occurs($0) && $1 == nil }
                .map { verdict, _ in .verdictArea(verdict, context: context) }
                + (lineLabels == nil ? threshold.map { words(of: $0).suffix(1) } ?? [] : [])
                .map { .thresholdLine($0, isShort: false, context: context) })
        // The line's words stand beside the name of the axis where there is room, else below it.
        let titleRight = frame.left + context.block("share of \(noun), %", size: \.small).width
        let isBeside = lineLabels.map { $0.left > titleRight + em } ?? true
        let plot = plotArea(headroom: isBeside ? 0 : (lineLabels?.height ?? 0) - em * 0.15)
        for verdict in VerdictMark.allCases { areas.draw(verdict, plot: plot, in: &frame) }
        plot.draw(in: &frame)
        areas.drawGrid(plot: plot, in: &frame)
        areas.drawEdges(plot: plot, in: &frame)
        if let lineLabels {
            lineLabels.draw(bottom: plot.box.y - em * 0.2, spans: [plot.box.y...plot.box.bottom], in: &frame)
        } else if let threshold {
            let x = context.snappedLine(plot.x.scale.position(threshold.value))
            frame.scene.add(
                LineLabels.line([[Point(x, plot.box.y), Point(x, plot.box.bottom)]], context: context))
        }
        for case let place? in places { place.draw(dy: plot.box.y - first.box.y, in: &frame) }
        addTargets(plot: plot, in: &frame)
        return frame.finished()
    }

    /// What may stand above the line, the most telling first.
    private func words(of threshold: Threshold) -> [String] {
        let value = format.exact(threshold.value)
        let name = threshold.label.isEmpty ? value : "\(threshold.label) \(value)"
        let counts = counts(at: threshold.value)
        return ["\(name): \(counts.pass) pass, \(counts.inconclusive) inconclusive, \(counts.fail) fail", name, value]
    }

    /// Each tenth of the axis, and the threshold in force, which lies above them.
    private func addTargets(plot: PlotArea, in frame: inout Frame) {
        let width = plot.box.width / 10
        for tenth in 0...10 {
            let value = Double(tenth) / 10
            let centre = plot.x.scale.position(value)
            let left = max(plot.box.x, centre - width / 2)
            let box = Rectangle(
                x: left, y: plot.box.y, width: min(plot.box.right, centre + width / 2) - left, height: plot.box.height)
            frame.addTarget(box, label: "at \(format.exact(value)): \(words(at: value))", link: nil)
        }
        guard let threshold else { return }
        let centre = plot.x.scale.position(threshold.value)
        let half = frame.context.em * 0.4
        let box = Rectangle(x: centre - half, y: plot.box.y, width: 2 * half, height: plot.box.height)
        let label = "\(threshold.label) \(format.exact(threshold.value)): \(words(at: threshold.value))"
        frame.addTarget(box, label: label, link: threshold.link)
    }
}
