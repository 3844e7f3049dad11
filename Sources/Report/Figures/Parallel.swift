import Dispatch
import Synchronization

/// Work on every element of an array on all cores, with results in the array's order.
enum Parallel {
    /// - Throws: The error of the first element, in the array's order, that fails.
    static func map<Input: Sendable, Output: Sendable, Failure: Error>(
        _ inputs: [Input], _ transform: @escaping @Sendable (Input) throws(Failure) -> Output
    ) throws(Failure) -> [Output] {
        let results = Mutex<[Result<Output, Failure>?]>(Array(repeating: nil, count: inputs.count))
        DispatchQueue.concurrentPerform(iterations: inputs.count) { position in
            let result = Result { () throws(Failure) -> Output in try transform(inputs[position]) }
            results.withLock { $0[position] = result }
        }
        var outputs: [Output] = []
        for result in results.withLock({ $0 }) { if let result { outputs.append(try result.get()) } }
        return outputs
    }
}
