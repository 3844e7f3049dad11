import Findings
import Foundation

@testable import Analysis

/// Two models on the same items, of which one's log is whole in one study and faulty in another.
struct FaultyLogs {
    typealias Row = LogBench.Row

    let rows: [Row]
    private let other: [Row]
    private var generator: Generator

    /// - Parameter seed: decides which answers are right, and which rows a fault takes.
    init(seed: UInt64, items: Int = 60) {
        var generator = Generator(state: seed)
        func rows(_ accuracy: Double) -> [Row] {
            LogBench.rows(items).enumerated().map { number, row in
                var row = row
                let isRight = Double.random(in: 0..<1, using: &generator) < accuracy
                row.prediction = isRight ? row.target : LogBench.letter((number + 1) % 4)
                row.image = "image \(number / 2)"
                return row
            }
        }
        self.rows = rows(0.6)
        other = rows(0.5)
        self.generator = generator
    }

    /// Some places of rows, at least one and not all; the wrong answers alone if `onlyWrong`.
    mutating func places(onlyWrong: Bool = false) -> [Int] {
        let eligible = rows.indices.filter { !onlyWrong || rows[$0].prediction != rows[$0].target }
        let count = Int.random(in: 1..<(eligible.count - 1), using: &generator)
        return Array(eligible.shuffled(using: &generator).prefix(count)).sorted()
    }

    /// The findings with these rows, and lines after them, in the log of `m1`.
    func findings(
        _ rows: [Row]? = nil, after broken: [String] = [], copies: Int = 1, minimum: Double? = nil
    ) throws -> FindingsDocument {
        let bench = try LogBench()
        bench.study.benchmarks = [.init(id: "b")]
        bench.study.benchmarks[0].cluster = "image"
        if let minimum { bench.study.thresholds = [.init(id: "t", name: "T", minimum: minimum, source: "a test")] }
        for copy in 0..<copies { try bench.write("a\(copy).jsonl", model: "m1", rows ?? self.rows, after: broken) }
        try bench.write("other.jsonl", model: "m2", other)
        return try bench.findings()
    }

    /// SplitMix64 (Steele, Lea and Flood 2014).
    private struct Generator: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
            mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
            return mixed ^ (mixed >> 31)
        }
    }
}

extension FindingsDocument {
    /// The estimate of a model on the whole benchmark.
    func accuracy(_ model: String = "m1") -> EstimateFinding? {
        estimates.first { $0.scope == .benchmark && $0.model == model }
    }

    /// Whether a person is told, in more than a note, of something about a model's runs.
    func warns(of model: String = "m1") -> Bool {
        let logs = Set(runs.filter { $0.model == model }.map(\.source))
        return problems.contains { problem in
            problem.severity != "note"
                && (problem.models?.contains(model) ?? false || logs.contains { problem.place.hasPrefix($0) })
        }
    }

    func problem(_ kind: String) -> ProblemFinding? { problems.first { $0.kind == kind } }
}

extension EstimateFinding {
    var width: Double { interval.upper - interval.lower }
}
