import Dispatch
import Synchronization

/// Work on independent tasks by several threads, with results in the tasks' order: they do not depend on the number of
/// threads.
public enum Parallel {
    /// - Parameters:
    ///   - count: the number of tasks.
    ///   - threads: the number of threads; with 1, or for a single task, the calling thread does all.
    ///   - transform: one task, by its number.
    public static func map<Output: Sendable>(
        _ count: Int, threads: Int, _ transform: @Sendable (Int) -> Output
    ) -> [Output] {
        guard threads > 1, count > 1 else { return (0..<count).map(transform) }
        return [Output](unsafeUninitializedCapacity: count) { buffer, initialized in
            // Each place is written by the one thread that took its number.
            nonisolated(unsafe) let places = buffer.baseAddress
            let next = Atomic(0)
            DispatchQueue.concurrentPerform(iterations: min(threads, count)) { _ in
                while true {
                    let task = next.add(1, ordering: .relaxed).oldValue
                    guard task < count else { return }
                    places.map { $0 + task }?.initialize(to: transform(task))
                }
            }
            initialized = count
        }
    }
}
