/// An interval as a line through its mark.
enum IntervalMark {
    static func horizontal(_ range: ClosedRange<Double>, y: Double, colour: Colour, width: Double) -> Shape {
        Shape(
            geometry: .lines([[Point(range.lowerBound, y), Point(range.upperBound, y)]]), stroke: colour,
            strokeWidth: width)
    }

    static func vertical(_ range: ClosedRange<Double>, x: Double, colour: Colour, width: Double) -> Shape {
        Shape(
            geometry: .lines([[Point(x, range.lowerBound), Point(x, range.upperBound)]]), stroke: colour,
            strokeWidth: width)
    }

    /// The area between two lines with the same x; flat, because transparency is a trap on paper.
    static func band(lower: [Point], upper: [Point], colour: Colour) -> Shape {
        Shape(geometry: .polygon(upper + lower.reversed()), fill: colour)
    }
}
