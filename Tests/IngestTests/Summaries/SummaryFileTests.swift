import Foundation
import Readers
import Records
import Store
import Study
import Testing

@testable import Ingest

@Suite("Summaries as files") struct SummaryFileTests {
    private let folder = FileManager.default.temporaryDirectory.appending(path: "acuity-summary-\(UUID().uuidString)")

    private func write(_ name: String, _ bytes: some Sequence<UInt8>) throws -> String {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let url = folder.appending(path: name)
        try Data(bytes).write(to: url)
        return url.path
    }

    /// A summary of a log with some items.
    private func summary(
        _ name: String = "a", target: String = "A", study: Study = Study(), texts: Bool = false
    ) throws -> String {
        let rows = (0..<20).map {
            "{\"model\":\"m\",\"benchmark\":\"b\",\"item\":\($0),\"target\":\"\(target)\",\"prediction\":\"A\"}"
        }
        let log = try write("l.jsonl", Data((rows.joined(separator: "\n") + "\n").utf8))
        let url = folder.appending(path: name + ".summary")
        _ = try Summarizer(study: study, threads: 1, hasTexts: texts).summarize(
            LogShare(LogFinder().find([log])), to: url)
        return url.path
    }

    private func problem(_ paths: [String], study: Study = Study()) -> Problem? {
        do {
            _ = try SummaryMerge(paths).write(to: Store(path: ":memory:"), study: study, threads: 1)
            return nil
        } catch {
            return error as? Problem
        }
    }

    @Test("what is no summary, not whole, newer, or made otherwise is told with its file") func problems() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let whole = try Data(contentsOf: URL(fileURLWithPath: summary()))
        #expect(problem([try summary()]) == nil)
        func kind(_ bytes: some Sequence<UInt8>) throws -> String? {
            let path = try write("x.summary", bytes)
            let problem = problem([path])
            #expect(problem?.file == path && problem?.severity == .error)
            return problem?.kind
        }
        #expect(try kind(Data("model,item\n".utf8)) == "not-a-summary")
        #expect(try kind(Data()) == "damaged-summary")
        for length in [3, 15, 17, 100, whole.count / 2, whole.count - 65, whole.count - 1] {
            #expect(try kind(whole.prefix(length)) == "damaged-summary", "\(length)")
        }
        #expect(try kind(whole + Data([0])) == "damaged-summary")
        #expect(try kind(Data("acuity-summary-2\n".utf8) + whole.dropFirst(17)) == "unknown-summary-form")
        #expect(problem([folder.appending(path: "none").path])?.kind == "unreadable-file")

        var study = Study()
        study.models = [ModelEntry(id: "m")]
        #expect(problem([try summary()], study: study)?.kind == "other-study")
        let other = try summary("other", study: study)
        #expect(problem([try summary(), other])?.file == other)
        #expect(problem([try summary(), try summary("texts", texts: true)])?.kind == "mixed-summaries")
        let index = SummaryIndex(ingest: "0", names: "", hasTexts: false)
        let old = folder.appending(path: "old.summary")
        try SummaryWriter(to: old, index: index).finish()
        #expect(problem([old.path])?.kind == "other-summary-version")
    }

    @Test("two that say different things of one log are an error that names both") func contradiction() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let one = try summary("one")
        let two = try summary("two", target: "B")
        let found = try #require(problem([one, two]))
        #expect(found.kind == "contradicting-summaries" && found.file == two && found.expected.contains(one))
        #expect(found.expected.contains("l.jsonl"))
    }

    @Test("no bit can be changed unnoticed, and none brings the program down") func bits() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let whole = try Data(contentsOf: URL(fileURLWithPath: summary()))
        for place in whole.indices {
            var changed = whole
            changed[place] ^= 1 << UInt8(place % 8)
            #expect(problem([try write("x.summary", changed)]) != nil, "byte \(place)")
        }
    }

    @Test("a changed summary whose digest was made anew is damaged or another summary, and never a crash") func forged()
        throws
    {
        defer { try? FileManager.default.removeItem(at: folder) }
        let whole = try Data(contentsOf: URL(fileURLWithPath: summary()))
        for place in 17..<(whole.count - 64) {
            var changed = whole.dropLast(64)
            changed[place] ^= 1 << UInt8(place % 8)
            let digest = Digest()
            changed.withUnsafeBytes { digest.update($0) }
            _ = problem([try write("x.summary", changed + Data(digest.finish().utf8))])
        }
    }

    @Test("the same logs make the same bytes, on any number of threads; nothing half is left") func bytes() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let one = try Data(contentsOf: URL(fileURLWithPath: summary()))
        #expect(try one == Data(contentsOf: URL(fileURLWithPath: summary("again"))))
        let writer = try SummaryWriter(
            to: folder.appending(path: "half.summary"), index: SummaryIndex(ingest: "", names: "", hasTexts: false))
        try writer.add(SummaryIndex.Entry(place: LogPlace(request: 0, path: "l")), parts: [[1, 2, 3]])
        withExtendedLifetime(writer) {}
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        #expect(!names.contains("half.summary"))
    }
}
