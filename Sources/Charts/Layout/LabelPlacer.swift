/// Finds places for the labels of points where they touch neither each other nor a mark.
///
/// A greedy search in the order of importance (after Imhof 1975, "Positioning names on maps"): right, left, above,
/// below, then the corners, near before far. A label without a place is left out and counted; its words stay in the
/// chart's table.
struct LabelPlacer {
    /// What a label must not touch.
    private(set) var obstacles: [Rectangle]
    /// What no label may leave.
    let bounds: Rectangle
    private(set) var omitted = 0

    init(obstacles: [Rectangle], bounds: Rectangle) {
        self.obstacles = obstacles
        self.bounds = bounds
    }

    /// The upper left corner for a block beside a point, or nil if there is no place for it.
    ///
    /// - Parameters:
    ///   - radius: Of the mark, which the label does not touch.
    ///   - gap: Between the mark and the label, and least distance from obstacles.
    mutating func place(_ block: TextBlock, at point: Point, radius: Double, gap: Double) -> Point? {
        for reach in [1.0, 2.2] {
            let distance = radius + gap * reach
            let (left, right) = (point.x - distance - block.width, point.x + distance)
            let (above, below) = (point.y - distance - block.height, point.y + distance)
            let (centreX, centreY) = (point.x - block.width / 2, point.y - block.height / 2)
            let diagonal = distance * 0.7
            let corners = [
                Point(right, centreY), Point(left, centreY), Point(centreX, above), Point(centreX, below),
                Point(point.x + diagonal, point.y - diagonal - block.height),
                Point(point.x - diagonal - block.width, point.y - diagonal - block.height),
                Point(point.x + diagonal, point.y + diagonal),
                Point(point.x - diagonal - block.width, point.y + diagonal),
            ]
            for corner in corners {
                let box = Rectangle(x: corner.x, y: corner.y, width: block.width, height: block.height)
                guard bounds.contains(box), !obstacles.contains(where: { $0.overlaps(box.inset(by: -gap / 2)) }) else {
                    continue
                }
                obstacles.append(box)
                return corner
            }
        }
        omitted += 1
        return nil
    }
}
