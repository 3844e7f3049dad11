import Records

/// The predictions of a run while its log is read: a few numbers a prediction; texts are packed in chunks.
///
/// A table has one slot a (item, epoch); a prediction that comes again takes its slot anew.
public struct PredictionTable {
    /// Texts are packed so many at a time: enough to pack well, few enough to unpack one quickly.
    static let chunkSize = 128

    private(set) var columns = PredictionColumns()
    private var answers = TextCodes()
    private var rules = TextCodes()
    private var runnerAnswers = TextCodes()
    private var failures = TextCodes()
    private var chunk = ByteWriter()
    private var chunks: [[UInt8]] = []
    /// Texts so far, those of replaced predictions included.
    private var textCount = 0

    /// A table of no predictions.
    public init() {}

    /// How many slots there are.
    public var count: Int { columns.positions.count }

    /// Enters a prediction into a slot, which is new if it is equal to `count`.
    public mutating func set(_ prediction: StoredPrediction, slot: Int) {
        enter(
            position: prediction.position, epoch: prediction.epoch, line: prediction.line, answer: prediction.answer,
            slot: slot)
        columns.runnerAnswers[slot] = runnerAnswers.code(prediction.runnerAnswer)
        columns.failures[slot] = failures.code(prediction.failure)
        if var text = prediction.text { text.withUTF8 { enter(text: UnsafeRawBufferPointer($0), slot: slot) } }
    }

    /// Enters a prediction whose texts are bytes in UTF-8, as ``set(_:slot:)`` does.
    public mutating func set(
        position: Int, epoch: Int, line: Int, answer: Answer, runnerAnswer: UnsafeRawBufferPointer?,
        text: UnsafeRawBufferPointer?, slot: Int
    ) {
        enter(position: position, epoch: epoch, line: line, answer: answer, slot: slot)
        columns.runnerAnswers[slot] = runnerAnswer.map { runnerAnswers.code($0) } ?? 0
        columns.failures[slot] = 0
        if let text { enter(text: text, slot: slot) }
    }

    private mutating func enter(position: Int, epoch: Int, line: Int, answer: Answer, slot: Int) {
        precondition(slot <= count, "slots are filled in order")
        if slot == count { columns.append() }
        columns.positions[slot] = UInt32(position)
        columns.epochs[slot] = UInt32(clamping: epoch)
        columns.lines[slot] = UInt32(clamping: line)
        columns.statuses[slot] = UInt32(answer.status.code)
        columns.answers[slot] = answers.code(answer.value)
        columns.rules[slot] = rules.code(answer.rule)
        columns.texts[slot] = 0
    }

    private mutating func enter(text: UnsafeRawBufferPointer, slot: Int) {
        textCount += 1
        columns.texts[slot] = UInt32(textCount)
        chunk.add(text)
        if textCount % Self.chunkSize == 0 { finishChunk() }
    }

    private mutating func finishChunk() {
        chunks.append(Packed.encode(chunk.bytes))
        chunk.removeAll()
    }

    /// What is stored of the table.
    public mutating func packed() -> PackedPredictions {
        if !chunk.bytes.isEmpty { finishChunk() }
        columns.dictionaries = [answers.texts, rules.texts, runnerAnswers.texts, failures.texts]
        return PackedPredictions(columns, textChunks: chunks)
    }
}

/// Texts by number, from 1; 0 stands for none.
private struct TextCodes {
    private var table = KeyTable()

    var texts: [String] { table.texts }

    mutating func code(_ text: String?) -> UInt32 {
        guard let text else { return 0 }
        return UInt32(table.enter(text).number + 1)
    }

    mutating func code(_ text: UnsafeRawBufferPointer) -> UInt32 { UInt32(table.enter(text).number + 1) }
}

extension Answer.Status {
    /// The number of the status in the store; append only.
    var code: Int {
        switch self {
        case .parsed: 0
        case .unparsed: 1
        case .refused: 2
        case .error: 3
        case .absent: 4
        }
    }

    init?(code: Int) {
        guard let status = Self.allCases.first(where: { $0.code == code }) else { return nil }
        self = status
    }
}
