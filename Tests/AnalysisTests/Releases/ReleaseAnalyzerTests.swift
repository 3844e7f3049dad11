import Analysis
import Findings
import Records
import Statistics
import Study
import Testing

@Suite("Releases are compared item by item") struct ReleaseAnalyzerTests {
    private typealias Logs = ReleaseLogs

    private static func kinds(_ item: Int) -> [String: String] {
        ["kind": item % 2 == 0 ? "see" : "think", "modality": item % 3 == 0 ? "CT" : "MRI"]
    }

    @Test("differences, flips and tests are those of the items that both have")
    func counts() throws {
        let old = Logs.rows(300) { $0 % 4 != 0 }
        // Items 280 to 299 are missing, 300 to 309 are new.
        let new = Logs.rows(310) { $0 % 4 != 0 && $0 % 10 != 1 || $0 % 40 == 0 }.filter {
            !(280..<300).contains($0.item)
        }
        let document = try Logs.document([old, new])
        let found = try #require(document.comparisons.first)
        let shared = 0..<280
        let lost = shared.count { $0 % 4 != 0 && $0 % 10 == 1 }
        let gained = shared.count { $0 % 40 == 0 }
        #expect(found.items == 280 && found.rightToWrong == lost && found.wrongToRight == gained)
        #expect(abs(found.estimate - Double(gained - lost) / 280) < 1e-15)
        let scores = try (#require(found.baselineScore), #require(found.candidateScore))
        #expect(abs(scores.1 - scores.0 - found.estimate) < 1e-12)
        #expect(found.pValue == McNemar.test(onlyFirst: gained, onlySecond: lost).exact)
        #expect(found.unpaired == 30)
        let pairing = try #require(document.pairings.first)
        #expect(pairing.shared == 280 && pairing.onlyBaseline == 20 && pairing.onlyCandidate == 10)
        #expect(document.flipCount == lost + gained)
    }

    @Test("overall, benchmarks, capabilities and facets are one family with the error rate shared by scope")
    func family() throws {
        let old = ["p", "q"].flatMap { Logs.rows(200, on: $0, fields: Self.kinds) { $0 % 3 != 0 } }
        let new = ["p", "q"].flatMap { name in
            Logs.rows(200, on: name, fields: Self.kinds) { $0 % 3 != 0 && !(name == "p" && $0 % 2 == 1 && $0 % 5 < 2) }
        }
        let document = try Logs.document([old, new], Logs.study(["p", "q"]))
        let found = document.comparisons
        let each: [ComparisonScope] = [.benchmark, .capability, .capability, .facet, .facet]
        #expect(found.map(\.scope) == [.overall] + each + each)
        #expect(found.allSatisfy { $0.family == 11 })
        let shares: [ComparisonScope: Double] = [
            .overall: 0.25, .benchmark: 0.125, .capability: 0.0625, .facet: 0.0625,
        ]
        let weights = try found.map { try #require(shares[$0.scope]) }
        #expect(found.map(\.adjustedPValue) == Multiplicity.weightedHolm(found.map(\.pValue), weights: weights))
        let reasoning = try #require(found.first { $0.benchmark == "p" && $0.capability == "reasoning" })
        #expect(reasoning.verdict == .regressed && reasoning.items == 100)
        let understanding = try #require(found.first { $0.benchmark == "p" && $0.capability == "understanding" })
        #expect(understanding.verdict == .inconclusive && understanding.estimate == 0)
        let mean = found.filter { $0.scope == .benchmark }.map(\.estimate).reduce(0, +) / 2
        #expect(found[0].verdict == .regressed && abs(found[0].estimate - mean) < 1e-12)
        // The benchmark has more items and a larger share of the error rate than its parts.
        let whole = try #require(found.first { $0.scope == .benchmark && $0.benchmark == "p" }?.detectable)
        #expect(try #require(reasoning.detectable) > whole && understanding.detectable == nil)
        #expect(document.outcome.decision == .blocked)
    }

    @Test("a release against itself is no change, and equivalent where a margin says so")
    func itself() throws {
        let rows = Logs.rows(400, fields: Self.kinds) { $0 % 3 != 0 }
        let plain = try Logs.document([rows, rows])
        #expect(plain.comparisons.allSatisfy { $0.estimate == 0 && $0.pValue == 1 && $0.verdict == .inconclusive })
        #expect(plain.flips.isEmpty && plain.outcome.decision == .passed)
        let study = Logs.study { $0.compare?.margin = 0.05 }
        #expect(try Logs.document([rows, rows], study).comparisons[0].verdict == .equivalent)
    }

    @Test("the baseline and the candidate exchanged give the opposite difference and the same p value")
    func symmetry() throws {
        let old = Logs.rows(200) { $0 % 3 != 0 }
        let new = Logs.rows(200) { $0 % 5 != 0 }
        let forth = try Logs.document([old, new]).comparisons[0]
        let back = try Logs.document([new, old]).comparisons[0]
        #expect(forth.estimate == -back.estimate && forth.pValue == back.pValue)
        #expect(abs(forth.interval.lower + back.interval.upper) < 1e-12)
        #expect(forth.wrongToRight == back.rightToWrong)
    }

    @Test("several candidates are compared with the first, in one family")
    func several() throws {
        let releases = [0, 1, 2].map { number in Logs.rows(300) { $0 % 3 != 0 && $0 % 7 >= number } }
        let document = try Logs.document(releases)
        #expect(document.comparisons.map(\.candidate) == ["v2", "v3"])
        #expect(document.comparisons.allSatisfy { $0.baseline == "v1" && $0.family == 2 })
        let alone = try Logs.document([releases[0], releases[2]])
        #expect(document.comparisons[1].estimate == alone.comparisons[0].estimate)
        #expect(document.comparisons[1].pValue == alone.comparisons[0].pValue)
    }

    @Test("what changed first: safety facets, then reasoning, then items that were right in every epoch")
    func flips() throws {
        func rows(_ isRight: (Int) -> Bool) -> [Logs.Row] {
            [1, 2].flatMap { epoch in
                Logs.rows(60, fields: Self.kinds, isRight).map { row in
                    var row = row
                    row.epoch = epoch
                    return row
                }
            }
        }
        let study = Logs.study { $0.compare?.safety = ["modality": ["CT"]] }
        let document = try Logs.document([rows { $0 < 50 }, rows { $0 >= 10 }], study)
        let lost = document.flips.filter { $0.direction == .rightToWrong }
        #expect(document.flipCount == 20 && lost.count == 10 && document.flips.count == 20)
        // CT is every third item, reasoning every odd one.
        #expect(lost.map(\.item) == ["3", "9", "0", "6", "1", "5", "7", "2", "4", "8"])
        #expect(lost[0].reasons == ["safety: modality CT", "reasoning", "right in all 2 epochs"])
        #expect(lost[0].question == "Question 3?" && lost[0].targets == ["A"])
        #expect(lost[0].baselineAnswer.answer == "A" && lost[0].candidateAnswer.answer == "B")
        #expect(lost[0].candidateAnswer.line > 0 && lost[0].candidateAnswer.source.hasSuffix("v2/log.jsonl"))
        let few = try Logs.document([rows { $0 < 50 }, rows { $0 >= 10 }], study, flipLimit: 1)
        #expect(few.flips.map(\.item) == ["3", "51"] && few.flipCount == 20)
    }

    @Test("unparsed answers and lengths that changed are told")
    func measures() throws {
        let old = Logs.rows(200) { $0 % 2 == 0 }
        let new = old.map { row in
            var row = row
            if row.item % 4 == 1 { row.prediction = "I see a picture of something without any answer here" }
            return row
        }
        let document = try Logs.document([old, new])
        let unparsed = try #require(document.measures.first { $0.measure == .unparsed })
        #expect(unparsed.baselineValue == 0 && unparsed.candidateValue == 0.25 && unparsed.verdict == .increased)
        let length = try #require(document.measures.first { $0.measure == .length })
        #expect(length.baselineValue == 1 && length.verdict == .increased && length.interval.lower > 0)
        #expect(document.measures.allSatisfy { $0.family == document.measures.count })
        #expect(document.outcome.decision == .passed)
    }

    @Test("at any time: the interval is wider and the p value larger than those of one look")
    func sequential() throws {
        let (old, new) = (Logs.rows(500) { $0 % 3 != 0 }, Logs.rows(500) { $0 % 3 != 0 && $0 % 4 != 1 })
        let once = try Logs.document([old, new]).comparisons[0]
        let always = try Logs.document([old, new], Logs.study { $0.compare?.isSequential = true }).comparisons[0]
        let sequence = try #require(always.sequence)
        #expect(sequence.lower < once.interval.lower && sequence.upper > once.interval.upper)
        #expect(always.pValue > once.pValue && always.verdict == .regressed)
        #expect(once.sequence == nil)
    }
}
