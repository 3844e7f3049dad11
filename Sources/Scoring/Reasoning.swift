/// Parts of a prediction that are not its answer, and boxes that hold it.
enum Reasoning {
    private static let openTags = ["<think>", "<thinking>", "<reasoning>", "◁think▷", "<thought>"].map { Array($0.utf8) }
    private static let closeTags = ["</think>", "</thinking>", "</reasoning>", "◁/think▷", "</thought>"].map { Array($0.utf8) }
    private static let finalMarks = ["<|channel|>final<|message|>", "<|start_answer|>"].map { Array($0.utf8) }
    private static let endMarks = ["<|im_end|>", "<|eot_id|>", "<|endoftext|>", "<|end|>", "<end_of_turn>", "</s>"].map { Array($0.utf8) }
    private static let boxes = ["\\boxed{", "\\fbox{", "\\boxed {"].map { Array($0.utf8) }

    /// The text behind the model's reasoning, without end-of-turn marks and white space at its ends.
    ///
    /// A reasoning block that never ends was cut off: only what stands before it is left.
    static func stripped(_ text: ByteText) -> ByteText {
        var rest = text.trimmed
        if rest.bytes.contains(.of("<")) || rest.bytes.contains(0xE2) {
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
        guard text.bytes.contains(.of("\\")) else { return [] }
        var contents: [ByteText] = []
        for box in boxes {
            var start = text.firstIndex(of: box)
            while let found = start {
                let open = found + box.count
                contents.append(text.part(open..<closingBrace(text, from: open)))
                start = text.firstIndex(of: box, from: open)
            }
        }
        return contents.reversed()
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
