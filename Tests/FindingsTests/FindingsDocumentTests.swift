import Findings
import Foundation
import Testing

@Suite("Findings document") struct FindingsDocumentTests {
    private let study = StudyFinding(title: "A study", level: 0.95, seed: 1, replicates: 100, unparsed: "wrong")

    @Test("what was encoded reads back the same") func roundTrip() throws {
        var document = FindingsDocument(acuityVersion: "0.1.0", study: study)
        document.models = [ModelFinding(id: "a", name: "<b>\u{202E}", parameters: 7e9)]
        #expect(try FindingsDocument(decoding: document.encoded()) == document)
    }

    @Test("what was added to the form may be absent, and the rest may not") func olderDocuments() throws {
        let added = ["comparisons", "agreements", "distributions", "powers", "thresholdCurves"]
        let document = FindingsDocument(acuityVersion: "0.1.0", study: study)
        var members = try #require(
            JSONSerialization.jsonObject(with: document.encoded()) as? [String: Any])
        for key in added { #expect(members.removeValue(forKey: key) != nil) }
        #expect(try FindingsDocument(decoding: JSONSerialization.data(withJSONObject: members)) == document)
        let required = try #require(members.removeValue(forKey: "ranks") as? [Any])
        #expect(required.isEmpty)
        #expect(throws: FindingsFileError.self) {
            try FindingsDocument(decoding: JSONSerialization.data(withJSONObject: members))
        }
    }

    @Test("every list and part of the document survives a round trip") func parts() throws {
        var document = FindingsDocument(acuityVersion: "0.1.0", study: study)
        let interval = IntervalFinding(lower: -0.1, upper: 0.2, level: 0.95, method: "mover", reason: "r")
        document.comparisons = [
            ComparisonFinding(
                scope: .benchmark, baseline: "a", candidate: "b", benchmark: "p", estimate: 0.05, baselineScore: 0.5,
                candidateScore: 0.55, interval: interval, margin: nil,
                verdict: .inconclusive, items: 9, clusters: 9, pValue: 0.5, adjustedPValue: 0.5, test: "mcnemar",
                family: 1)
        ]
        document.rankComparison = RankComparisonFinding(
            meanRanks: [ModelRank(model: "a", meanRank: 1), ModelRank(model: "b", meanRank: 2)],
            benchmarkIDs: ["p", "q", "r"], friedman: 3, pValue: 0.08, imanDavenport: nil, imanDavenportPValue: 0,
            criticalDifference: 1.1, groups: [["a", "b"]], level: 0.95)
        document.agreements = [
            AgreementFinding(
                first: "a", second: "b", benchmarks: 1, items: 4, clusters: 4, bothRight: 1, onlyFirst: 1,
                onlySecond: 1, bothWrong: 1, observed: 0.5, expected: 0.5, kappa: 0, interval: interval)
        ]
        document.distributions = [
            DistributionFinding(
                model: "a", kind: "exact", estimate: 0.5, interval: interval,
                bins: [DistributionBin(lower: 0.4, upper: 0.6, mass: 1)])
        ]
        document.powers = [
            PowerFinding(
                benchmark: "p", pairs: 1, discordance: 0.5, designEffect: 1, presentItems: 4, alpha: 0.05,
                curves: [
                    PowerCurve(difference: 0.1, points: [PowerPoint(items: 20, power: 0.1)], itemsFor80: nil)
                ])
        ]
        document.thresholdCurves = [
            ThresholdCurveFinding(
                threshold: nil, benchmark: nil, models: 1, alpha: 0.025, minimum: nil,
                points: [ThresholdCurvePoint(minimum: 0, pass: 1, inconclusive: 0, fail: 0)])
        ]
        #expect(try FindingsDocument(decoding: document.encoded()) == document)
    }

    @Test("the same document has the same bytes") func sameBytes() throws {
        let document = FindingsDocument(acuityVersion: "0.1.0", study: study)
        #expect(try document.encoded() == document.encoded())
    }

    @Test("another form is refused by name") func otherForm() {
        #expect(throws: FindingsFileError.unknownSchema("acuity-findings-0")) {
            try FindingsDocument(decoding: Data(#"{"schema":"acuity-findings-0"}"#.utf8))
        }
        #expect(throws: FindingsFileError.unknownSchema(nil)) { try FindingsDocument(decoding: Data("[1".utf8)) }
    }

    @Test("the schema names every property of the encoded document") func schemaCoversDocument() throws {
        let schema = try #require(JSONSerialization.jsonObject(with: FindingsSchema.data) as? [String: Any])
        let properties = try #require(schema["properties"] as? [String: Any])
        let encoded = try FindingsDocument(acuityVersion: "0.1.0", study: study).encoded()
        let document = try #require(JSONSerialization.jsonObject(with: encoded) as? [String: Any])
        #expect(Set(document.keys).isSubset(of: properties.keys))
        let required = try #require(schema["required"] as? [String])
        #expect(Set(required).isSubset(of: document.keys))
    }
}
