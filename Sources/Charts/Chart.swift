import Foundation

/// A drawing that lays itself out for a theme and a width.
///
/// A chart is a value: labels, numbers and categories. It knows nothing of files, and drawing it has no side effect.
public protocol Chart: Sendable {
    /// The words around the drawing.
    var text: ChartText { get }

    /// Places everything for one theme and one width.
    ///
    /// - Throws: `ChartProblem` if the values cannot be drawn (none given, not finite, shapes that do not agree).
    func layout(in context: LayoutContext) throws -> Scene
}

/// The words around a drawing. All of them are plain text: nothing in them is read as markup.
public struct ChartText: Sendable, Hashable {
    /// The finding in a sentence, at most two lines; longer titles end in an ellipsis.
    public var title: String
    /// What is drawn, n, interval method and level.
    public var subtitle: String
    /// Source, date of the data, version.
    public var footnote: String
    /// What a reader who cannot see the drawing needs; nil for one made of the title and the subtitle.
    public var summary: String?

    public init(title: String, subtitle: String = "", footnote: String = "", summary: String? = nil) {
        self.title = title
        self.subtitle = subtitle
        self.footnote = footnote
        self.summary = summary
    }
}

/// Draws a chart. The same arguments give the same bytes as long as the installed fonts are the same.
///
/// - Parameters:
///   - theme: Colours and type sizes; `.print` for paper, whose type is in points.
///   - size: The width; the height follows from the content.
///   - format: SVG and PNG in the unit of `size`; PDF always in points, with fonts embedded and no dates.
/// - Throws: `ChartProblem` if the values cannot be drawn, or if Cairo reports an error.
public func render(_ chart: some Chart, theme: Theme, size: ChartSize, format: ChartFormat) throws -> Data {
    let setter = TextSetter(families: theme.fontFamilies)
    let scene = try chart.layout(in: LayoutContext(theme: theme, size: size, setter: setter))
    switch format {
    case .svg: return SVGWriter(setter: setter, unit: size.unit).data(of: scene)
    case .pdf: return try Canvas.pdf(of: scene, setter: setter)
    case .png(let scale): return try Canvas.png(of: scene, setter: setter, scale: scale)
    }
}
