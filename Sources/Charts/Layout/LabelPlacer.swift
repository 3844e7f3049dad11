import Foundation

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
    /// All points of the plot: a label that stood nearer to another one than to its own would be read as the other's.
    private let points: [Point]
    /// What no label may leave.
    let bounds: Rectangle
    private(set) var omitted = 0

    init(obstacles: [Rectangle], avoided: [Rectangle] = [], points: [Point] = [], bounds: Rectangle) {
        self.obstacles = obstacles
        self.points = points
        self.avoided = avoided
        self.bounds = bounds
    }

    /// The upper left corner for a block beside a point, or nil if there is no place for it.
    ///
    /// - Parameters:
    ///   - radius: Of the mark, which the label does not touch.
    ///   - gap: Between the mark and the label, and least distance from obstacles.
    mutating func place(_ block: TextBlock, at point: Point, radius: Double, gap: Double) -> Point? {
        let corner =
            beside(block, at: point, radius: radius, gap: gap, isStrict: true)
            ?? beside(block, at: point, radius: radius, gap: gap, isStrict: false)
        if corner == nil { omitted += 1 }
        return corner
    }

    /// - Parameter isStrict: Whether lines are not to be touched either.
    private mutating func beside(
        _ block: TextBlock, at point: Point, radius: Double, gap: Double, isStrict: Bool
    ) -> Point? {
        for reach in [1.0, 2.2, 3.6] {
            for corner in corners(block, at: point, radius: radius, gap: gap, reach: reach) {
                let box = Rectangle(x: corner.x, y: corner.y, width: block.width, height: block.height)
                let grown = box.inset(by: -gap / 2)
                guard bounds.contains(box), !obstacles.contains(where: { $0.overlaps(grown) }),
                    isNearest(point, to: box),
                    !isStrict || !avoided.contains(where: { $0.overlaps(box.inset(by: -gap / 4)) })
                else { continue }
                obstacles.append(box)
                return corner
            }
        }
        return nil
    }

    /// As `place`, but where only places remain that touch lines, or none, one further away is taken first, with a
    /// leader from the point to it.
    mutating func placeWithLeader(
        _ block: TextBlock, at point: Point, radius: Double, gap: Double
    ) -> (corner: Point, leader: [Point]?)? {
        if let corner = beside(block, at: point, radius: radius, gap: gap, isStrict: true) { return (corner, nil) }
        // Leaders that cross no line before those that do.
        for crossed in [avoided, []] {
            if let found = apart(block, at: point, radius: radius, gap: gap, avoided: crossed) { return found }
        }
        return place(block, at: point, radius: radius, gap: gap).map { ($0, nil) }
    }

    /// A place away from the point with a leader that touches no obstacle and none of `lines`.
    private mutating func apart(
        _ block: TextBlock, at point: Point, radius: Double, gap: Double, avoided lines: [Rectangle]
    ) -> (corner: Point, leader: [Point]?)? {
        for reach in [5.0, 8, 12, 17] {
            // Slanting leaders first, because upright ones would lie on intervals.
            for step in [2, 14, 6, 10, 1, 15, 3, 13, 7, 9, 5, 11, 0, 8, 4, 12] {
                let angle = Double(step) * Double.pi / 8
                let (dx, dy) = (cos(angle), sin(angle))
                let length = radius + gap * reach
                let end = Point(point.x + dx * length, point.y + dy * length)
                // The box touches the end of the line with the side or the corner that looks to the point.
                var box = Rectangle(
                    x: end.x - block.width * (1 - dx) / 2, y: end.y - block.height * (1 - dy) / 2, width: block.width,
                    height: block.height)
                if abs(dy) > 0.6 { box.x = slid(box, over: end.x) }
                let grown = box.inset(by: -gap / 2)
                guard bounds.contains(box), !obstacles.contains(where: { $0.overlaps(grown) }),
                    !avoided.contains(where: { $0.overlaps(box) })
                else { continue }
                let start = Point(point.x + dx * radius * 1.5, point.y + dy * radius * 1.5)
                let stop = Point(end.x - dx * gap * 0.4, end.y - dy * gap * 0.4)
                let pieces = Self.boxes(along: [start, stop], width: 1)
                let blocked = obstacles + lines + [box]
                guard !blocked.contains(where: { thing in pieces.contains { $0.overlaps(thing) } }) else { continue }
                obstacles.append(box)
                obstacles += pieces
                return (Point(box.x, box.y), [start, stop])
            }
        }
        return nil
    }

    /// Moves a box above or below a point sideways into the bounds, as long as it stays above or below the point.
    private func slid(_ box: Rectangle, over x: Double) -> Double {
        let inside = min(max(box.x, bounds.x), max(bounds.x, bounds.right - box.width))
        return min(max(inside, x - box.width), x)
    }

    private func isNearest(_ point: Point, to box: Rectangle) -> Bool {
        func distance(_ point: Point) -> Double {
            let dx = max(box.x - point.x, 0, point.x - box.right)
            let dy = max(box.y - point.y, 0, point.y - box.bottom)
            return dx * dx + dy * dy
        }
        let own = distance(point)
        return points.allSatisfy { $0 == point || distance($0) > own }
    }

    private func corners(
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
        let centred = Rectangle(x: centreX, y: above, width: block.width, height: block.height)
        let middle = slid(centred, over: point.x)
        return [
            Point(right, centreY), Point(left, centreY), Point(middle, above), Point(middle, below),
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

extension Frame {
    /// Sets a label where a placer found room for it, with its leader.
    ///
    /// - Parameter ground: What is painted behind the words, so that no line runs through them; nil for nothing.
    mutating func addLabel(
        _ block: TextBlock, at place: (corner: Point, leader: [Point]?), colour: Colour? = nil, ground: Colour? = nil
    ) {
        if let ground {
            let box = block.ink.offset(x: place.corner.x, y: place.corner.y).inset(by: -context.em * 0.1)
            scene.add(Shape(geometry: .rectangle(box, radius: 0), fill: ground))
        }
        if let leader = place.leader {
            scene.add(
                Shape(
                    geometry: .lines([leader]), stroke: context.theme[.axis], strokeWidth: context.theme.hairlineWidth))
        }
        scene.add(
            PlacedText(block: block, x: place.corner.x, y: place.corner.y, colour: colour ?? context.theme[.ink]))
    }
}
