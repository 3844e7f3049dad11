/// The kind of bytes that `render` returns.
public enum ChartFormat: Sendable, Hashable {
    /// SVG with text as outlines: it needs no font, no style sheet and no script, and may stand inside a page.
    case svg
    /// One page of PDF as large as the drawing, fonts embedded as subsets. The date, ISO 8601, stands in the metadata;
    /// nil for none, so that the same chart gives the same bytes on any day.
    case pdf(created: String?)
    /// PNG with so many pixels a unit of the size, 2 for dense screens.
    case png(scale: Double)
    /// PNG with a pixel a unit and at most 256 colours, a third as large: for drawings of few flat colours.
    case palettePNG

    /// PDF without a date.
    public static let pdf = ChartFormat.pdf(created: nil)

    /// The usual ending of a file's name, without the dot.
    public var fileExtension: String {
        switch self {
        case .svg: "svg"
        case .pdf: "pdf"
        case .png, .palettePNG: "png"
        }
    }
}
