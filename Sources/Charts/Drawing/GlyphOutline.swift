/// A glyph of a face at a place.
struct PlacedGlyph: Sendable, Hashable {
    /// The number of the face (family, weight and style) in the stock of fonts.
    var face: Int
    /// The glyph's number in the font; 0 for a character that no font has.
    var identifier: UInt32
    var x: Double
    var y: Double
}

/// The outline of a glyph.
struct GlyphOutline: Sendable, Hashable {
    enum Command: Sendable, Hashable {
        case move(Point)
        case line(Point)
        case curve(Point, Point, Point)
        case close
    }

    var commands: [Command] = []

    /// As an SVG path in whole units, relative, because that is shorter.
    var pathData: String {
        var text = ""
        var (x, y) = (0, 0)
        var (startX, startY) = (0, 0)
        func pair(_ point: Point) -> (Int, Int) { (Int(point.x.rounded()) - x, Int(point.y.rounded()) - y) }
        func joined(_ numbers: [Int]) -> String {
            numbers.enumerated().map { $0 > 0 && $1 >= 0 ? " \($1)" : "\($1)" }.joined()
        }
        for command in commands {
            switch command {
            case .move(let point):
                let (dx, dy) = pair(point)
                text += "m" + joined([dx, dy])
                (x, y) = (x + dx, y + dy)
                (startX, startY) = (x, y)
            case .line(let point):
                let (dx, dy) = pair(point)
                if dx == 0 && dy == 0 { continue }
                text += dy == 0 ? "h\(dx)" : dx == 0 ? "v\(dy)" : "l" + joined([dx, dy])
                (x, y) = (x + dx, y + dy)
            case .curve(let first, let second, let end):
                let (a, b, c) = (pair(first), pair(second), pair(end))
                text += "c" + joined([a.0, a.1, b.0, b.1, c.0, c.1])
                (x, y) = (x + c.0, y + c.1)
            case .close:
                text += "z"
                (x, y) = (startX, startY)
            }
        }
        // A path that ends in a move, as Cairo's do after closing, has nothing to draw there.
        if let last = text.lastIndex(of: "m"), !text[last...].contains("z"), !text[last...].contains("l"),
            !text[last...].contains("c"), !text[last...].contains("h"), !text[last...].contains("v")
        {
            text = String(text[..<last])
        }
        return text
    }
}
