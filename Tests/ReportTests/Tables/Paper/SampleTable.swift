@testable import Report

/// A table with everything that a renderer must handle.
enum SampleTable {
    static let provenance = Provenance(version: "0.1.0", study: "A & B", command: "acuity tables sample")

    static var table: PaperTable {
        func number(
            _ text: String, _ value: Double, _ interval: PaperTable.Interval? = nil, comparator: String? = nil,
            mark: PaperTable.Mark? = nil
        ) -> PaperTable.Cell {
            PaperTable.Cell(
                .number(PaperTable.Number(text: text, comparator: comparator, interval: interval)), mark: mark,
                data: [PaperTable.Datum("", .number(value))]
                    + (interval == nil ? [] : [PaperTable.Datum("lower", .number(-0.0031))]))
        }
        var below = number("31.1", 0.311, mark: .best)
        below.below = ["[29.0, 33.1]"]
        var dagger = number("8.25", 0.0825, mark: .untold)
        dagger.below = ["[7.10, 9.40]"]
        return PaperTable(
            kind: "sample", caption: ["A is best, 31.1%.", "Second sentence."],
            notes: ["Simulated.", "†: like the best."],
            columns: [
                PaperTable.Column(key: "model", title: "Model", alignment: .left),
                PaperTable.Column(key: "x", title: "X", unit: "n = 2\u{2009}000", alignment: .number),
                PaperTable.Column(
                    key: "difference", title: "Difference", unit: "points [95% interval]", alignment: .number),
                PaperTable.Column(key: "p", title: "Adjusted", symbol: "p", alignment: .number),
                PaperTable.Column(key: "items", title: "Items", alignment: .number),
            ], groupKeys: ["group"],
            groups: [
                PaperTable.Group(
                    title: "First_group", data: [.text("g1")],
                    rows: [
                        [
                            .text("A|1"), below,
                            number(
                                "+4.1", 0.041, PaperTable.Interval(lower: "\u{2212}0.3", upper: "8.5"),
                                mark: .significant),
                            number("0.001", 0.0004, comparator: "<"), number("88\u{2009}996", 88_996),
                        ],
                        [
                            .text("=B"), dagger, number("0.0", 0), number("0.250", 0.25),
                            PaperTable.Cell(.missing, data: []),
                        ],
                    ])
            ])
    }
}
