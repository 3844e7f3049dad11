import Foundation
import Ingest
import LogGeneration
import Readers
import Store
import Study
import Testing

@Suite("Generated logs") struct GeneratedStudyTests {
    private static func plan(
        _ form: LogForm, _ compression: LogCompression = .none, epochs: Int = 1, perImage: Int = 1, long: Double = 0.2,
        texts: Bool = true
    ) -> LogPlan {
        var plan = LogPlan()
        (plan.models, plan.benchmarks, plan.items) = (3, 2, 120)
        (plan.form, plan.compression, plan.epochs, plan.itemsPerImage) = (form, compression, epochs, perImage)
        (plan.longShare, plan.hasTexts, plan.seed) = (long, texts, 5)
        return plan
    }

    static let plans: [LogPlan] = [
        plan(.jsonl), plan(.jsonl, epochs: 3, perImage: 4), plan(.jsonl, texts: false), plan(.jsonl, .gzip),
        plan(.jsonl, .zstd, long: 1), plan(.csv, epochs: 2), plan(.csv, .gzip, perImage: 2), plan(.csv, texts: false),
        plan(.xlsx, perImage: 3), plan(.harness, perImage: 3), plan(.harness, .gzip),
        plan(.inspect, epochs: 2, perImage: 2),
    ]

    @Test("Acuity reads every form with the counts that the generator states", arguments: plans)
    func counts(plan: LogPlan) throws {
        let folder = try TemporaryFolder()
        let made = try GeneratedStudy.write(plan, to: folder.url).logs
        #expect(made.count == 6)
        let listing = LogFinder().find([folder.url.appending(path: "logs").path])
        #expect(listing.logs.count == 6 && listing.problems.isEmpty)
        let store = try Store(path: ":memory:")
        let summary = try LogIngest(store: store, study: Study()).ingest(listing.logs)
        #expect(summary.failed.isEmpty)
        let runs = try store.benchmarkNames().flatMap { try store.matrix(benchmark: $0).runs }
        #expect(runs.count == 6)
        for log in made {
            let run = try #require(runs.first { $0.model == log.model && $0.benchmark == log.benchmark })
            #expect(run.predictions == log.rows && run.predictions == plan.rows)
            #expect(run.items == plan.items && run.epochs == plan.epochs && run.duplicates == 0)
            let mean = try #require(run.scores.first?.mean)
            #expect(abs(mean - Double(log.right) / Double(log.rows)) < 1e-9)
            // What Acuity extracts from the texts is what the log says of them.
            #expect(run.disagreements == 0)
            if plan.hasTexts { #expect(run.scoredByBoth == log.rows) }
        }
    }

    @Test("the same plan gives the same bytes, another seed others", arguments: plans)
    func seeds(plan: LogPlan) throws {
        let (first, second, third) = (try TemporaryFolder(), try TemporaryFolder(), try TemporaryFolder())
        var other = plan
        other.seed += 1
        let made = try GeneratedStudy.write(plan, to: first.url).logs
        #expect(try GeneratedStudy.write(plan, to: second.url).logs == made)
        let changed = try GeneratedStudy.write(other, to: third.url).logs
        #expect(zip(made, changed).allSatisfy { $0.path == $1.path })
        for log in made {
            let bytes = try first.bytes(log.path)
            #expect(try second.bytes(log.path) == bytes)
            #expect(try third.bytes(log.path) != bytes)
        }
    }

    @Test("one log written alone is the one of the whole study") func alone() throws {
        let plan = Self.plan(.jsonl, epochs: 2, perImage: 3)
        let (whole, alone) = (try TemporaryFolder(), try TemporaryFolder())
        let logs = try GeneratedStudy.write(plan, to: whole.url).logs
        let log = try GeneratedLog.write(plan, model: 2, benchmark: 1, to: alone.url.appending(path: "logs"))
        #expect(log == logs[5])
        #expect(try alone.bytes(log.path) == whole.bytes(log.path))
    }

    @Test("another answer seed leaves the items and changes the answers") func answerSeed() throws {
        var plan = Self.plan(.csv, texts: false)
        let (first, second) = (try TemporaryFolder(), try TemporaryFolder())
        let log = try GeneratedStudy.write(plan, to: first.url).logs[0]
        plan.answerSeed = 1
        _ = try GeneratedStudy.write(plan, to: second.url)
        let rows = try [first, second].map { folder in
            String(decoding: try folder.bytes(log.path), as: UTF8.self).split(separator: "\n")
        }
        #expect(rows[0] != rows[1])
        #expect(rows[0].map { $0.dropLast(1) }.dropFirst() == rows[1].map { $0.dropLast(1) }.dropFirst())
    }

    @Test("models find the same items hard") func sharedDifficulty() throws {
        var plan = LogPlan()
        (plan.models, plan.benchmarks, plan.items, plan.hasTexts) = (2, 1, 4000, false)
        let folder = try TemporaryFolder()
        let logs = try GeneratedStudy.write(plan, to: folder.url).logs
        let scores = try logs.map { log in
            String(decoding: try folder.bytes(log.path), as: UTF8.self).split(separator: "\n").map {
                $0.hasSuffix(":1}")
            }
        }
        let both = zip(scores[0], scores[1]).count { $0 && $1 }
        let independent = logs.map { Double($0.right) / 4000 }.reduce(4000, *)
        // The standard deviation of the count is at most √(4000/16) for independent models.
        #expect(Double(both) > independent + 5 * 15.9)
    }

    @Test("a gzip log holds the bytes of the plain one") func gzip() throws {
        let (plain, packed) = (try TemporaryFolder(), try TemporaryFolder())
        let log = try GeneratedStudy.write(Self.plan(.jsonl), to: plain.url).logs[0]
        let other = try GeneratedStudy.write(Self.plan(.jsonl, .gzip), to: packed.url).logs[0]
        let bytes = try plain.bytes(log.path)
        #expect(log.textBytes == bytes.count && other.textBytes == bytes.count)
        let path = packed.url.appending(path: "logs").appending(path: other.path).path
        #expect(try InputFile.open(path, shownAs: path).readAll() == [UInt8](bytes))
    }

    @Test(
        "what cannot be is refused before anything is written",
        arguments: [
            (\LogPlan.models, 0, "--models: expected a whole number from 1 to 100000000; found `0`"),
            (\LogPlan.items, -4, "--items: expected a whole number from 1 to 100000000; found `-4`"),
        ])
    func sizes(size: WritableKeyPath<LogPlan, Int> & Sendable, value: Int, message: String) throws {
        var plan = LogPlan()
        plan[keyPath: size] = value
        let error = #expect(throws: PlanError.self) { try plan.validate() }
        #expect(error?.description == message)
    }

    @Test("a form that cannot hold what is asked for is refused") func combinations() {
        let plans = [
            Self.plan(.xlsx, .gzip), Self.plan(.inspect, texts: false), Self.plan(.harness, epochs: 2),
            Self.plan(.xlsx, epochs: 2), Self.plan(.jsonl, long: 1.5),
        ]
        for plan in plans { #expect(throws: PlanError.self) { try plan.validate() } }
    }
}

/// A folder that is removed with the test.
private final class TemporaryFolder {
    let url = FileManager.default.temporaryDirectory.appending(path: "acuity-generated-\(UUID())")

    init() throws { try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true) }

    deinit { try? FileManager.default.removeItem(at: url) }

    func bytes(_ log: String) throws -> Data { try Data(contentsOf: url.appending(path: "logs").appending(path: log)) }
}
