import Dispatch
import Synchronization

/// Work on parts of a document on all cores, with results in the parts' order.
enum Parallel {
    /// - Throws: The error of the first part that fails.
    static func map<Input: Sendable, Output: Sendable>(
        _ inputs: [Input], _ transform: @escaping @Sendable (Input) throws -> Output
    ) throws -> [Output] {
        let results = Mutex<[Result<Output, any Error>?]>(Array(repeating: nil, count: inputs.count))
        DispatchQueue.concurrentPerform(iterations: inputs.count) { position in
            let result = Result { try transform(inputs[position]) }
            results.withLock { $0[position] = result }
        }
        return try results.withLock { $0 }.compactMap { try $0?.get() }
    }
}
