import Foundation

/// A drawing that lays itself out for a theme and a width.
///
/// A chart is a value: labels, numbers and categories. It knows nothing of files, and drawing it has no side effect.
public protocol Chart: Sendable {
    /// The words around the drawing.
    var text: ChartText { get }

    /// The same data as a table, for readers who cannot see the drawing.
    var table: ChartTable { get }

    /// Places everything for one theme and one width. Where there is nothing to draw, the drawing says why.
    ///
    /// - Throws: `ChartProblem` if the values cannot be drawn (not finite, shapes that do not agree).
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

    /// The words around a drawing; an empty one takes no room.
    public init(title: String, subtitle: String = "", footnote: String = "", summary: String? = nil) {
        self.title = title
        self.subtitle = subtitle
        self.footnote = footnote
        self.summary = summary
    }
}

/// A laid-out chart, ready to be written in any format.
///
/// It holds the ruler that measured its text, so it belongs to the thread that made it.
public struct Drawing {
    /// Everything in its place, bottom first.
    public let scene: Scene
    private let setter: TextSetter
    private let unit: ChartSize.Unit

    /// Lays a chart out.
    ///
    /// - Parameters:
    ///   - chart: What is drawn.
    ///   - theme: Colours and type sizes; `.print` for paper, whose type is in points.
    ///   - size: The width; the height follows from the content.
    /// - Throws: `ChartProblem` if the values cannot be drawn.
    public init(_ chart: some Chart, theme: Theme, size: ChartSize) throws {
        setter = TextSetter(families: theme.fontFamilies)
        scene = try chart.layout(in: LayoutContext(theme: theme, size: size, setter: setter))
        unit = size.unit
    }

    /// SVG and PNG in the unit of the size; PDF always in points, with fonts embedded.
    ///
    /// - Throws: `ChartProblem` if Cairo reports an error.
    public func data(_ format: ChartFormat) throws -> Data {
        switch format {
        case .svg: SVGWriter(setter: setter, unit: unit).data(of: scene)
        case .pdf(let created): try Canvas.pdf(of: scene, setter: setter, created: created)
        case .png(let scale): try Canvas.png(of: scene, setter: setter, scale: scale)
        case .palettePNG: try PalettePNG.data(Canvas.bitmap(of: scene, setter: setter))
        }
    }

    /// The characters of the drawing that no installed font has.
    public var missingCharacters: String { setter.missingCharacters(in: scene) }
}

/// Draws a chart. The same arguments give the same bytes as long as the installed fonts are the same.
///
/// - Throws: `ChartProblem` if the values cannot be drawn, or if Cairo reports an error.
public func render(_ chart: some Chart, theme: Theme, size: ChartSize, format: ChartFormat) throws -> Data {
    try Drawing(chart, theme: theme, size: size).data(format)
}
