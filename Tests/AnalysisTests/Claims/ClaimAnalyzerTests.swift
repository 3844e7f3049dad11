import Findings
import Study
import Testing

@testable import Analysis

@Suite("Claims held against findings") struct ClaimAnalyzerTests {
    /// Two general and two medical models on three benchmarks: on `p` the general ones are far better, on `q` far worse, on
    /// `r` the best of both are equal.
    private func logs() -> AnalysisLogs {
        var logs = AnalysisLogs()
        for (benchmark, general, medical) in [("p", 9, 5), ("q", 4, 8), ("r", 7, 7)] {
            for (model, tenths) in [("g1", general), ("g2", general - 2), ("m1", medical), ("m2", medical - 2)] {
                // Spread so that no two models miss the same items by their order alone.
                let step = model == "g1" ? 3 : model == "g2" ? 7 : model == "m1" ? 9 : 1
                logs.add(model, benchmark, items: 400) { ($0 * step + $0 / 10) % 10 < tenths }
            }
        }
        return logs
    }

    private func study(_ subject: Claim.Subject, least: Int? = nil, isSimulated: Bool = false) -> Study {
        var study = AnalysisLogs.study(["p", "q", "r"])
        study.replicates = 2000
        study.isSimulated = isSimulated
        for (id, kind, size) in [
            ("g1", "general", 7e9), ("g2", "general", 72e9), ("m1", "medical", 32e9), ("m2", "medical", 7e9),
        ] {
            var model = ModelEntry(id: id)
            model.kind = kind
            model.parameters = size
            study.models.append(model)
        }
        var claim = Claim(id: "c", name: "C", text: "t", source: "s", subject: subject)
        claim.least = least
        claim.caveats = ["a caveat"]
        study.claims = [claim]
        return study
    }

    private func claim(_ study: Study) throws -> ClaimFinding {
        try #require(try logs().findings(study).claims.first)
    }

    @Test("kinds are compared by their best models on each benchmark, by macro-average, and among models of one size")
    func kinds() throws {
        let claim = try claim(study(.kinds(first: "general", second: "medical", margin: 0.02)))
        let counted = claim.parts.filter(\.isCounted)
        #expect(counted.map(\.benchmark) == ["p", "q", "r"])
        #expect(counted.map(\.support) == [.supports, .contradicts, .open])
        #expect(counted.allSatisfy { $0.first == "g1" && $0.second == "m1" })
        #expect(abs(counted[0].estimate - 0.4) < 1e-12 && abs(counted[2].estimate) < 1e-12)
        #expect(counted.allSatisfy { $0.interval.lower <= $0.estimate && $0.estimate <= $0.interval.upper })
        // Only models of 7 billion parameters are of both kinds.
        let sized = claim.parts.filter { $0.parameters != nil }
        #expect(sized.count == 4 && sized.allSatisfy { $0.parameters == 7e9 && $0.first == "g1" && $0.second == "m2" })
        #expect(claim.parts.contains { $0.benchmark == nil && $0.parameters == nil && !$0.isCounted })
        #expect(claim.verdict == .holdsInPart && claim.least == 3 && claim.counts == nil)
        #expect(claim.caveats == ["a caveat"] && claim.margin == 0.02)
    }

    @Test("as many benchmarks as the claim asks for are enough") func least() throws {
        #expect(try claim(study(.kinds(first: "general", second: "medical", margin: 0), least: 1)).verdict == .holds)
        #expect(try claim(study(.kinds(first: "general", second: "medical", margin: 0), least: 2)).verdict == .open)
    }

    @Test("the two kinds exchanged turn every sign") func exchanged() throws {
        let one = try claim(study(.kinds(first: "general", second: "medical", margin: 0)))
        let other = try claim(study(.kinds(first: "medical", second: "general", margin: 0)))
        for (a, b) in zip(one.parts, other.parts) {
            #expect(abs(a.estimate + b.estimate) < 1e-12)
            #expect(abs(a.interval.lower + b.interval.upper) < 1e-12)
        }
    }

    @Test("a kind without models leaves the claim without parts and open") func absent() throws {
        let claim = try claim(study(.kinds(first: "general", second: "veterinary", margin: 0)))
        #expect(claim.parts.isEmpty && claim.verdict == .open)
    }

    @Test(
        "the interval of the best holds the pair's simultaneous one at its own level, and is wider than the pair's alone"
    )
    func levels() throws {
        let document = try logs().findings(study(.kinds(first: "general", second: "medical", margin: 0)))
        let part = try #require(document.claims.first?.parts.first)
        let pair = try #require(
            document.differences.first { $0.benchmark == "p" && $0.first == "g1" && $0.second == "m1" })
        #expect(part.interval.lower < pair.interval.lower && part.interval.level == 0.95)
    }

    @Test("published counts alone are judged where items are simulated, and are never surer than the items")
    func published() throws {
        let claim = try claim(study(.kinds(first: "general", second: "medical", margin: 0), isSimulated: true))
        let counted = claim.parts.filter(\.isCounted)
        let alone = counted.compactMap(\.published)
        #expect(alone.count == 3 && claim.counts != nil)
        // The models' own exact intervals: the best of the lower ends minus the best of the upper ones.
        for (part, published) in zip(counted, alone) {
            #expect(published.interval.lower <= part.estimate && part.estimate <= published.interval.upper)
            #expect(published.interval.upper - published.interval.lower > 0.05)
            #expect(published.interval.method == "any-overlap" && part.basis == .simulation)
        }
    }

    @Test("a threshold claim holds if every model fails, and one that passes contradicts it") func threshold() throws {
        var study = study(.threshold("t"))
        var threshold = Threshold(id: "t", name: "T", minimum: 0.95, source: "s")
        study.thresholds = [threshold]
        #expect(try claim(study).verdict == .holds)
        threshold.minimum = 0.3
        threshold.benchmark = "p"
        study.thresholds = [threshold]
        let passed = try claim(study)
        // Accuracies of 0.9, 0.7, 0.5 and 0.3 on 400 items: only the last is not surely above 0.3.
        #expect(passed.contradicting == 3 && passed.parts.count == 4 && passed.verdict == .doesNotHold)
    }

    @Test("variance is held against the minimum by an interval for all models at once") func variance() throws {
        let wide = try claim(study(.variance(minimum: 0.01)))
        #expect(wide.parts.map(\.model) == ["g1", "g2", "m1", "m2"])
        #expect(wide.verdict == .holds)
        #expect(try claim(study(.variance(minimum: 0.9))).supporting == 0)
        let alone = try logs().findings(study(.variance(minimum: 0.01)))
        let single = try #require(alone.variances.first { $0.model == "g1" })
        let part = try #require(alone.claims.first?.parts.first)
        #expect(abs(part.estimate - single.standardDeviation) < 1e-12)
        #expect(part.interval.upper > single.tauSquaredUpper.squareRoot(), "Bonferroni widens it")
    }

    @Test("claims come with their methods, and do not depend on threads") func methods() throws {
        let document = try logs().findings(study(.kinds(first: "general", second: "medical", margin: 0)))
        #expect(document.methods.contains { $0.id == "best-difference" })
    }
}
