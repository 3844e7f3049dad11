/// Slanted lines inside a box, for "no data".
enum Hatch {
    /// Lines at 45° with `spacing` between them along the box's upper edge, cut to the box.
    static func lines(in box: Rectangle, spacing: Double) -> [[Point]] {
        var lines: [[Point]] = []
        var offset = spacing / 2
        while offset < box.width + box.height {
            // The line x + y = offset, from the box's upper left corner.
            let from = Point(box.x + min(offset, box.width), box.y + max(0, offset - box.width))
            let to = Point(box.x + max(0, offset - box.height), box.y + min(offset, box.height))
            lines.append([from, to])
            offset += spacing
        }
        return lines
    }
}
