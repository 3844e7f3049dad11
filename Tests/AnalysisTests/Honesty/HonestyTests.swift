import Findings
import Testing

@testable import Analysis

/// Faults of a log never make an estimate look better or tighter in silence.
@Suite("Estimates from faulty logs") struct HonestyTests {
    private static let seeds: [UInt64] = Array(1...8)

    /// What holds for every fault of one model's log: where its estimate is higher or its interval narrower than with the
    /// whole log, a person is told; and the other model's estimate is what it was.
    private func expectHonest(_ faulty: FindingsDocument, _ whole: FindingsDocument) throws {
        let (found, truth) = (try #require(faulty.accuracy()), try #require(whole.accuracy()))
        let isTold = faulty.warns()
        #expect(isTold || (found.estimate <= truth.estimate && found.width >= truth.width))
        #expect(faulty.accuracy("m2") == whole.accuracy("m2"))
        let isWholeTold = whole.warns()
        #expect(!isWholeTold)
    }

    @Test("missing items are told, and the bounds hold what the whole log says", arguments: seeds, [true, false])
    func missing(seed: UInt64, onlyWrong: Bool) throws {
        var logs = FaultyLogs(seed: seed)
        let gone = logs.places(onlyWrong: onlyWrong)
        let whole = try logs.findings()
        let faulty = try logs.findings(logs.rows.indices.filter { !gone.contains($0) }.map { logs.rows[$0] })
        try expectHonest(faulty, whole)
        let (found, truth) = (try #require(faulty.accuracy()), try #require(whole.accuracy()))
        let isTold = faulty.warns()
        #expect(isTold)
        #expect(found.items == truth.items - gone.count)
        #expect(found.lowerBound <= truth.estimate && truth.estimate <= found.upperBound)
        #expect(faulty.runs.first { $0.model == "m1" }?.missing == gone.count)
    }

    @Test("items without a prediction are told, and the bounds hold what the whole log says", arguments: seeds)
    func unpredicted(seed: UInt64) throws {
        var logs = FaultyLogs(seed: seed)
        let gone = logs.places(onlyWrong: true)
        var rows = logs.rows
        for place in gone { rows[place].prediction = nil }
        let (whole, faulty) = (try logs.findings(), try logs.findings(rows))
        try expectHonest(faulty, whole)
        let (found, truth) = (try #require(faulty.accuracy()), try #require(whole.accuracy()))
        #expect(found.lowerBound <= truth.estimate && truth.estimate <= found.upperBound)
        let problem = try #require(faulty.problem("unscored-items"))
        #expect(problem.severity == "warning" && problem.models == ["m1"] && problem.items == gone.count)
    }

    @Test("what no model was judged on is a note: it favours none") func unscoredInAll() throws {
        let bench = try LogBench()
        for model in ["m1", "m2"] {
            var rows = LogBench.rows(20) { $0 / (model == "m1" ? 2 : 3) }
            for place in 3..<6 { rows[place].prediction = nil }
            try bench.write("\(model).jsonl", model: model, rows)
        }
        let problem = try #require(try bench.findings().problem("unscored-items"))
        #expect(problem.severity == "note" && problem.models == ["m1", "m2"] && problem.items == 3)
    }

    @Test("empty predictions are wrong answers", arguments: seeds)
    func empty(seed: UInt64) throws {
        var logs = FaultyLogs(seed: seed)
        let gone = logs.places()
        var rows = logs.rows
        for place in gone { rows[place].prediction = "" }
        let (whole, faulty) = (try logs.findings(), try logs.findings(rows))
        try expectHonest(faulty, whole)
        let (found, truth) = (try #require(faulty.accuracy()), try #require(whole.accuracy()))
        let lost = gone.count { logs.rows[$0].prediction == logs.rows[$0].target }
        #expect(found.items == truth.items && found.correct == truth.correct.map { $0 - lost })
        #expect(faulty.runs.first { $0.model == "m1" }?.errors == gone.count)
        #expect(faulty.problem("failed-predictions")?.models == ["m1"])
    }

    @Test("rows that are there twice change no estimate, and are counted", arguments: seeds)
    func twice(seed: UInt64) throws {
        var logs = FaultyLogs(seed: seed)
        let again = logs.places()
        let (whole, faulty) = (try logs.findings(), try logs.findings(logs.rows + again.map { logs.rows[$0] }))
        try expectHonest(faulty, whole)
        #expect(faulty.accuracy() == whole.accuracy())
        let problem = try #require(faulty.problem("duplicate-predictions"))
        #expect(problem.count == again.count && problem.message.contains("with the same scores"))
    }

    @Test("rows that come again with another answer are counted, those with another score apart", arguments: seeds)
    func contradicting(seed: UInt64) throws {
        var logs = FaultyLogs(seed: seed)
        let again = logs.places()
        let better = again.map { place in
            var row = logs.rows[place]
            row.prediction = row.target
            return row
        }
        let changed = again.count { logs.rows[$0].prediction != logs.rows[$0].target }
        let (whole, faulty) = (try logs.findings(), try logs.findings(logs.rows + better))
        try expectHonest(faulty, whole)
        let problem = try #require(faulty.problem("duplicate-predictions"))
        let words = changed == 0 ? "with the same scores" : "\(changed) of them with another score"
        #expect(problem.count == again.count && problem.message.contains(words))
    }

    @Test("a log that ends in the middle of a row is partial", arguments: seeds)
    func cut(seed: UInt64) throws {
        var logs = FaultyLogs(seed: seed)
        let end = logs.places()[0] + 5
        let faulty = try logs.findings(Array(logs.rows.prefix(end)), after: ["{\"model\":\"m1\",\"ite"])
        try expectHonest(faulty, try logs.findings())
        #expect(faulty.problem("partial-run")?.models == ["m1"])
        #expect(faulty.runs.first { $0.model == "m1" }?.isPartial == true)
    }

    @Test("a copy of a log is no second sample", arguments: seeds)
    func copied(seed: UInt64) throws {
        let logs = FaultyLogs(seed: seed)
        let (whole, faulty) = (try logs.findings(), try logs.findings(copies: 2))
        #expect(faulty.accuracy() == whole.accuracy())
        #expect(faulty.problem("duplicate-run")?.models == ["m1"])
    }

    @Test("items without a cluster, where others have one, are told", arguments: seeds)
    func unclustered(seed: UInt64) throws {
        var logs = FaultyLogs(seed: seed)
        let gone = Set(logs.places())
        let bench = try LogBench()
        bench.study.benchmarks = [.init(id: "b")]
        bench.study.benchmarks[0].cluster = "image"
        var rows = logs.rows
        for place in gone { rows[place].image = nil }
        try bench.write("a.jsonl", model: "m1", rows)
        let problem = try #require(try bench.findings().problem("unclustered-items"))
        #expect(problem.severity == "warning" && problem.items == gone.count)
        #expect(try logs.findings().problem("unclustered-items") == nil)
    }

    @Test("a threshold that is passed only without the items that have no score is told", arguments: seeds)
    func hollowPass(seed: UInt64) throws {
        let logs = FaultyLogs(seed: seed)
        let right = logs.rows.filter { $0.prediction == $0.target }
        let faulty = try logs.findings(right, minimum: 0.8)
        #expect(faulty.verdicts.first { $0.model == "m1" }?.verdict == .pass)
        let problem = try #require(faulty.problem(HollowPasses.kind))
        #expect(
            problem.message.contains(
                "m1 (\(logs.rows.count - right.count) of \(logs.rows.count) items without a score)"))
        // The missing items cannot undo a pass of a lower minimum.
        #expect(try logs.findings(Array(logs.rows.dropLast()), minimum: 0.2).problem(HollowPasses.kind) == nil)
    }
}
