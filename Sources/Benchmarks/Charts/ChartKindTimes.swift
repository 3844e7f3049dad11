import Charts
import Findings
import Foundation
import Report

/// What each kind of figure of the shipped study takes as SVG, for a screen of 720 pixels: the first time, when its texts
/// have not been measured yet, and again.
enum ChartKindTimes {
    private static let repeats = 9

    /// Draws a figure of each kind.
    ///
    /// - Throws: An error if the findings cannot be read.
    static func table(_ settings: BenchmarkSettings) throws -> [ResultTable] {
        var table = ResultTable(
            title: "A figure of each kind, as SVG, in processor time", columns: ["Kind", "First", "Again"])
        let findings = URL(filePath: "results/findings.json")
        guard FileManager.default.fileExists(atPath: findings.path) else {
            table.notes.append("Not run: expected results/findings.json here; run in the folder of the package.")
            return [table]
        }
        let set = FigureSet(try FindingsDocument(decoding: Data(contentsOf: findings)))
        func draw(_ figure: String) throws -> Double {
            try processorSeconds {
                _ = try set.render(
                    formats: [.svg], theme: .light, sizes: [ChartSize(width: 720, unit: .pixel)], only: [figure])
            }
        }
        let opening = try set.names.first.map(draw) ?? .nan
        table.notes.append(
            "The first drawing of a program, which finds and opens the fonts, took \(Figure.time(opening)).")
        for kind in set.kinds {
            guard let figure = kind.names.last else { continue }
            let first = try draw(figure)
            let again = try (0..<repeats).map { _ in try draw(figure) }.min() ?? .nan
            table.add(kind.id, Figure.time(first), Figure.time(again))
        }
        return [table]
    }
}
