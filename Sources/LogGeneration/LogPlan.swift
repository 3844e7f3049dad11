/// Which logs to make: one a model and benchmark. The same plan gives the same bytes.
public struct LogPlan: Sendable, Equatable {
    /// How many models answer every benchmark.
    public var models = 10
    /// How many benchmarks there are.
    public var benchmarks = 5
    /// Items of each benchmark.
    public var items = 1000
    /// Answers of each model to each item.
    public var epochs = 1
    /// Items that share an image; 1 for items without images.
    public var itemsPerImage = 1
    /// Whether rows hold options, targets and predictions, or only scores.
    public var hasTexts = true
    /// The share of predictions, from 0 to 1, that are a chain of thought of about 2 kB.
    public var longShare = 0.0
    /// What a log looks like.
    public var form = LogForm.jsonl
    /// How a log is wrapped.
    public var compression = LogCompression.none
    /// Another seed gives other logs.
    public var seed: UInt64 = 1
    /// Another one gives other answers to the same items.
    public var answerSeed: UInt64 = 0

    /// Ten models on five benchmarks of a thousand items.
    public init() {}

    /// The rows of each log.
    public var rows: Int { items * epochs }
    /// The rows of all logs.
    public var predictions: Int { models * benchmarks * rows }

    /// Looks whether there can be such logs.
    ///
    /// - Throws: `PlanError` for a size that no log can have.
    public func validate() throws(PlanError) {
        let sizes = [
            ("models", models), ("benchmarks", benchmarks), ("items", items), ("epochs", epochs),
            ("per-image", itemsPerImage),
        ]
        for (option, size) in sizes where !(1...100_000_000).contains(size) {
            throw PlanError(option: option, expected: "a whole number from 1 to 100000000", found: "\(size)")
        }
        guard (0...1).contains(longShare) else {
            throw PlanError(option: "long", expected: "a percentage from 0 to 100", found: "\(longShare * 100)")
        }
        guard rows <= form.mostRows else {
            throw PlanError(
                option: "items", expected: "at most \(form.mostRows) rows in a log of this form", found: "\(rows)")
        }
        guard compression == .none || form.mayBeCompressed else {
            throw PlanError(
                option: "compress", expected: "none for `\(form.rawValue)`, which is packed already",
                found: compression.rawValue)
        }
        guard epochs == 1 || form.mayHaveEpochs else {
            throw PlanError(
                option: "epochs", expected: "1 for `\(form.rawValue)`, whose rows do not tell them", found: "\(epochs)")
        }
        guard hasTexts || form.mayLackTexts else {
            throw PlanError(
                option: "no-texts", expected: "the form jsonl or csv; other logs always hold texts",
                found: form.rawValue)
        }
    }
}

/// A size or a combination that cannot be.
public struct PlanError: Error, Equatable, CustomStringConvertible {
    /// The option's name without dashes.
    public let option: String
    /// What it may be.
    public let expected: String
    /// What it is.
    public let found: String

    /// The message for a user.
    public var description: String { "--\(option): expected \(expected); found `\(found)`" }
}

/// What a log looks like.
public enum LogForm: String, Sendable, CaseIterable {
    /// Flat rows, a line each.
    case jsonl
    /// The same rows as CSV.
    case csv
    /// The same rows as a workbook with shared strings, as spreadsheet libraries write them.
    case xlsx
    /// Samples of lm-evaluation-harness with the aggregate beside them.
    case harness = "lm-eval"
    /// An archive of Inspect, a member a sample.
    case inspect = "eval"

    var mayBeCompressed: Bool { self == .jsonl || self == .csv || self == .harness }
    var mayHaveEpochs: Bool { self == .jsonl || self == .csv || self == .inspect }
    var mayLackTexts: Bool { self == .jsonl || self == .csv }
    /// A worksheet has 1,048,576 rows; the archive's directory is kept in memory while it is written.
    var mostRows: Int {
        switch self {
        case .xlsx: 1_048_575
        case .inspect: 1_000_000
        case .jsonl, .csv, .harness: 1_000_000_000
        }
    }
}

/// How a log's bytes are wrapped.
public enum LogCompression: String, Sendable, CaseIterable {
    case none
    case gzip
    case zstd

    var suffix: String {
        switch self {
        case .none: ""
        case .gzip: ".gz"
        case .zstd: ".zst"
        }
    }
}
