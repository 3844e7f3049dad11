/// Size and weight of type.
struct TextStyle: Sendable, Hashable {
    enum Weight: Int, Sendable, Hashable {
        case regular = 400
        case medium = 500
        case semibold = 600
    }

    var size: Double
    var weight: Weight
    /// Whether figures are equally wide, so that columns of numbers align; running text reads better without.
    var hasTabularFigures = false
}

/// Where lines may break within a word.
enum WordBreaks {
    /// After hyphens, low lines and slashes, as in names of files.
    case afterPunctuation
    /// Only where a word is longer than a line.
    case never
}

/// A measured text: what was asked for, and how large it is.
struct TextBlock: Sendable, Hashable {
    enum Alignment: Sendable, Hashable {
        case start, middle, end
    }

    /// Already cleaned.
    var string: String
    var style: TextStyle
    /// Where lines wrap; nil for one line as wide as it is.
    var maximumWidth: Double?
    /// Lines after which the text ends in an ellipsis.
    var maximumLines: Int
    /// How the lines of one block lie to each other.
    var alignment: Alignment

    /// The logical box: advance widths and line heights.
    var width = 0.0
    var height = 0.0
    /// From the top of the box to the first baseline.
    var baseline = 0.0
    /// Where there is ink, from the box's upper left corner.
    var ink = Rectangle(x: 0, y: 0, width: 0, height: 0)
    var lineCount = 0
    /// Whether the text ends in an ellipsis.
    var isShortened = false
    /// Whether no installed font has one of its characters.
    var lacksGlyphs = false

    /// The measures follow from what was asked for.
    func hash(into hasher: inout Hasher) {
        hasher.combine(string)
        hasher.combine(style)
        hasher.combine(maximumWidth)
    }
}
