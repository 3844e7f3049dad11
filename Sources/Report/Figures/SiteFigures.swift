import Charts
import Findings
import Foundation

/// The figures of a site: SVG files in several widths and two themes, and what a page needs to show them.
struct SiteFigures: Sendable {
    /// One drawing.
    struct Variant: Sendable {
        var path: String
        var width: Int
        var height: Int
        var isDark: Bool
        var targets: [Target]
    }

    let files: [SiteFile]
    private let figures: [String: StudyFigure]
    /// What each figure answers, by its name.
    private let questions: [String: String]
    private let variants: [String: [Variant]]
    /// The figures by kind, in the order of a report; kinds without figures are left out.
    let kinds: [(question: String, names: [String])]

    /// Draws everything.
    ///
    /// - Throws: `ChartProblem` if the values of a figure cannot be drawn.
    init(_ index: FindingsIndex) throws {
        let material = FigureMaterial(index)
        let made = FigureKind.all.map { kind in
            (kind, kind.figures(material).filter { kind.isShownForEach || $0.name == kind.id })
        }
        kinds = made.filter { !$0.1.isEmpty }.map { ($0.question, $1.map(\.name)) }
        let asked = made.flatMap { kind, figures in figures.map { ($0, kind.question) } }
        let figures = asked.map(\.0)
        questions = Dictionary(asked.map { ($0.0.name, $0.1) }) { first, _ in first }
        // All drawings of a figure by one thread, since they share most of their texts.
        let drawn = try Parallel.map(figures) { figure in
            try [Theme.light, .dark].flatMap { theme in
                try ChartSize.screens.map { try Self.drawn(figure, theme, $0) }
            }
        }.flatMap(\.self)
        files = drawn.map(\.file)
        variants = Dictionary(grouping: drawn, by: \.name).mapValues { $0.map(\.variant) }
        self.figures = Dictionary(figures.map { ($0.name, $0) }) { first, _ in first }
    }

    private static func drawn(
        _ figure: StudyFigure, _ theme: Theme, _ size: ChartSize
    ) throws -> (name: String, file: SiteFile, variant: Variant) {
        let drawing = try Drawing(figure.chart, theme: theme, size: size)
        let width = Int(size.width)
        let path = "figures/\(figure.name)-\(width)-\(theme.name).svg"
        let variant = Variant(
            path: path, width: width, height: Int(drawing.scene.height.rounded(.up)), isDark: theme.isDark,
            targets: drawing.scene.targets)
        return (figure.name, SiteFile(path: path, data: try drawing.data(.svg)), variant)
    }

    /// The drawings of a figure, light ones first, narrow ones first.
    func drawings(of name: String) -> [Variant] { variants[name] ?? [] }

    /// What a reader of a figure hears who cannot see it; nil for an unknown name.
    func alternative(of name: String) -> String? { figures[name]?.alternative }

    /// Where a figure stands, which decides what drawing fits at what width of the page.
    enum Place: String {
        /// Over the whole width of the page.
        case page
        /// The wide column of the home page.
        case wideColumn = "wide-column"
        /// The narrow column of the home page, which on middling pages is as wide as the page.
        case narrowColumn = "narrow-column"

        /// The width of the drawing that is used unless a query holds, and those with queries in their order. The style
        /// sheet holds the same queries for the marks above the drawings.
        var drawings: (main: Int, others: [(width: Int, query: String)]) {
            switch self {
            case .page: (1080, [(360, "(max-width: 719px)"), (720, "(max-width: 1127px)")])
            case .wideColumn: (720, [(360, "(max-width: 719px)")])
            case .narrowColumn: (360, [(720, "(min-width: 720px) and (max-width: 1175px)")])
            }
        }
    }

    /// What the template `figure` needs, or nothing if there is no such figure.
    func value(_ name: String, in place: Place) -> TemplateValue {
        guard let all = variants[name], let figure = figures[name] else { return .none }
        func variant(_ width: Int, isDark: Bool) -> Variant? {
            all.first { $0.width == width && $0.isDark == isDark }
        }
        let (mainWidth, others) = place.drawings
        guard let main = variant(mainWidth, isDark: false) else { return .none }
        let dark = "screen and (prefers-color-scheme: dark)"
        // Paper gets the main drawing in light colours, whatever the screen shows.
        let sources: [(Variant?, String)] =
            others.map { (variant($0.width, isDark: true), "\(dark) and \($0.query)") }
            + [(variant(mainWidth, isDark: true), dark)]
            + others.map { (variant($0.width, isDark: false), "screen and \($0.query)") }
        let shown = [main] + others.compactMap { variant($0.width, isDark: false) }
        return [
            "name": .text(name), "path": .text(main.path), "alternative": .text(figure.alternative),
            "width": TemplateValue(main.width), "height": TemplateValue(main.height),
            "size": .text("figure-\(main.width)"), "place": .text(place.rawValue),
            "title": .text(figure.chart.text.title), "subtitle": .text(figure.chart.text.subtitle),
            "question": TemplateValue(questions[name]),
            "sources": .list(
                sources.compactMap { variant, media in
                    variant.map {
                        [
                            "path": .text($0.path), "media": .text(media), "width": TemplateValue($0.width),
                            "height": TemplateValue($0.height),
                        ]
                    }
                }),
            "overlays": .list(shown.compactMap(FigureOverlay.value)),
            "numbers": FigureNumbers.value(figure.chart.table),
        ]
    }
}
