/// A point of a kind; the shapes have about equal areas for the same radius.
enum PointMark {
    static func shape(
        _ shape: MarkShape, at centre: Point, radius: Double, colour: Colour, hollow page: Colour? = nil,
        strokeWidth: Double = 1
    ) -> Shape {
        var result = Shape(geometry: geometry(shape, at: centre, radius: radius), fill: page ?? colour)
        if page != nil {
            // The outline lies inside the radius, so that hollow and filled marks are equally large.
            result.geometry = geometry(shape, at: centre, radius: radius - strokeWidth / 2)
            result.stroke = colour
            result.strokeWidth = strokeWidth
        }
        return result
    }

    private static func geometry(_ shape: MarkShape, at centre: Point, radius: Double) -> Geometry {
        switch shape {
        case .circle: return .circle(centre: centre, radius: radius)
        case .diamond:
            let half = radius * 1.25
            return .polygon([
                Point(centre.x, centre.y - half), Point(centre.x + half, centre.y), Point(centre.x, centre.y + half),
                Point(centre.x - half, centre.y),
            ])
        case .square:
            let half = radius * 0.886
            let box = Rectangle(x: centre.x - half, y: centre.y - half, width: 2 * half, height: 2 * half)
            return .rectangle(box, radius: 0)
        }
    }
}
