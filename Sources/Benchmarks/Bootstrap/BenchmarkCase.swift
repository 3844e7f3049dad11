/// One hot path with the reference that its time is held against in the same run.
struct BenchmarkCase: Sendable {
    let name: String
    /// What is done, with its size.
    let work: String
    /// The reference and how it was taken, such as a part of the work that was scaled up.
    let reference: String
    let run: @Sendable () -> Void
    /// The seconds of the reference for the same work.
    let referenceSeconds: @Sendable () -> Double
}

extension BenchmarkCase {
    /// Runs cases and their references.
    static func table(_ title: String, _ cases: [BenchmarkCase]) -> ResultTable {
        var table = ResultTable(title: title, columns: ["Case", "Work", "Time", "Reference", "Reference ÷ time"])
        for benchmark in cases {
            let time = seconds(benchmark.run)
            let reference = benchmark.referenceSeconds()
            table.add(
                benchmark.name, benchmark.work, Figure.time(time), Figure.time(reference),
                Figure.ratio(reference, to: time))
        }
        for reference in Set(cases.map(\.reference)).sorted() { table.notes.append("Reference: \(reference).") }
        return table
    }
}

/// The least time of several runs.
func seconds(repeats: Int = 3, _ body: () -> Void) -> Double {
    let clock = ContinuousClock()
    return (0..<repeats).map { _ in
        let time = clock.measure(body).components
        return Double(time.seconds) + Double(time.attoseconds) * 1e-18
    }.min() ?? .nan
}
