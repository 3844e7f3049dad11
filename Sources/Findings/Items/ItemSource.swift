/// Where the pages of items take them from: the one way from the store to a page that does not lead through the findings.
public protocol ItemSource: Sendable {
    /// A reader for the use of one thread.
    func reader() throws -> any ItemReading
}

/// Reads items for pages. Not to be shared between threads.
public protocol ItemReading {
    /// The items of a benchmark in columns; nil if there are none.
    func board(_ benchmark: String) throws -> ItemBoard?
    /// Some items of a board with their texts, in the board's order.
    func items(_ places: [Int], of board: ItemBoard) throws -> [ItemTexts]
    /// What the models of a board answered to some of its items, in the order of items, models and epochs.
    func answers(_ places: [Int], of board: ItemBoard) throws -> [ItemAnswer]
}

/// An item in words.
public struct ItemTexts: Sendable, Equatable {
    /// What was asked, or nil if no log tells.
    public var question: String?
    /// The texts of the options in their order.
    public var options: [String]
    /// The answers that count as right.
    public var targets: [String]

    /// An item; what is left out no log tells. All texts are untrusted.
    public init(question: String? = nil, options: [String] = [], targets: [String] = []) {
        self.question = question
        self.options = options
        self.targets = targets
    }
}

/// One prediction of one model to one item.
public struct ItemAnswer: Sendable, Equatable {
    /// The item's place in the board.
    public var item: Int
    /// The model's place in the board.
    public var model: Int
    /// Which of several answers, from 1.
    public var epoch: Int
    /// The score by the judging metric, in [0, 1]; nil if there is none.
    public var score: Double?
    /// The answer that was found in the prediction, or nil.
    public var answer: String?
    /// Why there is none: `unparsed`, `refused`, `error`, `absent`; `parsed` where there is one.
    public var status: String
    /// The raw prediction, or nil.
    public var prediction: String?
    /// Why there is no usable prediction, in the log's words, or nil.
    public var failure: String?
    /// The line, row or member of the log.
    public var line: Int

    /// A prediction at the given places in the board. All texts are untrusted.
    public init(
        item: Int, model: Int, epoch: Int = 1, score: Double? = nil, answer: String? = nil, status: String = "parsed",
        prediction: String? = nil, failure: String? = nil, line: Int = 0
    ) {
        self.item = item
        self.model = model
        self.epoch = epoch
        self.score = score
        self.answer = answer
        self.status = status
        self.prediction = prediction
        self.failure = failure
        self.line = line
    }
}
