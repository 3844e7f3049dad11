import Charts
import Findings
import Foundation

/// A page of the documentation with one figure of each kind.
public enum Gallery {
    /// The files `charts.md` and `charts/<kind>.svg`.
    ///
    /// - Parameter findings: Of the study whose figures are shown; kinds that it does not allow are shown with
    ///   made-up numbers, and say so.
    /// - Throws: `ChartProblem` if the values of a figure cannot be drawn.
    public static func files(_ findings: FindingsDocument) throws -> [SiteFile] {
        let material = FigureMaterial(FindingsIndex(findings))
        let made = FigureKind.all.map { ($0, $0.figures(material).first) }
        let drawn = made.compactMap { kind, figure in
            (figure?.chart ?? GalleryExamples.chart(kind.id)).map { (kind, $0) }
        }
        let pictures = try Parallel.map(drawn) { kind, chart in
            SiteFile(
                path: "charts/\(kind.id).svg",
                data: try render(chart, theme: .light, size: .medium, format: .svg))
        }
        return [SiteFile(path: "charts.md", text: page(made, findings))] + pictures
    }

    private static func page(_ made: [(FigureKind, StudyFigure?)], _ findings: FindingsDocument) -> String {
        var lines = [
            "# The kinds of figures", "",
            "Made by `make gallery` from the study “\(escaped(findings.study.title))” in `results/`"
                + (findings.study.label.map { " (\(escaped($0)))" } ?? "") + ".",
            "[figures.md](figures.md) tells how to draw them for a paper, a slide or a page.", "",
            "| kind | question |", "| --- | --- |",
        ]
        lines += made.map { kind, _ in "| [\(kind.id)](#\(kind.id)) | \(kind.question) |" }
        // Marks for the test that runs the examples of the documentation; on the page they do not show.
        var given: String? = "<!-- given: shipped-findings -->"
        for (kind, figure) in made {
            lines += ["", "## \(kind.id)", "", "\(kind.question) It needs \(kind.needs).", ""]
            if let figure {
                lines.append("![\(escaped(figure.alternative))](charts/\(kind.id).svg)")
            } else if let chart = GalleryExamples.chart(kind.id) {
                lines.append("![\(escaped(chart.text.title))](charts/\(kind.id).svg)")
                lines += ["", "The study of this page has none; the numbers are made up."]
            } else {
                lines.append("The study of this page has none.")
            }
            let mark = figure == nil ? "<!-- not run: the study of this page has none -->" : given
            lines += [""] + [mark].compactMap(\.self) + ["```sh", "acuity figures \(figure?.name ?? kind.id)", "```"]
            if figure != nil { given = nil }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// Text that Markdown reads as text.
    private static func escaped(_ text: String) -> String {
        text.reduce(into: "") { result, character in
            if "\\`*_{}[]()<>#+!|".contains(character) { result.append("\\") }
            result.append(character.isNewline ? " " : character)
        }
    }
}
