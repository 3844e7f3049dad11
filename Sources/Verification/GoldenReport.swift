/// What a verification found, method by method in alphabetical order.
public struct GoldenReport: Sendable, Equatable {
    /// One method's cases.
    public struct Method: Sendable, Equatable {
        /// The method's golden name.
        public let name: String
        /// Cases that were computed.
        public let cases: Int
        /// Cases whose every number is within its tolerance.
        public let passed: Int
        /// The largest |computed − expected| / |expected|; where the expected value is not above the absolute tolerance,
        /// |computed − expected| itself; infinite where a value that is not a number was computed.
        public let largestRelativeError: Double
    }

    /// A number that is not within its tolerance.
    public struct Failure: Sendable, Equatable {
        /// The case's identifier.
        public let caseID: String
        /// The method's golden name.
        public let method: String
        /// The result's name, with the position in an array such as `adjusted[3]`.
        public let key: String
        /// What the file demands; NaN where the shapes differ.
        public let expected: Double
        /// What Acuity computed; NaN where the shapes differ.
        public let computed: Double
    }

    /// The methods in alphabetical order.
    public let methods: [Method]
    /// Every number that is not within its tolerance, in the order of the file.
    public let failures: [Failure]

    /// Whether every case passed.
    public var isPassed: Bool { methods.allSatisfy { $0.passed == $0.cases } }
}
