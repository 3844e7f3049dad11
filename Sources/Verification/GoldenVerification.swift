/// Recomputes the cases of a golden file through the public interface of `Statistics`.
public struct GoldenVerification: Sendable {
    /// A number that differs by more than the case allows.
    public struct Failure: Sendable {
        public let id: String
        public let key: String
        public let expected: Double
        /// NaN where nothing was computed.
        public let computed: Double
    }

    /// The cases of one method.
    public struct MethodResult: Sendable {
        public let method: String
        public fileprivate(set) var cases = 0
        public fileprivate(set) var passed = 0
        /// The largest relative error over all numbers; the absolute one where 0 is expected.
        public fileprivate(set) var largestRelativeError = 0.0
    }

    /// One result a method, in the order in which the file names them.
    public private(set) var methods: [MethodResult] = []
    public private(set) var failures: [Failure] = []

    /// - Throws: `GoldenError` for an unknown method or a malformed case.
    public init(_ file: GoldenFile) throws {
        for golden in file.cases {
            guard let compute = GoldenMethods.all[golden.method] else {
                throw GoldenError(
                    file: golden.input.file, id: golden.id, expected: "a known method", found: "`\(golden.method)`")
            }
            let computed = try compute(golden.input)
            if methods.last?.method != golden.method, !methods.contains(where: { $0.method == golden.method }) {
                methods.append(MethodResult(method: golden.method))
            }
            let place = methods.firstIndex { $0.method == golden.method } ?? 0
            methods[place].cases += 1
            let failuresBefore = failures.count
            for (key, expected) in golden.expected.sorted(by: { $0.key < $1.key }) {
                guard let values = computed[key] else { throw golden.input.missing(key, "a key of \(golden.method)") }
                for index in 0..<max(expected.count, values.count) {
                    let wanted = index < expected.count ? expected[index] : .nan
                    let found = index < values.count ? values[index] : .nan
                    let error = abs(found - wanted)
                    if error.isFinite {
                        methods[place].largestRelativeError = max(
                            methods[place].largestRelativeError, wanted == 0 ? error : error / abs(wanted))
                    }
                    // A NaN compares false and so fails.
                    if !(error <= golden.absoluteTolerance + golden.relativeTolerance * abs(wanted)) {
                        failures.append(Failure(id: golden.id, key: key, expected: wanted, computed: found))
                    }
                }
            }
            if failures.count == failuresBefore { methods[place].passed += 1 }
        }
    }

    public var passes: Bool { failures.isEmpty }
}
