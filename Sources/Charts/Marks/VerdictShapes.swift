/// Verdict marks as paths, because not every font has the signs.
enum VerdictShapes {
    /// - Parameters:
    ///   - radius: Half the mark's height.
    ///   - colour: Of the mark.
    ///   - page: What lies behind it, for the sign cut out of the filled square.
    static func shapes(_ mark: VerdictMark, at centre: Point, radius: Double, colour: Colour, page: Colour) -> [Shape] {
        let line = radius * 0.3
        let box = Rectangle(x: centre.x - radius, y: centre.y - radius, width: 2 * radius, height: 2 * radius)
        func place(_ x: Double, _ y: Double) -> Point { Point(centre.x + x * radius, centre.y + y * radius) }
        switch mark {
        case .pass:
            let sign: [Point] = [place(-0.55, 0.02), place(-0.15, 0.45), place(0.58, -0.45)]
            return [
                Shape(geometry: .rectangle(box, radius: radius * 0.3), fill: colour),
                Shape(geometry: .lines([sign]), stroke: page, strokeWidth: line * 1.15),
            ]
        case .inconclusive:
            let inner = radius - line / 2
            return [
                Shape(geometry: .leftHalfDisc(centre: centre, radius: inner), fill: colour),
                Shape(geometry: .circle(centre: centre, radius: inner), stroke: colour, strokeWidth: line),
            ]
        case .fail:
            let outline = Geometry.rectangle(box.inset(by: line / 2), radius: radius * 0.2)
            let cross = [[place(-0.4, -0.4), place(0.4, 0.4)], [place(-0.4, 0.4), place(0.4, -0.4)]]
            return [
                Shape(geometry: outline, stroke: colour, strokeWidth: line * 0.8),
                Shape(geometry: .lines(cross), stroke: colour, strokeWidth: line),
            ]
        }
    }
}
