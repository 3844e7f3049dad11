/// What was extracted from a prediction.
public struct Answer: Codable, Hashable, Sendable {
    /// What kind of answer it is, or why there is none.
    public enum Status: String, Codable, Sendable, CaseIterable {
        /// An option, a yes or no, or a short text was found.
        case parsed
        /// The model answered, but no answer could be found in its text.
        case unparsed
        /// The model declined to answer.
        case refused
        /// The runner failed to get a prediction.
        case error
        /// The log holds no prediction text at all.
        case absent
    }

    /// Whether an answer was found.
    public var status: Status
    /// The answer in its canonical form: letters joined by `,`, `yes` or `no`, or the folded text; nil unless parsed.
    public var value: String?
    /// The rule that found it, such as `boxed` or `option-text`; nil unless parsed.
    public var rule: String?

    /// An answer as it is; only a parsed one has a value and a rule, which is not checked.
    public init(status: Status, value: String? = nil, rule: String? = nil) {
        self.status = status
        self.value = value
        self.rule = rule
    }
}
