import Charts
import Findings
import Foundation
import Report

/// What each kind of figure of the shipped study takes as SVG, for a screen of 720 pixels: the first time, when its texts
/// have not been measured yet, and again.
enum ChartKindTimes {
    static let name = "kinds-of-charts"
    private static let repeats = 9

    /// Draws and prints.
    ///
    /// - Throws: An error if the findings cannot be read.
    static func run() throws {
        let findings = URL(filePath: "results/findings.json")
        guard FileManager.default.fileExists(atPath: findings.path) else {
            print("\(name): not run: expected results/findings.json here; run in the folder of the package.")
            return
        }
        let set = FigureSet(try FindingsDocument(decoding: Data(contentsOf: findings)))
        func draw(_ figure: String) throws -> Double {
            try milliseconds {
                _ = try set.render(
                    formats: [.svg], theme: .light, sizes: [ChartSize(width: 720, unit: .pixel)], only: [figure])
            }
        }
        // The first drawing of a program finds and opens the fonts.
        let opening = try set.names.first.map(draw) ?? .nan
        print(String(format: "The first drawing of a program: %.1f ms", opening))
        print("Kind: the first figure of it, ms; again, ms")
        for kind in set.kinds {
            guard let figure = kind.names.last else { continue }
            let first = try draw(figure)
            let again = try (0..<repeats).map { _ in try draw(figure) }.min() ?? .nan
            let id = kind.id.padding(toLength: 28, withPad: " ", startingAt: 0)
            print(id + String(format: "%8.2f %8.2f", first, again))
        }
    }

    private static func milliseconds(_ body: () throws -> Void) rethrows -> Double {
        try processorSeconds(body) * 1000
    }
}
