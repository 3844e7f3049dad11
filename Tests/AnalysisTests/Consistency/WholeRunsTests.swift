import Store
import Testing

@testable import Analysis

@Suite("Whether runs are whole") struct WholeRunsTests {
    private typealias Row = LogBench.Row

    @Test("a run with the first items of another one is truncated, and nothing else is said of it") func truncated()
        throws
    {
        let bench = try LogBench()
        try bench.write("a.jsonl", model: "m1", Array(LogBench.rows(30) { $0 }.prefix(12)))
        try bench.write("b.jsonl", model: "m2", LogBench.rows(30) { $0 / 2 })
        let problems = try bench.problems()
        #expect(problems.map(\.kind) == ["truncated-run"])
        #expect(problems[0].models == ["m1"] && problems[0].items == 18)
        #expect(problems[0].message.contains("the first 12"))
    }

    @Test("the beginning is that of the longer run's log, not of the alphabet") func order() throws {
        let bench = try LogBench()
        let backwards = Array(LogBench.rows(30) { $0 / 2 }.reversed())
        try bench.write("a.jsonl", model: "m1", Array(LogBench.rows(30) { $0 }.suffix(9)))
        try bench.write("b.jsonl", model: "m2", backwards)
        #expect(try bench.problems().map(\.kind) == ["truncated-run"])
    }

    @Test("a short run that counts its rows and asks something else is no truncated one") func positions() throws {
        let bench = try LogBench()
        try bench.write("a.jsonl", model: "m1", LogBench.rows(30) { $0 })
        try bench.write(
            "b.jsonl", model: "m2",
            LogBench.rows(12) { $0 }.map { row in
                Row(item: row.item, choices: LogBench.organs, target: "A", prediction: row.prediction)
            })
        #expect(try !bench.problems().contains { $0.kind == "truncated-run" })
    }

    @Test(
        "fewer items than the study says are in the benchmark is a truncated run; as many is none", arguments: [30, 31])
    func fullCount(full: Int) throws {
        let bench = try LogBench()
        try bench.write("a.jsonl", model: "m1", LogBench.rows(30) { $0 })
        bench.study.benchmarks = [.init(id: "b")]
        bench.study.benchmarks[0].itemCount = full
        #expect(try bench.problems().map(\.kind) == (full == 30 ? [] : ["truncated-run"]))
    }

    @Test("a part of the benchmark that all runs have is noted, a single short run is a warning") func commonPart()
        throws
    {
        let bench = try LogBench()
        bench.study.benchmarks = [.init(id: "b")]
        bench.study.benchmarks[0].itemCount = 40
        try bench.write("a.jsonl", model: "m1", LogBench.rows(30) { $0 })
        #expect(try bench.problems().map(\.severity) == ["warning"])
        try bench.write("b.jsonl", model: "m2", LogBench.rows(30) { $0 / 2 })
        let problems = try bench.problems().filter { $0.kind == "truncated-run" }
        #expect(problems.map(\.severity) == ["note"] && problems[0].models == ["m1", "m2"])
        // Parts of one size that are not the same part.
        let other = try LogBench()
        other.study.benchmarks = bench.study.benchmarks
        try other.write("a.jsonl", model: "m1", Array(LogBench.rows(30) { $0 }.prefix(20)))
        try other.write("b.jsonl", model: "m2", Array(LogBench.rows(30) { $0 / 2 }.suffix(20)))
        #expect(try other.problems().filter { $0.kind == "truncated-run" }.map(\.severity) == ["warning"])
    }

    @Test("different item sets are counted: common ones, and those of one run only") func itemSets() throws {
        let bench = try LogBench()
        let rows = LogBench.rows(30) { $0 / 3 }
        try bench.write("a.jsonl", model: "m1", Array(LogBench.rows(30) { $0 }.prefix(20)))
        try bench.write("b.jsonl", model: "m2", Array(rows.suffix(20)))
        let problems = try bench.problems()
        #expect(problems.map(\.kind) == ["different-item-sets"])
        #expect(problems[0].items == 20 && problems[0].models == ["m1", "m2"])
        #expect(problems[0].message.contains("30 items, of which 10 are common to all"))
        #expect(problems[0].message.contains("20 items, 10 in no other run"))
    }

    @Test("runs without a common item are told so") func disjoint() throws {
        let bench = try LogBench()
        try bench.write("a.jsonl", model: "m1", Array(LogBench.rows(30) { $0 }.prefix(15)))
        try bench.write("b.jsonl", model: "m2", Array(LogBench.rows(30) { $0 / 2 }.suffix(15)))
        #expect(try bench.problems().first?.message.contains("none is common to all") == true)
    }

    @Test("lines that cannot be read make a run partial, in the run and as a warning; a whole log is not")
    func partial() throws {
        let bench = try LogBench()
        try bench.write(
            "a.jsonl", model: "m1", LogBench.rows(24) { $0 }, after: [#"{"item":"q200","#, #"{"item":"q201","#])
        try bench.write("b.jsonl", model: "m2", LogBench.rows(24) { $0 / 2 })
        let document = try bench.findings()
        #expect(document.runs.map(\.isPartial) == [true, false])
        #expect(document.runs.map(\.unread) == [2, 0])
        let problem = try #require(document.problems.first { $0.kind == "partial-run" })
        #expect(problem.count == 2 && problem.models == ["m1"] && problem.severity == "warning")
        let noted = try #require(document.problems.first { $0.kind == "malformed-line" })
        #expect(noted.benchmark == "b" && noted.models == ["m1"])
    }

    @Test("several runs of a model are listed, and of runs without times the last path counts") func duplicates() throws
    {
        let bench = try LogBench()
        let first = try bench.write("a.jsonl", model: "m1", LogBench.rows(24) { $0 })
        let second = try bench.write("b.jsonl", model: "m1", LogBench.rows(24) { $0 / 2 })
        let document = try bench.findings()
        #expect(document.runs.map(\.isUsed) == [false, true])
        let problem = try #require(document.problems.first { $0.kind == "duplicate-run" })
        #expect(problem.runs == [first, second] && problem.count == 2 && problem.severity == "warning")
        #expect(problem.message.contains("last by path"))
    }

    @Test("several logs of a model with the same bytes are a note: nothing is lost") func copies() throws {
        let bench = try LogBench()
        let rows = LogBench.rows(24) { $0 }
        try bench.write("a.jsonl", model: "m1", rows)
        try bench.write("b.jsonl", model: "m1", rows)
        let problems = try bench.problems()
        #expect(problems.map(\.kind) == ["duplicate-run"] && problems[0].severity == "note")
        #expect(problems[0].message.contains("the same bytes"))
    }

    @Test("many different predictions of one length, and none longer, were cut") func cut() throws {
        let long = String(repeating: "The picture shows a structure that enhances. ", count: 8)
        func rows(_ length: (Int) -> Int) -> [Row] {
            LogBench.rows(40) { $0 }.enumerated().map { number, row in
                var row = row
                row.prediction = String("\(number) \(long)".prefix(length(number)))
                return row
            }
        }
        let bench = try LogBench()
        try bench.write("a.jsonl", model: "m1", rows { $0 % 2 == 0 ? 200 : 100 + $0 })
        try bench.write("b.jsonl", model: "m2", rows { 150 + $0 })
        try bench.write("c.jsonl", model: "m3", rows { 150 + $0 % 2 })
        let problems = try bench.problems()
        #expect(problems.map(\.kind) == ["cut-predictions"])
        #expect(problems[0].models == ["m1"] && problems[0].items == 20)
        #expect(problems[0].message.contains("exactly 200 characters"))
    }
}

@Suite("When runs started") struct RunAgeTests {
    @Test(
        "times of all forms compare",
        arguments: [
            ("1970-01-01T00:00:00Z", 0), ("1970-01-02", 86_400), ("2000-03-01T00:00:00+00:00", 951_868_800),
            ("2025-05-12T20:28:13-04:00", 1_747_096_093), ("2025-05-13T00:28:13Z", 1_747_096_093),
            ("2026-11-24T02-32-19.5", 1_795_487_539.5), ("20250715_101112", 1_752_574_272),
            ("2024-02-29 12:00", 1_709_208_000),
        ])
    func seconds(text: String, seconds: Double) { #expect(RunAge(text).seconds == seconds) }

    @Test("of two runs the later one in time is newer, whatever the zone; one without a time or items is older")
    func order() {
        func run(_ startedAt: String?, _ path: String, items: Int = 1) -> StoredRun {
            var run = StoredRun(model: "m", benchmark: "b")
            run.startedAt = startedAt
            run.sourcePath = path
            run.items = items
            return run
        }
        let newestFirst = [
            run("2025-05-12T20:28:13-04:00", "a"), run("2025-05-12T23:00:00Z", "b"), run(nil, "d"), run(nil, "c"),
            run("2026-01-01", "e", items: 0),
        ]
        #expect(newestFirst.shuffled().sorted { RunAge.isOlder($1, $0) } == newestFirst)
    }

    @Test("what is no date has no time", arguments: ["", "yesterday", "2025-13-01", "12:30"])
    func none(text: String) { #expect(RunAge(text).seconds == nil) }
}
