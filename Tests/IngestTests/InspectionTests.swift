import Foundation
import Readers
import Records
import Scoring
import Testing

@testable import Ingest

@Suite("Inspection") struct InspectionTests {
    private let folder = FileManager.default.temporaryDirectory.appending(
        path: "acuity-inspection-\(UUID().uuidString)")

    private func log(_ rows: [String]) throws -> Log {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let path = folder.appending(path: "l.jsonl").path
        try (rows.joined(separator: "\n") + "\n").write(toFile: path, atomically: true, encoding: .utf8)
        return try #require(LogFinder().find([path]).logs.first)
    }

    private static func row(_ item: Int, _ prediction: String, _ score: Int, _ modality: String) -> String {
        "{\"model\":\"m\",\"benchmark\":\"b\",\"item\":\(item),\"target\":\"A\",\"prediction\":\"\(prediction)\",\"score\":\(score),\"modality\":\"\(modality)\",\"A\":\"aspirin\",\"B\":\"heparin\"}"
    }

    private static let rows = [
        row(1, "A", 1, "CT"), row(2, "The answer is A.", 0, "CT"), row(3, "B", 0, "MR"), row(4, "I think B.", 1, "MR"),
        row(5, "B", 0, "CT"), row(6, "A", 1, "MR"),
    ]

    @Test("disagreements name the item, both scores, the answer and its rule") func disagreements() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let inspection = try Inspection(log(Self.rows), listsDisagreements: true)
        #expect(inspection.disagreements.map(\.item) == ["2", "4"])
        let first = try #require(inspection.disagreements.first)
        #expect(first.metric == "score" && first.runnerScore == 0 && first.score == 1)
        #expect(first.answer == "A" && first.rule == "statement" && first.line == 2 && first.text == "The answer is A.")
        #expect(inspection.runs.first?.disagreements == 2)
    }

    @Test("conditions on facets count only what meets all of them") func conditions() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let inspection = try Inspection(log(Self.rows), where: [Facet(name: "modality", value: "CT")])
        #expect(inspection.runs.first { $0.metric == "score" }?.items == 3)
        #expect(abs((inspection.runs.first { $0.metric == "score" }?.mean ?? .nan) - 1.0 / 3) < 1e-12)
        let none = try Inspection(log(Self.rows), where: [Facet(name: "modality", value: "XR")])
        #expect(none.runs.first?.items == 0 && none.runs.first?.mean == nil)
    }

    @Test("answers are scored by the benchmark's own measure") func measure() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let row = #"{"model":"m","benchmark":"b","item":"1","target":"left lung","prediction":"lung"}"#
        #expect(try Inspection(log([row])).runs.map(\.mean) == [0])
        let graded = try Inspection(log([row])) { AnswerScorer(measure: $0 == "b" ? .tokenF1 : .match) }
        #expect(abs((graded.runs[0].mean ?? 0) - 2.0 / 3) < 1e-12)
    }
}
