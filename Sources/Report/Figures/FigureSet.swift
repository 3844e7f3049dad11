import Charts
import Findings
import Foundation

/// The figures of a study as files for papers and slides.
public struct FigureSet: Sendable {
    private let figures: [StudyFigure]

    /// The figures that the findings allow; there may be none.
    public init(_ findings: FindingsDocument) {
        figures = StudyFigure.all(FindingsIndex(findings))
    }

    /// The names of the figures: `leaderboard`, `heat-map`, `gap`, and `leaderboard-<benchmark>`, `gap-<benchmark>`.
    public var names: [String] { figures.map(\.name) }

    /// Draws every figure in every format and size.
    ///
    /// Files are named `<figure>-<width>-<theme>.<format>`, the width in whole pixels or, for paper, in tenths of a
    /// millimetre with `mm`.
    /// - Parameters:
    ///   - theme: `.light`, `.dark` or `.print`; paper sizes belong to `.print`.
    ///   - only: The names to draw, or nil for all.
    /// - Throws: `ChartProblem` if the values of a figure cannot be drawn.
    public func render(
        formats: [ChartFormat], theme: Theme, sizes: [ChartSize], only: Set<String>? = nil
    ) throws -> [SiteFile] {
        let jobs = figures.filter { only?.contains($0.name) ?? true }.flatMap { figure in
            sizes.flatMap { size in formats.map { (figure, size, $0) } }
        }
        return try Parallel.map(jobs) { figure, size, format in
            SiteFile(
                path: "\(figure.name)-\(Self.width(size))-\(theme.name).\(format.fileExtension)",
                data: try figure.data(theme: theme, size: size, format: format))
        }
    }

    /// `720`, `88.9mm`.
    private static func width(_ size: ChartSize) -> String {
        guard size.unit == .point else { return "\(Int(size.width.rounded()))" }
        let tenths = Int((size.width * 254 / 72).rounded())
        return tenths % 10 == 0 ? "\(tenths / 10)mm" : "\(tenths / 10).\(tenths % 10)mm"
    }
}
