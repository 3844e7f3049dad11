import Foundation
import Records

/// Reads and scores on one thread what another takes: the order stays, so that nothing depends on it but the time.
final class RecordPipe: ScoredRecordSink, @unchecked Sendable {
    /// The reader goes on no further than this ahead of what takes its records.
    private static let mostBatches = 16
    private static let batchSize = 256

    private let condition = NSCondition()
    private var batches: [RecordBatch] = []
    private var isEnded = false
    private var isStopped = false
    private var failure: (any Error)?
    /// Only the reader's thread touches it.
    private var batch = RecordBatch()

    private struct Stopped: Error {}

    /// - Parameters:
    ///   - sink: takes the records on the calling thread.
    ///   - read: reads a log, scores what it holds and hands it over; called on a thread of its own.
    /// - Throws: what `read` or `sink` throws.
    static func run(
        into sink: any ScoredRecordSink, read: @escaping @Sendable (any ScoredRecordSink) throws -> Void
    ) throws {
        let pipe = RecordPipe()
        let thread = Thread {
            do {
                try read(pipe)
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
            while let batch = pipe.next() { try batch.forward(to: sink) }
        } catch {
            pipe.stop()
            throw error
        }
        if let failure = pipe.failure { throw failure }
    }

    func take(_ record: ScoredRecord) throws {
        batch.append(record)
        if batch.count == Self.batchSize { try push() }
    }

    func take(_ prediction: borrowing RawPrediction, of known: KnownItem, _ score: KnownScore) throws {
        batch.append(prediction, of: known, score)
        if batch.count == Self.batchSize { try push() }
    }

    private func push() throws {
        guard batch.count > 0 else { return }
        condition.lock()
        defer { condition.unlock() }
        while batches.count >= Self.mostBatches, !isStopped { condition.wait() }
        if isStopped { throw Stopped() }
        batches.append(batch)
        batch = RecordBatch()
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
    private func next() -> RecordBatch? {
        condition.lock()
        defer { condition.unlock() }
        while batches.isEmpty, !isEnded { condition.wait() }
        guard !batches.isEmpty else { return nil }
        let first = batches.removeFirst()
        condition.broadcast()
        return first
    }
}
