import Foundation

/// The rows of the release gate's study as text.
public enum ReleaseGateTable {
    /// An introduction and a table for each kind of comparison.
    public static func markdown(_ rows: [GateRow]) -> String {
        var lines = introduction
        for (table, words) in tables {
            let own = rows.filter { $0.table == table }
            guard !own.isEmpty else { continue }
            lines += ["", "## \(table)", ""] + words
            lines += ["", "| setting | true change | counted | simulated | standard error | | theory |"]
            lines.append("| --- | ---: | --- | ---: | ---: | --- | ---: |")
            lines += own.map { row in
                "| \(row.setting) | \(number(100 * row.change, 0)) | \(row.event) | \(number(row.share, 4)) "
                    + "| \(number(row.standardError, 4)) | \(row.relation.rawValue) | \(number(row.theory, 4)) |"
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static let introduction = [
        "# The release gate: false alarms and power",
        "",
        "Simulated releases whose true difference is known, judged by the program's own tests at a level of 95 %. Made by",
        "`make gate-power` with fixed seeds. 10 % of the items are right in exactly one of both releases; the true change is",
        "candidate minus baseline in points of 100, and at a change of 0 every verdict is a false alarm. The standard error is",
        "what the number of simulations leaves; the sign before the theory says how the simulated share should stand to it:",
        "equal (=) to an exact value, near (≈) an approximation by the normal distribution, at most (≤) or at least (≥) a",
        "bound.",
    ]

    private static let tables: [(name: String, words: [String])] = [
        (
            "One comparison",
            [
                "One benchmark. Independent items: the exact McNemar test; the theory is its exact power on the side of",
                "\"regressed\". Four items an image, whose differences correlate by 0.3: the sign-flip test of whole images; the",
                "theory is normal with the clustered standard error.",
            ]
        ),
        (
            "Sixteen comparisons",
            [
                "Five benchmarks with two capabilities each, and their mean: sixteen tests that share the error rate by weighted",
                "Holm, a third each for overall, benchmarks and capabilities. The change is the same everywhere unless the row",
                "says otherwise; \"a benchmark\" and \"a capability\" are the mean share of those that are called regressed. The",
                "theory of true changes is the power at the first step's share of the error rate, which Holm only adds to. The",
                "test of the mean inverts its interval; its theory is normal.",
            ]
        ),
        (
            "Peeking",
            [
                "A growing log of independent items with a look every 100 items. The exact McNemar test, made for one look, is",
                "repeated at each; the theory is that of repeated z tests (Armitage, McPherson and Rowe 1969), below which the",
                "exact test stays as it is conservative. The confidence sequence may be looked at at any time. With a true",
                "change, the theory is the power of a single McNemar test at the last look: the price of looking.",
            ]
        ),
    ]

    private static func number(_ value: Double, _ places: Int) -> String {
        String(format: "%.\(places)f", locale: Locale(identifier: "en_US_POSIX"), value)
            .replacingOccurrences(of: "-", with: "−")
    }
}
