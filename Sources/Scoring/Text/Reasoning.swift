/// Parts of a prediction that are not its answer, and boxes that hold it.
enum Reasoning {
    private static let openTags = ["<think>", "<thinking>", "<reasoning>", "◁think▷", "<thought>"].map {
        Array($0.utf8)
    }
    private static let closeTags = ["</think>", "</thinking>", "</reasoning>", "◁/think▷", "</thought>"].map {
        Array($0.utf8)
    }
    private static let finalMarks = ["<|channel|>final<|message|>", "<|start_answer|>"].map { Array($0.utf8) }
    private static let endMarks = ["<|im_end|>", "<|eot_id|>", "<|endoftext|>", "<|end|>", "<end_of_turn>", "</s>"].map
    { Array($0.utf8) }
    private static let boxes = ["\\boxed{", "\\fbox{", "\\boxed {"].map { Array($0.utf8) }
    /// GLM models mark their answer by these.
    private static let boxStart = Array("<|begin_of_box|>".utf8)
    private static let boxEnd = Array("<|end_of_box|>".utf8)
    /// How many boxes are looked at, from the end; a text with more repeats itself.
    private static let boxLimit = 16

    /// The text behind the model's reasoning, without end-of-turn marks and white space at its ends.
    ///
    /// A reasoning block that never ends was cut off: only what stands before it is left. Where nothing stands outside
    /// of the reasoning, an answer in a tag within it is the answer: some models forget to close the block before it.
    static func stripped(_ text: ByteText) -> ByteText {
        let rest = outside(text)
        guard rest.count == 0, text.has(.of("<")), let start = TaggedAnswers.lastStart(text) else {
            return rest
        }
        return text.part(start..<text.count).trimmed
    }

    private static func outside(_ text: ByteText) -> ByteText {
        var rest = text.trimmed
        if rest.has(.of("<")) || rest.has(0xE2) {
            for mark in finalMarks {
                if let start = rest.lastIndex(of: mark) { rest = rest.part(start + mark.count..<rest.count) }
            }
            for tag in closeTags {
                if let start = rest.lastIndex(of: tag) { rest = rest.part(start + tag.count..<rest.count) }
            }
            for tag in openTags {
                if let start = rest.firstIndex(of: tag) { rest = rest.part(0..<start) }
            }
            rest = rest.trimmed
            while let mark = endMarks.first(where: { rest.matches($0, at: rest.count - $0.count) }) {
                rest = rest.part(0..<rest.count - mark.count).trimmed
            }
        }
        return rest
    }

    /// The contents of the boxes in a text, the last one first.
    static func boxedContents(_ text: ByteText) -> [ByteText] {
        var contents: [ByteText] = []
        if let start = text.has(.of("<")) ? text.lastIndex(of: boxStart) : nil {
            let open = start + boxStart.count
            contents.append(text.part(open..<(text.firstIndex(of: boxEnd, from: open) ?? text.count)).trimmed)
        }
        guard text.has(.of("\\")) else { return contents }
        var position = text.count - 1
        while position >= 0, contents.count < boxLimit {
            if text[position] == .of("\\"), let box = boxes.first(where: { text.matches($0, at: position) }) {
                let open = position + box.count
                contents.append(text.part(open..<closingBrace(text, from: open)))
            }
            position -= 1
        }
        return contents
    }

    private static func closingBrace(_ text: ByteText, from start: Int) -> Int {
        var depth = 1
        var position = start
        while position < text.count {
            if text[position] == .of("{") { depth += 1 }
            if text[position] == .of("}") {
                depth -= 1
                if depth == 0 { return position }
            }
            position += 1
        }
        return text.count
    }
}
