/// The items of one benchmark in columns: what a page that browses them needs, without predictions.
///
/// All columns have an entry an item, in the order of the items' keys.
public struct ItemBoard: Sendable, Equatable {
    /// The benchmark's identifier.
    public var benchmark: String
    /// The items' keys, sorted.
    public var keys: [String]
    /// The positions under which the store holds the items.
    public var positions: [Int]
    /// The facets that items have, the capability first, then by name.
    public var facets: [ItemFacet]
    /// The models with a run that the findings use, in the order of the findings.
    public var models: [ItemOutcomes]

    /// A board of items; every column must have as many entries as there are keys, which is not checked.
    public init(
        benchmark: String, keys: [String], positions: [Int], facets: [ItemFacet] = [], models: [ItemOutcomes] = []
    ) {
        self.benchmark = benchmark
        self.keys = keys
        self.positions = positions
        self.facets = facets
        self.models = models
    }
}

/// A property of items with its value for each.
public struct ItemFacet: Sendable, Equatable {
    /// The facet's name; `capability` for what the study's rule makes of another facet.
    public var name: String
    /// The values that occur.
    public var values: [String]
    /// By item: 0 for none, else 1 + index in `values`.
    public var codes: [UInt32]

    /// A facet of items; each code must be 0 or 1 + the index of a value.
    public init(name: String, values: [String], codes: [UInt32]) {
        self.name = name
        self.values = values
        self.codes = codes
    }

    /// The value of an item, or nil.
    public subscript(item: Int) -> String? { codes[item] > 0 ? values[Int(codes[item]) - 1] : nil }
}

/// What became of a model's answers, by item.
public struct ItemOutcomes: Sendable, Equatable {
    /// The model's identifier.
    public var model: String
    /// The number under which the store holds the run.
    public var run: Int
    /// The score of each item by the judging metric, epochs averaged; NaN where there is none.
    public var scores: [Double]
    /// The scores of each item's first, second ... answer; empty for a run with one epoch.
    public var epochScores: [[Double]]
    /// The share of each item's predictions that have no answer, in [0, 1]; NaN for items that the run lacks.
    public var unresolved: [Double]
    /// The path of the log.
    public var source: String

    /// A model's outcomes, by item; `epochScores` is left empty for a run with one epoch.
    public init(
        model: String, run: Int, scores: [Double], epochScores: [[Double]] = [], unresolved: [Double], source: String
    ) {
        self.epochScores = epochScores
        self.model = model
        self.run = run
        self.scores = scores
        self.unresolved = unresolved
        self.source = source
    }

    /// What became of the answers to an item.
    public func outcome(of item: Int) -> ItemOutcome {
        if unresolved[item].isNaN { return .missing }
        if scores[item].isNaN { return .unscored }
        if scores[item] >= 1 { return .right }
        if scores[item] > 0 { return .partly }
        return unresolved[item] >= 1 ? .unanswered : .wrong
    }
}

/// What became of a model's answers to one item.
public enum ItemOutcome: UInt8, Sendable, CaseIterable {
    /// The run lacks the item.
    case missing = 0
    /// The answer scored 0.
    case wrong = 1
    /// The answer had the full score, in every epoch.
    case right = 2
    /// Part of the score: graded, or right in some epochs only.
    case partly = 3
    /// No epoch has an answer that could be judged: unparsed, refused or failed.
    case unanswered = 4
    /// Neither runner nor Acuity could score it.
    case unscored = 5
}
