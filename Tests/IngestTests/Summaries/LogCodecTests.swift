import Foundation
import Readers
import Records
import Store
import Study
import Testing

@testable import Ingest

@Suite("Logs in summaries") struct LogCodecTests {
    /// A log with two benchmarks, repeats, options, facets, scores between 0 and 1, a confidence and lacking texts.
    static func log() throws -> ReadLog {
        let folder = FileManager.default.temporaryDirectory.appending(path: "acuity-codec-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let rows = (0..<300).map { row in
            let item = row % 150
            let question = item % 3 == 0 ? "" : "\"question\":\"Wer ist Nr. \(item)? é\","
            return "{\"model\":\"m\(item % 2)\",\"benchmark\":\"b\(item % 2)\",\"item\":\"i\(item)\",\(question)"
                + "\"epoch\":\(row / 150 + 1),\"target\":[\"A\",\"both\"],\"choices\":[\"x\",\"y\"],"
                + "\"organ\":\"o\((item + row / 150) % 5)\",\"score\":\(Double(row % 7) / 6),\"confidence\":0.\(item % 9),"
                + "\"latency\":\(Double(row) / 7),\"prediction\":\"The answer is \(["A", "B", "C"][row % 3])\"}"
        }
        let url = folder.appending(path: "l.jsonl")
        try (rows.joined(separator: "\n") + "\n").write(to: url, atomically: true, encoding: .utf8)
        let log = try #require(LogFinder().find([url.path]).logs.first)
        var read = try LogReading(resolver: NameResolver(study: Study()), isPiped: false).read(log)
        read.problems.append(
            Problem(kind: "k", severity: .note, file: "f", line: 3, expected: "e", found: "f\n", remedy: "r"))
        read.runs[0].stored.scores[0].metric.reported = 0.1 + 0.2
        read.runs[0].stored.itemsReported = 1 << 60
        return read
    }

    private static func items(_ benchmark: ReadLog.Benchmark) -> [StoredItem] {
        (0..<benchmark.items.list.count).map { benchmark.items.list[$0] }
    }

    private static func decoded(_ parts: [[UInt8]]) throws -> ReadLog {
        try ReadLog { $0 < parts.count ? parts[$0] : nil }
    }

    @Test("a log is the same after it was written and read, with its texts") func whole() throws {
        let log = try Self.log()
        let read = try Self.decoded(log.summarized(texts: true))
        #expect(read.runnerVersion == log.runnerVersion && read.problems == log.problems)
        #expect(read.sayings == log.sayings && !log.sayings.isEmpty)
        #expect(read.benchmarks.map(\.name) == log.benchmarks.map(\.name) && read.benchmarks.count == 2)
        for (one, other) in zip(read.benchmarks, log.benchmarks) {
            #expect(Self.items(one) == Self.items(other) && one.items.list.count == 75)
            #expect(one.items.facets.columns == other.items.facets.columns)
            #expect(one.items.facets.conflicts == other.items.facets.conflicts)
            #expect(one.items.facets.conflicts.contains { $0 > 0 })
        }
        #expect(read.runs.count == log.runs.count)
        for (one, other) in zip(read.runs, log.runs) {
            #expect(one.modelName == other.modelName && one.benchmark == other.benchmark)
            #expect(one.stored == other.stored && one.stored.epochs == 2 && one.stored.confidences != nil)
            #expect(one.measures == other.measures && one.measures[.latency] != nil)
            #expect(one.fingerprint == other.fingerprint)
            #expect(one.predictions.storedColumns == other.predictions.storedColumns)
            #expect(one.predictions.storedTexts == other.predictions.storedTexts)
        }
        #expect(try read.summarized(texts: true) == log.summarized(texts: true))
    }

    @Test("without texts, which texts there are is still known, and no text of the log is") func withoutTexts() throws {
        let log = try Self.log()
        let parts = try log.summarized(texts: false)
        let read = try Self.decoded(parts)
        for (one, other) in zip(read.benchmarks, log.benchmarks) {
            let (some, all) = (Self.items(one), Self.items(other))
            #expect(some.map(\.lackingTexts) == all.map(\.lackingTexts) && some.map(\.key) == all.map(\.key))
            #expect(some.map(\.choices) == all.map(\.choices) && some.contains { $0.choices > 0 })
        }
        #expect(zip(read.runs, log.runs).allSatisfy { $0.stored == $1.stored && $0.fingerprint == $1.fingerprint })
        let bytes = parts.compactMap(PartCode.decode).flatMap { $0 }
        for text in ["Wer ist", "The answer", "both"] {
            #expect(!Data(bytes).contains(text), "\(text)")
        }
        #expect(try Data(log.summarized(texts: true).compactMap(PartCode.decode).flatMap { $0 }).contains("Wer ist"))
    }

    @Test("parts that were cut or changed are damaged or another log, and never a crash") func damage() throws {
        let log = try Self.log()
        let parts = try log.summarized(texts: true)
        let plain = try parts.map { try #require(PartCode.decode($0)) }
        var state: UInt64 = 7
        func random(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
        var damaged = 0
        for trial in 0..<600 {
            var changed = parts
            let part = trial % 3 == 0 ? 0 : random(parts.count)
            if trial % 2 == 0 {
                // Within what is packed, so that it unpacks to something else.
                var bytes = plain[part]
                guard !bytes.isEmpty else { continue }
                if trial % 4 == 0 {
                    bytes.removeLast(random(bytes.count))
                } else {
                    bytes[random(bytes.count)] ^= 1 << UInt8(random(8))
                }
                let width = Int(parts[part][0])
                changed[part] = PartCode.encode(bytes, width: bytes.count % width == 0 ? width : 1)
            } else {
                let place = random(changed[part].count)
                if trial % 4 == 1 {
                    changed[part].removeLast(changed[part].count - place)
                } else {
                    changed[part][place] ^= 1 << UInt8(random(8))
                }
            }
            do {
                let read = try Self.decoded(changed)
                let store = try Store(path: ":memory:")
                // A log of other bytes may be refused by the store, but must not bring it down.
                try? LogWriter(store: store).write(
                    read, as: StoredSource(path: "l", bytes: 1, sha256: "", fingerprint: "", runner: "generic"))
                _ = try? store.matrix(benchmark: "b0")
            } catch {
                damaged += 1
            }
        }
        #expect(damaged > 100)
    }
}

extension Data {
    fileprivate func contains(_ text: String) -> Bool { range(of: Data(text.utf8)) != nil }
}
