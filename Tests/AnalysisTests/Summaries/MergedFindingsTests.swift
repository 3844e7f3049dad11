import Analysis
import Findings
import Foundation
import Ingest
import Readers
import Records
import Store
import Study
import Testing

@Suite("Findings from summaries") struct MergedFindingsTests {
    /// Numbers that look random and are the same everywhere (Marsaglia's xorshift).
    private struct Numbers: RandomNumberGenerator {
        var state: UInt64
        mutating func next() -> UInt64 {
            state ^= state << 13
            state ^= state >> 7
            state ^= state << 17
            return state
        }
    }

    private let work = FileManager.default.temporaryDirectory.appending(path: "acuity-merged-\(UUID().uuidString)")
    private let study: Study = {
        var study = Study()
        study.replicates = 50
        study.benchmarks = ["b0", "b1"].map { id in
            var entry = BenchmarkEntry(id: id)
            entry.cluster = "image"
            return entry
        }
        return study
    }()

    private func findings(
        of store: Store, _ summary: LogIngest.Summary, found: [Problem]
    ) throws -> Data {
        let copies = summary.copies.map { path, original in
            Problem(
                kind: "copied-log", severity: .note, file: path, expected: "logs that differ", found: original,
                remedy: "-")
        }
        return try Analyzer(store: store, study: study, threads: 1, version: "test")
            .findings(sources: summary.usable, problems: found + summary.failed + copies).encoded()
    }

    private func direct(_ folder: String) throws -> (findings: Data, summary: LogIngest.Summary) {
        let listing = LogFinder().find([folder])
        let store = try Store(path: ":memory:")
        let summary = try LogIngest(store: store, study: study).ingest(listing.logs)
        return (try findings(of: store, summary, found: listing.problems), summary)
    }

    private func merged(_ paths: [String]) throws -> Data {
        let merge = try SummaryMerge(paths)
        #expect(merge.lacking.isEmpty)
        let store = try Store(path: ":memory:")
        let summary = try merge.write(to: store, study: study, threads: 2)
        return try findings(of: store, summary, found: merge.problems)
    }

    private func summarize(_ share: LogShare, _ name: String, texts: Bool = false) throws -> String {
        try FileManager.default.createDirectory(at: work, withIntermediateDirectories: true)
        let path = work.appending(path: name + ".summary").path
        _ = try Summarizer(study: study, threads: 2, hasTexts: texts).summarize(share, to: URL(fileURLWithPath: path))
        return path
    }

    @Test("are the same bytes as those of one machine, however logs are parted and summaries are ordered and joined")
    func partitions() throws {
        let logs = try MixedLogs()
        defer { logs.remove() }
        defer { try? FileManager.default.removeItem(at: work) }
        let (wanted, summary) = try direct(logs.folder.path)
        // What the logs are made for must be there.
        #expect(summary.written.count == 10 && summary.copies.count == 3 && summary.failed.count >= 1)
        let text = String(decoding: wanted, as: UTF8.self)
        #expect(text.contains("facet-conflict") && text.contains("copied-log"))
        let request = LogRequest(path: logs.folder.path)
        let whole = try summarize(LogShare(LogFinder().find([request])), "whole")
        #expect(try merged([whole]) == wanted)

        var numbers = Numbers(state: 20_250_715)
        let files = try logs.files
        for trial in 0..<6 {
            let workers = Int.random(in: 1...5, using: &numbers)
            var lists = [Set<String>](repeating: [], count: workers)
            for file in files {
                // A file may be given to two workers, as a task is that is run again.
                for _ in 0...(Int.random(in: 0..<4, using: &numbers) == 0 ? 1 : 0) {
                    lists[Int.random(in: 0..<workers, using: &numbers)].insert(
                        URL(fileURLWithPath: file).resolvingSymlinksInPath().path)
                }
            }
            var paths = try lists.enumerated().map { place, list in
                try summarize(LogShare(LogFinder().find([request], amongFiles: list)), "t\(trial)-\(place)")
            }
            paths.shuffle(using: &numbers)
            #expect(try merged(paths) == wanted, "trial \(trial)")
            // Joined two by two in any order, with one of them twice.
            paths.append(paths[0])
            while paths.count > 1 {
                let (one, other) = (
                    paths.removeFirst(), paths.remove(at: Int.random(in: 0..<paths.count, using: &numbers))
                )
                let joined = work.appending(path: "t\(trial)-joined\(paths.count).summary")
                try SummaryMerge([one, other]).write(to: joined)
                paths.append(joined.path)
            }
            let joined = try Data(contentsOf: URL(fileURLWithPath: paths[0]))
            #expect(try joined == Data(contentsOf: URL(fileURLWithPath: whole)), "trial \(trial)")
        }
    }

    @Test("shares of a listing say what they leave, and make the same with texts") func shards() throws {
        let logs = try MixedLogs()
        defer { logs.remove() }
        defer { try? FileManager.default.removeItem(at: work) }
        let listing = LogFinder().find([logs.folder.path])
        let paths = try (1...3).map {
            try summarize(LogShare(listing, shard: (number: $0, count: 3)), "s\($0)", texts: true)
        }
        #expect(try merged(paths) == direct(logs.folder.path).findings)
        let lacking = try SummaryMerge([paths[2], paths[0]]).lacking
        let places = listing.logs.indices.filter { $0 % 3 == 1 }
        #expect(lacking == places.map { listing.logs[$0].path })
        let store = try Store(path: ":memory:")
        _ = try SummaryMerge(paths).write(to: store, study: study, threads: 1)
        let items = try store.items(benchmark: store.benchmark(named: "b0"), from: 0, to: 100)
        #expect(items.count { $0.question?.hasPrefix("What is") == true } == 30)
        let run = try #require(try store.matrix(benchmark: "b0").runs.first)
        #expect(
            try store.predictions(run: run.id, from: 0, to: 100).allSatisfy { $0.text?.hasPrefix("The answer") == true }
        )
    }

    @Test("are the same for the logs of public projects", .enabled(if: SharedLogs.folder != nil)) func shared() throws {
        let folder = try #require(SharedLogs.folder).appending(path: "generated-with-real-runners").path
        defer { try? FileManager.default.removeItem(at: work) }
        let wanted = try direct(folder).findings
        let listing = LogFinder().find([folder])
        let paths = try (1...4).map { try summarize(LogShare(listing, shard: (number: $0, count: 4)), "s\($0)") }
        #expect(try merged(paths.reversed()) == wanted)
    }
}

/// The logs of public projects that lie beside the repository, if they do.
private enum SharedLogs {
    static let folder: URL? = {
        // Four steps from this file to the package, one more to what lies beside it.
        let package = (0..<4).reduce(URL(filePath: #filePath)) { url, _ in url.deletingLastPathComponent() }
        let folder = package.appending(path: "../shared/logs").standardizedFileURL
        return FileManager.default.fileExists(atPath: folder.path) ? folder : nil
    }()
}
