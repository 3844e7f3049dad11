import Foundation
import Readers
import Records
import Store
import Study

/// From logs to a summary of what they say.
public struct Summarizer {
    private let resolver: NameResolver
    private let threads: Int
    private let hasTexts: Bool

    /// - Parameters:
    ///   - study: the names of models and benchmarks, and how answers are scored.
    ///   - threads: how many threads to use; the summary does not depend on it.
    ///   - hasTexts: whether to keep the texts of items and predictions, which only item pages need.
    public init(study: Study, threads: Int, hasTexts: Bool) {
        resolver = NameResolver(study: study)
        self.threads = threads
        self.hasTexts = hasTexts
    }

    /// Reads the logs of a share and writes their summary, whole or not at all.
    ///
    /// - Parameters:
    ///   - share: the logs that this machine reads.
    ///   - url: the file of the summary.
    ///   - progress: told after each log how many are done, of how many.
    ///   - note: told what was noted while a log was read.
    /// - Throws: what keeps the file from being written; a log that cannot be read is no error but stands in the summary.
    public func summarize(
        _ share: LogShare, to url: URL, progress: (Int, Int) -> Void = { _, _ in }, note: (Problem) -> Void = { _ in }
    ) throws -> LogIngest.Summary {
        let plans = try LogPlan.plans(for: share.logs, names: resolver.fingerprint, threads: threads)
        let sizes = plans.map { plan in if case .read(_, let identity) = plan { identity.bytes } else { 0 } }
        let reading = LogReading(resolver: resolver, isPiped: share.count < threads)
        let index = SummaryIndex(
            ingest: LogIngest.version, names: resolver.fingerprintDigest, hasTexts: hasTexts, noted: share.noted,
            left: share.left)
        let writer = try SummaryWriter(to: url, index: index)
        var summary = LogIngest.Summary()
        try OrderedWork.run(
            sizes: sizes, threads: threads, mostAhead: LogIngest.mostAhead,
            work: { [hasTexts] place -> Result<Content, any Error>? in
                guard case .read(let log, let identity) = plans[place] else { return nil }
                return Result {
                    let content = try reading.read(log, as: identity)
                    return Content(parts: try content.summarized(texts: hasTexts), problems: content.problems)
                }
            }
        ) { place, result in
            switch plans[place] {
            case .read(let log, let identity):
                var entry = SummaryIndex.Entry(place: log.place, source: SummaryIndex.Source(identity.source(of: log)))
                var content: Content?
                do {
                    content = try result?.get()
                } catch let problem as Problem {
                    entry.problem = problem
                    summary.failed.append(problem)
                }
                try writer.add(entry, parts: content?.parts ?? [])
                content?.problems.forEach(note)
                if content != nil { summary.written.append(log.path) }
            case .copy(let log, let identity, let original):
                let source = SummaryIndex.Source(identity.source(of: log))
                try writer.add(SummaryIndex.Entry(place: log.place, source: source), parts: [])
                summary.copies.append((log.path, original))
            case .failed(let log, let problem):
                try writer.add(SummaryIndex.Entry(place: log.place, problem: problem), parts: [])
                summary.failed.append(problem)
            case .unchanged: preconditionFailure("no log was read before")
            }
            progress(place + 1, plans.count)
        }
        try writer.finish()
        return summary
    }

    private struct Content: Sendable {
        var parts: [[UInt8]]
        var problems: [Problem]
    }
}

extension NameResolver {
    /// The hash of everything that decides what names become.
    var fingerprintDigest: String {
        let digest = Digest()
        digest.update(fingerprint)
        return digest.finish()
    }
}

extension SummaryIndex.Source {
    init(_ source: StoredSource) {
        self.init(
            bytes: source.bytes, sha256: source.sha256, fingerprint: source.fingerprint, runner: source.runner)
    }
}
