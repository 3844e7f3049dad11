import FaultInjection
import Foundation
import Readers
import Store
import Study
import Testing

@testable import Ingest

@Suite("Logs read on several threads") struct ThreadCountTests {
    /// Logs of several models on two benchmarks, each with its items in another order, some items and texts lacking, and
    /// facets that contradict each other.
    private static func logs(in folder: URL) throws -> [String] {
        try (0..<9).map { number in
            var rows: [String] = []
            for place in 0..<120 where (place + number) % 11 != 0 {
                let item = number % 3 == 0 ? place : (place * (number % 2 == 0 ? 7 : 11)) % 120
                let question = number % 4 == 1 ? "" : "\"question\":\"What is \(item)?\","
                for epoch in 1...(number % 2 + 1) {
                    rows.append(
                        "{\"model\":\"m\(number)\",\"benchmark\":\"b\(item % 2)\",\"item\":\"i\(item)\",\(question)"
                            + "\"epoch\":\(epoch),\"target\":\"A\",\"organ\":\"o\((item + number / 8) % 5)\","
                            + "\"prediction\":\"The answer is \(["A", "B", "C"][(item * 31 + number * epoch) % 3])\"}")
                }
            }
            let url = folder.appending(path: "l\(number).jsonl")
            try (rows.joined(separator: "\n") + "\n").write(to: url, atomically: true, encoding: .utf8)
            return url.path
        }
    }

    @Test("the store does not depend on the number of threads", arguments: [2, 5]) func stores(threads: Int) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "acuity-threads-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let paths = try Self.logs(in: folder) + [folder.path + "/broken.jsonl"]
        try "{\"nothing\":1}\n".write(toFile: paths[9], atomically: true, encoding: .utf8)
        let logs = LogFinder().find(paths).logs
        let results = try [1, threads].map { threads in
            let store = try Store(path: ":memory:")
            var progress: [Int] = []
            let summary = try LogIngest(store: store, study: Study(), threads: threads).ingest(logs) { done, of in
                #expect(of == logs.count)
                progress.append(done)
            }
            #expect(progress == Array(1...logs.count))
            return (store, summary)
        }
        let (alone, together) = (results[0], results[1])
        #expect(alone.1.written == together.1.written && alone.1.written.count == 9)
        #expect(alone.1.failed == together.1.failed)
        #expect(try StoreContent.lines(alone.0) == StoreContent.lines(together.0))
        #expect(try alone.0.sources().contains { $0.problems.contains { $0.kind == "facet-conflict" } })
        for benchmark in ["b0", "b1"] {
            let matrix = try alone.0.matrix(benchmark: benchmark)
            #expect(matrix.keys.count == 60 && matrix.runs.count == 9)
            let items = try alone.0.items(benchmark: alone.0.benchmark(named: benchmark), from: 0, to: 60)
            #expect(items.count == 60 && items.allSatisfy { $0.question != nil })
        }
    }
}
