import Foundation
import Readers
import Store
import Study
import Testing

@testable import Ingest

@Suite("Scoring by the study's rules") struct ScoringRuleTests {
    private let folder = FileManager.default.temporaryDirectory.appending(path: "acuity-rules-\(UUID().uuidString)")

    private func mean(_ benchmark: String) throws -> Double? {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let path = folder.appending(path: "l.jsonl").path
        let rows = [("left lung", "the left lower lung"), ("12.0", "12.3")].enumerated().map { index, row in
            "{\"model\":\"m\",\"benchmark\":\"b\",\"item\":\(index),\"target\":\"\(row.0)\",\"prediction\":\"\(row.1)\"}"
        }
        try (rows.joined(separator: "\n") + "\n").write(toFile: path, atomically: true, encoding: .utf8)
        let study = try StudyFile.parse("[[benchmark]]\nid = \"b\"\n\(benchmark)\n", file: "study.toml")
        let store = try Store(path: folder.appending(path: "store.sqlite").path)
        _ = try LogIngest(store: store, study: study).ingest(LogFinder().find([path]).logs)
        return try store.matrix(benchmark: "b").runs.first?.scores.first?.mean
    }

    @Test("measure and tolerance decide, and a store is filled anew when they change") func rules() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        #expect(try mean("") == 0)
        #expect(try mean("tolerance = 0.05") == 0.5)
        // Words left, lower, lung against left, lung: precision 2/3, recall 1, F1 0.8.
        #expect(abs((try mean("measure = \"token-f1\"\ntolerance = 0.05") ?? .nan) - 0.9) < 1e-12)
    }

    @Test("an unknown measure is an error that lists the known ones") func unknownMeasure() throws {
        let errors = #expect(throws: StudyFile.Errors.self) {
            try StudyFile.parse("[[benchmark]]\nid = \"b\"\nmeasure = \"rouge\"\n", file: "study.toml")
        }
        #expect(errors?.problems.first?.expected.contains("rouge-l") == true)
    }
}
