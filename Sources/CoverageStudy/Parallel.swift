import Dispatch
import Synchronization

/// Tasks on all cores.
enum Parallel {
    /// The results of all tasks, in the order of the tasks.
    static func run<Result: Sendable>(_ tasks: [@Sendable () -> [Result]]) -> [Result] {
        let results = Mutex([[Result]](repeating: [], count: tasks.count))
        DispatchQueue.concurrentPerform(iterations: tasks.count) { index in
            let result = tasks[index]()
            results.withLock { $0[index] = result }
        }
        return results.withLock { $0.flatMap(\.self) }
    }
}
