import Foundation
import Records

/// Reads what `evaluate.save` wrote, if the user put the lists of predictions and references into it.
public struct HuggingFaceEvaluateReader: LogReader {
    /// Hugging Face evaluate, with the identifier `hf-evaluate`.
    public let runner = Runner(
        id: "hf-evaluate", name: "Hugging Face evaluate",
        files: "JSON of `evaluate.save` with the lists `predictions` and `references`")

    /// A reader without settings.
    public init() {}

    static let predictionNames = ["predictions", "preds", "prediction", "outputs", "responses"]
    static let referenceNames = ["references", "labels", "targets", "reference", "gold", "ground_truth"]
    static let itemNames = ["ids", "id", "item_ids", "question_ids", "indices"]
    static let questionNames = ["questions", "inputs", "prompts", "question"]

    /// Goes by lists of predictions and references beside the library's own keys; less sure without these. Figures
    /// without the lists hold nothing to read.
    public func recognise(_ probe: LogProbe) -> Recognition? {
        let outline = probe.outline
        guard outline.root == .object else { return nil }
        // The runner's own keys stand at the end; long lists push them out of the first bytes.
        let isOwn = outline.has("_evaluate_version") || outline.has("_git_commit_hash", "_timestamp")
        guard let leading = Self.list(Self.predictionNames, in: outline) else {
            return isOwn && outline.isComplete
                ? Recognition(
                    confidence: 0.9,
                    reason: "figures of Hugging Face evaluate without predictions; save the lists "
                        + "`predictions` and `references` with them", role: .nothing) : nil
        }
        // A list of objects is a list of rows, for other readers.
        guard Self.beginsWithScalar(leading, probe.firstBytes) else { return nil }
        if isOwn { return Recognition(confidence: 0.96, reason: "lists of predictions with `_evaluate_version`") }
        guard !outline.isComplete || Self.list(Self.referenceNames, in: outline) != nil else { return nil }
        return Recognition(confidence: 0.65, reason: "parallel lists of predictions and references")
    }

    /// Reads the parallel lists as one run, an element of each an item.
    ///
    /// - Throws: `Problem` if there is no list of predictions or the file cannot be read; what the sink throws.
    public func read(_ log: Log, into sink: any RecordSink) throws {
        let place = InputPlace(file: log.path)
        let keys = try Self.listKeys(log)
        guard let leading = Self.predictionNames.first(where: keys.contains) else {
            throw place.problem(
                "missing-field", field: "predictions", expected: "a list of predictions", found: "none",
                remedy: "Save it with `evaluate.save(path, predictions=..., references=..., **results)`.")
        }
        let lists = try JSONParallelLists(leading: leading, keys: keys, open: log.open)
        try HuggingFaceEvaluateRun(log: log, runner: runner.id, leading: leading, lists: lists).read(into: sink)
    }

    private static func beginsWithScalar(_ key: String, _ bytes: [UInt8]) -> Bool {
        guard let place = bytes.firstRange(of: Array("\"\(key)\"".utf8)),
            let start = bytes[place.upperBound...].firstIndex(of: UInt8(ascii: "["))
        else { return false }
        return bytes[(start + 1)...].first { $0 > 0x20 } != UInt8(ascii: "{")
    }

    private static func list(_ names: [String], in outline: JSONOutline) -> String? {
        names.first { outline.kinds[$0] == "[" }
    }

    /// The names of the lists at the top; their elements are not kept.
    private static func listKeys(_ log: Log) throws -> [String] {
        // Which members are lists is known only after a look at each, so that this walk streams whatever may be one.
        let candidates = predictionNames + referenceNames + itemNames + questionNames + scoreNames
        let scanner = JSONStreamScanner(try log.open(), streaming: Set(candidates))
        var keys: [String] = []
        while let part = try scanner.next() {
            if part.kind == .element, part.index == 0, !keys.contains(part.container) { keys.append(part.container) }
            if part.kind == .member, let key = part.key, part.value?.kind == .array { keys.append(key) }
        }
        return keys
    }

    static let scoreNames = [
        "scores", "correct", "exact_match", "accuracy", "f1", "rouge1", "rouge2", "rougeL", "bleu", "precision",
        "recall",
    ]
}
