import Foundation
import Readers
import Store
import Study
import Testing

@testable import Ingest

@Suite("Measures in the store") struct MeasureIngestTests {
    private func measures(_ rows: [String]) throws -> [String: ScoreVector] {
        let folder = FileManager.default.temporaryDirectory.appending(path: "acuity-measures-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appending(path: "l.jsonl").path
        let lines = rows.map {
            "{\"model\":\"m\",\"benchmark\":\"b\",\"target\":\"A\",\"choices\":[\"x\",\"y\"],\($0)}\n"
        }
        try lines.joined().write(toFile: path, atomically: true, encoding: .utf8)
        let store = try Store(path: folder.appending(path: "store.sqlite").path)
        let log = try #require(LogFinder().find([path]).logs.first)
        #expect(try LogIngest(store: store, study: Study()).ingest([log]).failed.isEmpty)
        return try store.measures(run: try #require(store.matrix(benchmark: "b").runs.first).id)
    }

    @Test("a log's latencies, tokens and prices come to the store, and lengths in Unicode scalars") func log() throws {
        let measures = try measures([
            // An e with an accent of its own is two scalars, an emoji is one.
            #""item":"1","prediction":"The answer is A. e\u0301","latency_ms":500,"output_tokens":4,"cost":0.25"#,
            #""item":"2","prediction":"The answer is B. 🫀","latency_ms":250,"output_tokens":6,"cost":0.5"#,
        ])
        #expect(
            measures == [
                "length": ScoreVector([19, 18]), "latency": ScoreVector([0.5, 0.25]),
                "output-tokens": ScoreVector([4, 6]), "cost": ScoreVector([0.25, 0.5]),
            ])
    }

    @Test("epochs are averaged, the last of a duplicate counts, and a failure is counted but not measured")
    func epochs() throws {
        let measures = try measures([
            #""item":"1","epoch":1,"prediction":"A","latency_s":9.5,"error":null"#,
            #""item":"1","epoch":1,"prediction":"A","latency_s":1.5,"error":null"#,
            #""item":"1","epoch":2,"prediction":"A A","latency_s":2.5,"error":null"#,
            #""item":"2","epoch":1,"prediction":"","latency_s":30.5,"error":"timeout""#,
            #""item":"2","epoch":2,"prediction":"B","latency_s":0.5,"error":null"#,
        ])
        #expect(
            measures == [
                "length": ScoreVector([2, 1]), "latency": ScoreVector([2, 0.5]), "error": ScoreVector([0, 0.5]),
            ])
    }
}
