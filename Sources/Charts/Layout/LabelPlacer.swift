/// Finds places for the labels of points where they touch neither each other nor a mark.
///
/// A greedy search in the order of importance (after Imhof 1975, "Positioning names on maps"): right, left, above,
/// below, then the corners, near before far. A label without a place is left out and counted; its words stay in the
/// chart's table.
struct LabelPlacer {
    /// What a label must not touch.
    private(set) var obstacles: [Rectangle]
    /// What a label should not touch, such as lines: it does where there is no other place.
    private let avoided: [Rectangle]
    /// What no label may leave.
    let bounds: Rectangle
    private(set) var omitted = 0

    init(obstacles: [Rectangle], avoided: [Rectangle] = [], bounds: Rectangle) {
        self.obstacles = obstacles
        self.avoided = avoided
        self.bounds = bounds
    }

    /// The upper left corner for a block beside a point, or nil if there is no place for it.
    ///
    /// - Parameters:
    ///   - radius: Of the mark, which the label does not touch.
    ///   - gap: Between the mark and the label, and least distance from obstacles.
    mutating func place(_ block: TextBlock, at point: Point, radius: Double, gap: Double) -> Point? {
        for isStrict in avoided.isEmpty ? [false] : [true, false] {
            for reach in [1.0, 2.2] {
                let corners = Self.corners(block, at: point, radius: radius, gap: gap, reach: reach)
                for corner in corners {
                    let box = Rectangle(x: corner.x, y: corner.y, width: block.width, height: block.height)
                    let grown = box.inset(by: -gap / 2)
                    guard bounds.contains(box), !obstacles.contains(where: { $0.overlaps(grown) }),
                        !isStrict || !avoided.contains(where: { $0.overlaps(box) })
                    else { continue }
                    obstacles.append(box)
                    return corner
                }
            }
        }
        omitted += 1
        return nil
    }

    private static func corners(
        _ block: TextBlock, at point: Point, radius: Double, gap: Double, reach: Double
    ) -> [Point] {
        let distance = radius + gap * reach
        let (left, right) = (point.x - distance - block.width, point.x + distance)
        let (above, below) = (point.y - distance - block.height, point.y + distance)
        let (centreX, centreY) = (point.x - block.width / 2, point.y - block.height / 2)
        // Nearer than on the axes, but clear of a box around the mark.
        let diagonal = max(distance * 0.7, radius + gap * 0.51)
        let (before, after) = (point.x - diagonal - block.width, point.x + diagonal)
        let (over, under) = (point.y - diagonal - block.height, point.y + diagonal)
        return [
            Point(right, centreY), Point(left, centreY), Point(centreX, above), Point(centreX, below),
            Point(after, over), Point(before, over), Point(after, under), Point(before, under),
        ]
    }

    /// Boxes along a line of some width, for a placer to keep clear of.
    static func boxes(along line: [Point], width: Double) -> [Rectangle] {
        zip(line, line.dropFirst()).flatMap { from, to -> [Rectangle] in
            let count = max(1, Int((max(abs(to.x - from.x), abs(to.y - from.y)) / max(width * 3, 1)).rounded(.up)))
            return (0..<count).map { index in
                let (first, second) = (Double(index) / Double(count), Double(index + 1) / Double(count))
                let (x1, x2) = (from.x + (to.x - from.x) * first, from.x + (to.x - from.x) * second)
                let (y1, y2) = (from.y + (to.y - from.y) * first, from.y + (to.y - from.y) * second)
                return Rectangle(
                    x: min(x1, x2) - width / 2, y: min(y1, y2) - width / 2, width: abs(x2 - x1) + width,
                    height: abs(y2 - y1) + width)
            }
        }
    }
}
