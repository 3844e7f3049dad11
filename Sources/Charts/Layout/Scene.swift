/// A laid-out drawing: elements with final positions, bottom first. A value; nothing is drawn yet.
public struct Scene: Sendable, Hashable {
    /// In the unit of the size.
    public var width: Double
    /// In the unit of the size; it follows from the content.
    public var height: Double
    /// The words around the drawing, for titles of files and for readers who cannot see it.
    public var text: ChartText
    /// The page's colour, or nil where no page is painted.
    public var background: Colour?
    /// The parts that can be pointed at, in the order of reading.
    public internal(set) var targets: [Target] = []
    var elements: [SceneElement] = []

    init(width: Double, height: Double, text: ChartText, background: Colour? = nil) {
        self.width = width
        self.height = height
        self.text = text
        self.background = background
    }

    mutating func add(_ text: PlacedText) {
        elements.append(.text(text))
    }

    mutating func add(_ shape: Shape) {
        elements.append(.shape(shape))
    }
}

enum SceneElement: Sendable, Hashable {
    case text(PlacedText)
    case shape(Shape)
}

/// A measured text at a place.
struct PlacedText: Sendable, Hashable {
    var block: TextBlock
    /// Left end of the text's logical box.
    var x: Double
    /// Upper end of the text's logical box.
    var y: Double
    var colour: Colour

    var box: Rectangle { Rectangle(x: x, y: y, width: block.width, height: block.height) }
    var inkBox: Rectangle { block.ink.offset(x: x, y: y) }
}

struct Shape: Sendable, Hashable {
    var geometry: Geometry
    var fill: Colour?
    var stroke: Colour?
    var strokeWidth: Double = 1
    /// Lengths of dashes and spaces in turn; empty for a solid line.
    var dash: [Double] = []
}

enum Geometry: Sendable, Hashable {
    case rectangle(Rectangle, radius: Double)
    case circle(centre: Point, radius: Double)
    /// The left half of a disc.
    case leftHalfDisc(centre: Point, radius: Double)
    case polygon([Point])
    /// Open lines, each of two points or more.
    case lines([[Point]])
}

struct Point: Sendable, Hashable {
    var x: Double
    var y: Double

    init(_ x: Double, _ y: Double) {
        self.x = x
        self.y = y
    }
}

struct Rectangle: Sendable, Hashable {
    var x: Double
    var y: Double
    var width: Double
    var height: Double

    var right: Double { x + width }
    var bottom: Double { y + height }
    var centre: Point { Point(x + width / 2, y + height / 2) }

    func offset(x dx: Double, y dy: Double) -> Rectangle {
        Rectangle(x: x + dx, y: y + dy, width: width, height: height)
    }

    func inset(by amount: Double) -> Rectangle {
        Rectangle(x: x + amount, y: y + amount, width: width - 2 * amount, height: height - 2 * amount)
    }

    /// Whether the two share more than `tolerance` in both directions.
    func overlaps(_ other: Rectangle, tolerance: Double = 0) -> Bool {
        min(right, other.right) - max(x, other.x) > tolerance
            && min(bottom, other.bottom) - max(y, other.y) > tolerance
    }

    func contains(_ other: Rectangle, tolerance: Double = 0) -> Bool {
        other.x >= x - tolerance && other.y >= y - tolerance && other.right <= right + tolerance
            && other.bottom <= bottom + tolerance
    }
}

extension Scene {
    /// What is said to a reader who cannot see the drawing.
    var summary: String {
        text.summary ?? [text.title, text.subtitle, text.footnote].filter { !$0.isEmpty }.joined(separator: " ")
    }
}
