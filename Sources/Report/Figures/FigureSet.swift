import Charts
import Findings
import Foundation

/// The figures of a study as files for papers and slides.
public struct FigureSet: Sendable {
    /// A kind of figure and the figures of it.
    public struct Kind: Sendable {
        /// The word by which a user asks for it, such as `leaderboard`.
        public let id: String
        /// The question that it answers.
        public let question: String
        /// What the findings must have for it.
        public let needs: String
        /// The names of its figures, that of the whole study first; empty if the findings do not allow it.
        public let names: [String]
    }

    /// The words of all kinds, in the order of a report.
    public static var kindNames: [String] { FigureKind.all.map(\.id) }

    /// Every kind, in the order of a report.
    public let kinds: [Kind]
    private let figures: [StudyFigure]

    /// Finds the figures that the findings allow; nothing is drawn before ``render(formats:theme:sizes:only:)``.
    public init(_ findings: FindingsDocument) {
        let material = FigureMaterial(FindingsIndex(findings))
        let made = FigureKind.all.map { ($0, $0.figures(material)) }
        kinds = made.map { kind, figures in
            Kind(id: kind.id, question: kind.question, needs: kind.needs, names: figures.map(\.name))
        }
        figures = made.flatMap(\.1)
    }

    /// The names of the figures: `leaderboard`, `heat-map`, `gap`, and `leaderboard-<benchmark>`, `gap-<benchmark>`.
    public var names: [String] { figures.map(\.name) }

    /// The finding that a figure shows, as its title says it, and what is drawn; nil for an unknown name.
    public func words(_ name: String) -> ChartText? { figures.first { $0.name == name }?.chart.text }

    /// What `render` gives.
    public struct Rendering: Sendable {
        /// The drawn files, figure by figure, each with its formats and sizes.
        public var files: [SiteFile]
        /// Characters of names for which no font is installed.
        public var missingCharacters: String
    }

    /// Draws every figure in every format and size.
    ///
    /// Files are named `<figure>-<width>-<theme>.<format>`, the width in whole pixels or, for paper, in tenths of a
    /// millimetre with `mm`.
    /// - Parameters:
    ///   - formats: The formats of each file.
    ///   - theme: `.light`, `.dark`, `.slide` or `.print`; paper sizes belong to `.print`.
    ///   - sizes: The widths of each figure.
    ///   - only: The names to draw, or nil for all.
    /// - Throws: `ChartProblem` if the values of a figure cannot be drawn.
    public func render(
        formats: [ChartFormat], theme: Theme, sizes: [ChartSize], only: Set<String>? = nil
    ) throws -> Rendering {
        let jobs = figures.filter { only?.contains($0.name) ?? true }.flatMap { figure in sizes.map { (figure, $0) } }
        let drawn = try Parallel.map(jobs) { figure, size -> ([SiteFile], String) in
            let drawing = try Drawing(figure.chart, theme: theme, size: size)
            let files = try formats.map { format in
                SiteFile(
                    path: "\(figure.name)-\(Self.width(size))-\(theme.name).\(format.fileExtension)",
                    data: try drawing.data(format))
            }
            return (files, drawing.missingCharacters)
        }
        return Rendering(
            files: drawn.flatMap(\.0), missingCharacters: String(Set(drawn.flatMap(\.1)).sorted()))
    }

    /// `720`, `88.9mm`.
    private static func width(_ size: ChartSize) -> String {
        guard size.unit == .point else { return "\(Int(size.width.rounded()))" }
        let tenths = Int((size.width * 254 / 72).rounded())
        return tenths % 10 == 0 ? "\(tenths / 10)mm" : "\(tenths / 10).\(tenths % 10)mm"
    }
}
