/// How the parts of a bar are painted: by lightness and by hatching, so that they stay apart without hues.
struct PartFill {
    let colour: Colour
    /// The colour of slanted lines over it, or nil.
    let hatch: Colour?
    let outline: Colour?

    /// - Parameter index: Of the part's meaning, the same in all bars.
    init(_ index: Int, context: LayoutContext) {
        let theme = context.theme
        let ramp = HeatRamp(values: [0, 1], limits: 0...1, isDark: theme.isDark)
        let line = ramp.colour(at: 0.6)
        switch index % 6 {
        case 0: (colour, hatch, outline) = (ramp.colour(at: 0.9), nil, nil)
        case 1: (colour, hatch, outline) = (ramp.colour(at: 0.52), nil, nil)
        case 2: (colour, hatch, outline) = (ramp.colour(at: 0.1), line, line)
        case 3: (colour, hatch, outline) = (theme[.grid], nil, theme[.axis])
        case 4: (colour, hatch, outline) = (ramp.colour(at: 0.75), ramp.colour(at: 0.25), nil)
        default: (colour, hatch, outline) = (theme.page, theme[.axis], theme[.axis])
        }
    }

    func draw(in box: Rectangle, context: LayoutContext, scene: inout Scene) {
        scene.add(Shape(geometry: .rectangle(box, radius: 0), fill: colour))
        if let hatch {
            scene.add(
                Shape(
                    geometry: .lines(Hatch.lines(in: box, spacing: context.em * 0.48)), stroke: hatch,
                    strokeWidth: context.theme.lineWidth))
        }
        let line = context.theme.lineWidth
        if let outline, box.width > 2 * line {
            scene.add(
                Shape(geometry: .rectangle(box.inset(by: line / 2), radius: 0), stroke: outline, strokeWidth: line))
        }
    }
}
