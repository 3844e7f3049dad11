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
    }

    let files: [SiteFile]
    private let variants: [String: [Variant]]
    private let alternatives: [String: String]

    /// Draws everything.
    ///
    /// - Throws: `ChartProblem` if the values of a figure cannot be drawn.
    init(_ index: FindingsIndex) throws {
        let figures = StudyFigure.all(index)
        let jobs = figures.flatMap { figure in
            [Theme.light, .dark].flatMap { theme in ChartSize.screens.map { (figure, theme, $0) } }
        }
        let drawn = try Parallel.map(jobs) { figure, theme, size in
            let data = try figure.data(theme: theme, size: size, format: .svg)
            let width = Int(size.width)
            let path = "figures/\(figure.name)-\(width)-\(theme.name).svg"
            let variant = Variant(
                path: path, width: width, height: SiteFigures.height(ofSVG: data) ?? width, isDark: theme.isDark)
            return (figure.name, SiteFile(path: path, data: data), variant)
        }
        files = drawn.map(\.1)
        variants = Dictionary(grouping: drawn, by: \.0).mapValues { $0.map(\.2) }
        alternatives = Dictionary(figures.map { ($0.name, $0.alternative) }) { first, _ in first }
    }

    /// What the template `figure` needs, or nothing if there is no such figure.
    ///
    /// - Parameter widest: The widest drawing that the place on the page holds, in pixels.
    func value(_ name: String, widest: Int) -> TemplateValue {
        guard let all = variants[name], let alternative = alternatives[name] else { return .none }
        let fitting = all.filter { $0.width <= widest }
        let sources = fitting.sorted { ($0.isDark ? 0 : 1, $0.width) < ($1.isDark ? 0 : 1, $1.width) }.compactMap {
            variant -> TemplateValue? in
            let isLast = variant.width == fitting.map(\.width).max()
            if isLast, !variant.isDark { return nil }
            var queries: [String] = variant.isDark ? ["screen and (prefers-color-scheme: dark)"] : ["screen"]
            if !isLast { queries.append("(max-width: \(Self.widestPage(for: variant.width))px)") }
            return [
                "path": .text(variant.path), "media": .text(queries.joined(separator: " and ")),
                "width": TemplateValue(variant.width), "height": TemplateValue(variant.height),
            ]
        }
        guard let main = fitting.filter({ !$0.isDark }).max(by: { $0.width < $1.width }) else { return .none }
        return [
            "name": .text(name), "path": .text(main.path), "alternative": .text(alternative),
            "width": TemplateValue(main.width), "height": TemplateValue(main.height), "sources": .list(sources),
            "size": .text("figure-\(main.width)"),
        ]
    }

    /// Up to which width of the page a drawing is used: the next wider one would not fit without shrinking.
    private static func widestPage(for width: Int) -> Int { width < 720 ? 719 : 1127 }

    /// The height in the opening tag of an SVG file, in whole pixels.
    private static func height(ofSVG data: Data) -> Int? {
        let head = String(decoding: data.prefix(600), as: UTF8.self)
        guard let start = head.firstRange(of: " height=\"") else { return nil }
        let digits = head[start.upperBound...].prefix { $0.isNumber || $0 == "." }
        return Double(digits).map { Int($0.rounded(.up)) }
    }
}
