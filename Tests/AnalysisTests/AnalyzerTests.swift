import Findings
import Foundation
import Ingest
import Readers
import Store
import Study
import Testing

@testable import Analysis

/// Logs are written by code, ingested, analysed, and the findings are checked against counts by hand.
@Suite("From logs to findings") final class AnalyzerTests {
    private let folder = FileManager.default.temporaryDirectory.appending(path: "acuity-analysis-\(UUID().uuidString)")

    deinit { try? FileManager.default.removeItem(at: folder) }

    private func write(_ name: String, _ rows: [String]) throws -> String {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let path = folder.appending(path: name).path
        try (rows.joined(separator: "\n") + "\n").write(toFile: path, atomically: true, encoding: .utf8)
        return path
    }

    private func row(
        _ model: String, _ benchmark: String, _ item: Int, right: Bool, image: Int? = nil, text: String? = nil
    ) -> String {
        let facets =
            ",\"capability\":\"\(item % 2 == 0 ? "understanding" : "reasoning")\""
            + (image.map { ",\"image\":\"i\($0)\"" } ?? "")
        return "{\"model\":\"\(model)\",\"benchmark\":\"\(benchmark)\",\"item\":\"\(item)\",\"target\":\"A\","
            + "\"prediction\":\"\(text ?? (right ? "A" : "B"))\",\"choices\":[\"x\",\"y\"]\(facets)}"
    }

    private var study: Study {
        var study = Study()
        study.replicates = 400
        study.benchmarks = ["p", "q"].map { id in
            var entry = BenchmarkEntry(id: id)
            entry.capability = CapabilityRule(
                facet: "capability", values: ["understanding": ["understanding"], "reasoning": ["reasoning"]])
            entry.chance = .fixed(0.5)
            return entry
        }
        study.thresholds = [Threshold(id: "t", name: "T", minimum: 0.5, source: "test")]
        return study
    }

    private func findings(
        _ paths: [String], study: Study, threads: Int = 1, store name: String = "s"
    ) throws -> FindingsDocument {
        let store = try Store(path: folder.appending(path: "\(name).sqlite").path)
        let summary = try LogIngest(store: store, study: study).ingest(LogFinder().find(paths).logs)
        #expect(summary.failed.isEmpty)
        return try Analyzer(store: store, study: study, threads: threads, version: "test").findings(
            sources: summary.usable)
    }

    private func twoModels() throws -> [String] {
        try ["p", "q"].flatMap { benchmark in
            try ["a", "b"].map { model in
                try write(
                    "\(benchmark)-\(model).jsonl",
                    (0..<60).map {
                        row(
                            model, benchmark, $0, right: $0 % (model == "a" ? 3 : 2) != 0,
                            image: benchmark == "q" ? $0 / 2 : nil)
                    })
            }
        }
    }

    @Test("accuracies are the counts of the logs, each with an interval around them") func accuracies() throws {
        let document = try findings(twoModels(), study: study)
        let estimate = try #require(
            document.estimates.first { $0.scope == .benchmark && $0.model == "a" && $0.benchmark == "p" })
        #expect(estimate.estimate == 40.0 / 60 && estimate.correct == 40 && estimate.items == 60)
        #expect(estimate.interval.method == "blaker")
        for estimate in document.estimates {
            #expect(estimate.interval.lower < estimate.interval.upper)
            #expect((estimate.interval.lower...estimate.interval.upper).contains(estimate.estimate))
        }
        let clustered = try #require(document.estimates.first { $0.scope == .benchmark && $0.benchmark == "q" })
        #expect(clustered.clusters == 30 && clustered.designEffect != nil)
        #expect(document.estimates.contains { $0.scope == .macroAverage && $0.benchmarks == 2 })
    }

    @Test("the gap is understanding minus reasoning") func gaps() throws {
        let document = try findings(twoModels(), study: study)
        let gap = try #require(document.gaps.first { $0.form == .raw && $0.model == "b" && $0.benchmark == "p" })
        // Model b is wrong on even items, which are the understanding ones.
        #expect(gap.understanding == 0 && gap.reasoning == 1 && gap.estimate == -1)
        #expect(gap.interval.lower < gap.interval.upper)
    }

    @Test("a paired difference counts what only one of two gets right") func differences() throws {
        let document = try findings(twoModels(), study: study)
        let difference = try #require(document.differences.first { $0.benchmark == "p" })
        #expect(difference.onlyFirst == 20 && difference.onlySecond == 10)
        #expect(abs(difference.estimate - 10.0 / 60) < 1e-15 && difference.test == "mcnemar")
    }

    @Test("one thread and four give the same bytes, and so does another order of the logs") func sameBytes() throws {
        let paths = try twoModels()
        let once = try findings(paths, study: study, threads: 1, store: "1").encoded()
        let twice = try findings(paths.reversed(), study: study, threads: 4, store: "2").encoded()
        #expect(once == twice)
    }

    @Test("verdicts follow from the one-sided bounds") func verdicts() throws {
        let document = try findings(twoModels(), study: study)
        #expect(!document.verdicts.isEmpty)
        for verdict in document.verdicts where !verdict.isJoint {
            switch verdict.verdict {
            case .pass: #expect(verdict.lower >= verdict.minimum)
            case .fail: #expect(verdict.upper < verdict.minimum)
            case .inconclusive: #expect(verdict.lower < verdict.minimum && verdict.upper >= verdict.minimum)
            }
        }
    }

    @Test("unparsed and refused predictions are counted, and bound the estimate") func bounds() throws {
        let path = try write(
            "u.jsonl",
            (0..<40).map { row("a", "p", $0, right: true, text: $0 < 4 ? "I'm sorry, I can't help with that." : nil) })
        let document = try findings([path], study: study)
        let estimate = try #require(document.estimates.first { $0.scope == .benchmark })
        #expect(document.runs[0].refused + document.runs[0].unparsed == 4)
        #expect(estimate.estimate == 0.9 && estimate.lowerBound == 0.9 && estimate.upperBound == 1)
    }

    @Test("ingesting the same bytes twice changes nothing, and a changed log replaces its runs") func idempotent()
        throws
    {
        let path = try write("c.jsonl", (0..<30).map { row("a", "p", $0, right: true) })
        let store = try Store(path: folder.appending(path: "c.sqlite").path)
        let ingest = LogIngest(store: store, study: study)
        #expect(try ingest.ingest(LogFinder().find([path]).logs).written == [path])
        #expect(try ingest.ingest(LogFinder().find([path]).logs).unchanged == [path])
        _ = try write("c.jsonl", (0..<30).map { row("a", "p", $0, right: false) })
        #expect(try ingest.ingest(LogFinder().find([path]).logs).written == [path])
        let matrix = try store.matrix(benchmark: "p")
        #expect(matrix.runs.count == 1 && matrix.runs[0].scores[0].mean == 0)
    }

    @Test("a log that breaks leaves what was stored before, and the others are read") func failure() throws {
        let good = try write("good.jsonl", (0..<30).map { row("a", "p", $0, right: true) })
        let bad = folder.appending(path: "bad.eval").path
        try Data([0x50, 0x4B, 3, 4, 0, 0, 0]).write(to: URL(filePath: bad))
        let store = try Store(path: folder.appending(path: "f.sqlite").path)
        let listing = LogFinder().find([bad, good])
        let summary = try LogIngest(store: store, study: study).ingest(listing.logs)
        #expect(summary.written == [good])
        let problems = listing.problems + summary.failed
        #expect(problems.contains { $0.file.hasSuffix("bad.eval") })
    }

    @Test("a group's gap is the mean of its models' gaps, with their bounds") func groupGaps() throws {
        let document = try findings(twoModels(), study: study, store: "groups")
        for benchmark in ["p", "q"] {
            let found = document.groupGaps.first { $0.benchmark == benchmark && $0.grouping == "all" }
            let group = try #require(found)
            let gaps = document.gaps.filter { $0.benchmark == benchmark && $0.form == .raw }
            #expect(group.models == ["a", "b"])
            #expect(abs(group.estimate - gaps.map(\.estimate).reduce(0, +) / 2) < 1e-12)
            #expect(group.interval.lower < group.estimate && group.estimate < group.interval.upper)
            #expect(abs(group.lowerBound - group.estimate) < 1e-12, "nothing is missing")
        }
        #expect(document.groupGaps.contains { $0.benchmark == nil && $0.benchmarks == 2 })
    }

    @Test("claims count the gaps that Holm's adjustment leaves, and their p value is the largest") func claims() throws
    {
        let document = try findings(twoModels(), study: study, store: "claims")
        for claim in document.gapClaims {
            let gaps = document.gaps.filter { $0.benchmark == claim.benchmark && $0.form == claim.form }
            #expect(claim.models == gaps.count)
            #expect(claim.lower == gaps.count { $0.adjustedPValue <= claim.alpha })
            #expect(claim.lower + claim.higher + claim.open == claim.models)
            #expect(claim.pValue == gaps.map(\.pValue).max())
            #expect(claim.holdsForAll == (claim.pValue <= claim.alpha))
        }
        #expect(Set(document.gapClaims.map(\.form)) == [.raw, .chanceCorrected, .standardised])
        for gap in document.gaps where gap.form != .ratio {
            // The test and the interval are one method: at 2.5 % on one side they say the same.
            #expect((gap.pValue <= 0.025) == (gap.interval.lower > 0), "\(gap.model) \(gap.form) \(gap.interval)")
        }
    }

    @Test("simultaneous sets hold the marginal ones; ranks come for each benchmark and the macro-average")
    func ranks() throws {
        let document = try findings(twoModels(), study: study, store: "ranks")
        #expect(Set(document.ranks.map(\.benchmark)) == [nil, "p", "q"])
        for rank in document.ranks {
            #expect(rank.simultaneousLower <= rank.lower && rank.upper <= rank.simultaneousUpper)
            #expect(abs(rank.probabilities.reduce(0, +) - 1) < 1e-9)
        }
        for difference in document.differences {
            let simultaneous = try #require(difference.simultaneous)
            #expect(simultaneous.lower < difference.estimate && difference.estimate < simultaneous.upper)
            // Nothing is missing here, so that both bounds are the estimate but for rounding.
            #expect(abs(difference.lowerBound - difference.estimate) < 1e-12)
            #expect(abs(difference.upperBound - difference.estimate) < 1e-12)
        }
        let components = try #require(document.components)
        #expect(components.intervals.count == 10)
        #expect(components.itemLuck >= 0 && components.itemLuck <= 0.5)
    }

    @Test("missing items widen the bounds of accuracies, differences and gaps, and never their estimates")
    func missingItems() throws {
        let whole = try findings(twoModels(), study: study, store: "whole")
        let paths = try twoModels()
        let lines = try String(contentsOfFile: paths[0], encoding: .utf8).split(separator: "\n")
        try (lines.dropLast(20).joined(separator: "\n") + "\n").write(
            toFile: paths[0], atomically: true, encoding: .utf8)
        let cut = try findings(paths, study: study, store: "cut")
        func overall(_ document: FindingsDocument) throws -> EstimateFinding {
            try #require(document.estimates.first { $0.scope == .benchmark && $0.model == "a" && $0.benchmark == "p" })
        }
        let (before, after) = (try overall(whole), try overall(cut))
        #expect(after.items == 40)
        #expect(abs((after.upperBound - after.lowerBound) - 20.0 / 60) < 1e-12)
        #expect(after.lowerBound <= before.estimate && before.estimate <= after.upperBound)
        let pair = try #require(cut.differences.first { $0.benchmark == "p" })
        #expect(pair.unpaired == 20)
        #expect(abs((pair.upperBound - pair.lowerBound) - 20.0 / 60) < 1e-12)
        let gap = try #require(cut.gaps.first { $0.model == "a" && $0.benchmark == "p" && $0.form == .raw })
        #expect(gap.upperBound - gap.lowerBound > 0.3)
        #expect(after.interval.upper - after.interval.lower > before.interval.upper - before.interval.lower)
    }
}
