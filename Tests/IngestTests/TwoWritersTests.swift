import Foundation
import Readers
import Store
import Study
import Testing

@testable import Ingest

@Suite("Two that write to one store") struct TwoWritersTests {
    @Test("items that one adds between two logs of the other stay, and both mean the same positions")
    func interleaved() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "acuity-writers-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let resolver = NameResolver(study: Study())
        let reading = LogReading(resolver: resolver, isPiped: false)
        func log(_ number: Int) throws -> ReadLog {
            let path = folder.appending(path: "l\(number).jsonl").path
            // Each log has some items of its own and some that others have.
            let rows = (0..<300).map { place in
                let item = (place * 7 + number * 100) % 1000
                return "{\"model\":\"m\(number)\",\"benchmark\":\"b\",\"item\":\"i\(item)\",\"target\":\"A\","
                    + "\"question\":\"What is \(item)?\",\"organ\":\"o\(item % 4)\","
                    + "\"prediction\":\"\(item % (number + 2) == 0 ? "A" : "B")\"}"
            }
            try rows.joined(separator: "\n").write(toFile: path, atomically: true, encoding: .utf8)
            return try reading.read(try #require(LogFinder().find([path]).logs.first))
        }
        let path = folder.appending(path: "store.sqlite").path
        let stores = try (0..<2).map { _ in try Store(path: path) }
        let writers = stores.map { LogWriter(store: $0) }
        for number in 0..<6 {
            let source = StoredSource(
                path: "l\(number)", bytes: 1, sha256: "", fingerprint: "\(number)", runner: "generic")
            try writers[number % 2].write(try log(number), as: source)
        }
        #expect(stores.allSatisfy { $0.foreignChanges > 0 })
        let store = try Store(path: path)
        let matrix = try store.matrix(benchmark: "b")
        let items = try store.items(benchmark: store.benchmark(named: "b"), from: 0, to: 2000)
        #expect(Set(matrix.keys).count == matrix.keys.count && items.map(\.key) == matrix.keys)
        #expect(items.allSatisfy { $0.question == "What is \($0.key.dropFirst())?" })
        #expect(matrix.runs.count == 6 && matrix.keys.count > 600)
        for (number, run) in matrix.runs.enumerated() {
            for (position, key) in matrix.keys.enumerated() {
                let item = try #require(Int(key.dropFirst()))
                let score = run.scores[0].values[position]
                #expect(score.isNaN || score == (item % (number + 2) == 0 ? 1 : 0))
            }
            #expect(run.scores[0].values.values.count { !$0.isNaN } == 300)
            #expect(matrix.facets[0].name == "organ" && matrix.facets[0].dictionary.count == 4)
        }
    }
}
