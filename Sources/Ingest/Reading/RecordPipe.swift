import Foundation
import Records
import Scoring

/// Reads and scores on one thread what another takes: the order stays, so that nothing depends on it but the time.
final class RecordPipe: @unchecked Sendable {
    /// The reader goes on no further than this ahead of what takes its records.
    private static let mostBatches = 16
    private static let batchSize = 256

    private let condition = NSCondition()
    private var batches: [[ScoredRecord]] = []
    private var isEnded = false
    private var isStopped = false
    private var failure: (any Error)?
    /// Only the reader's thread touches it.
    private var batch: [ScoredRecord] = []

    private struct Stopped: Error {}

    /// - Parameters:
    ///   - read: reads a log into a sink; called on a thread of its own.
    ///   - sink: takes the records on the calling thread.
    /// - Throws: what `read` or `sink` throws.
    static func run(
        scorer: @escaping @Sendable (String) -> AnswerScorer, into sink: any ScoredRecordSink,
        read: @escaping @Sendable (any RecordSink) throws -> Void
    ) throws {
        let pipe = RecordPipe()
        let thread = Thread {
            do {
                try read(ScoringSink(scorer: scorer) { try pipe.hand($0) })
                try pipe.push()
                pipe.end(nil)
            } catch {
                // What came before the failure is taken first, as it would be without a thread.
                try? pipe.push()
                pipe.end(error)
            }
        }
        // Readers walk nested values; a thread has less room for that than a program unless it is told.
        thread.stackSize = 8 << 20
        thread.start()
        do {
            while let records = pipe.next() { for record in records { try sink.take(record) } }
        } catch {
            pipe.stop()
            throw error
        }
        if let failure = pipe.failure { throw failure }
    }

    private func hand(_ record: ScoredRecord) throws {
        batch.append(record)
        if batch.count == Self.batchSize { try push() }
    }

    private func push() throws {
        guard !batch.isEmpty else { return }
        condition.lock()
        defer { condition.unlock() }
        while batches.count >= Self.mostBatches, !isStopped { condition.wait() }
        if isStopped { throw Stopped() }
        batches.append(batch)
        batch = []
        batch.reserveCapacity(Self.batchSize)
        condition.broadcast()
    }

    private func end(_ error: (any Error)?) {
        condition.lock()
        isEnded = true
        failure = error
        condition.broadcast()
        condition.unlock()
    }

    /// Lets the reader go no further, and waits until it has noticed.
    private func stop() {
        condition.lock()
        isStopped = true
        condition.broadcast()
        while !isEnded { condition.wait() }
        condition.unlock()
    }

    /// The next records, or nil when there are no more.
    private func next() -> [ScoredRecord]? {
        condition.lock()
        defer { condition.unlock() }
        while batches.isEmpty, !isEnded { condition.wait() }
        guard !batches.isEmpty else { return nil }
        let first = batches.removeFirst()
        condition.broadcast()
        return first
    }
}
