/// The label that some logs write before an option's text: `A. kidney`, `(B) liver`, `C: spleen`, `D) lung`.
enum OptionLabel {
    /// The position that the label names (0 for A) and the text behind it; nil if there is no label.
    static func split(_ text: String) -> (option: Int, text: String)? {
        let bytes = Array(text.utf8.prefix(5))
        var position = 0
        let isBracketed = bytes.first == UInt8(ascii: "(")
        if isBracketed { position += 1 }
        guard position < bytes.count, (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(bytes[position]) else {
            return nil
        }
        let option = Int(bytes[position] - UInt8(ascii: "A"))
        position += 1
        let ends = isBracketed ? [UInt8(ascii: ")")] : [".", ")", ":"].map { UInt8(ascii: $0) }
        guard position < bytes.count, ends.contains(bytes[position]) else { return nil }
        position += 1
        // "D.C." and "A:b" are texts; a label has a space behind it.
        guard position < bytes.count, bytes[position] == 0x20 else { return nil }
        return (option, String(decoding: text.utf8.dropFirst(position + 1), as: UTF8.self))
    }

    /// The options without their labels, if each has the one of its place; else as they are.
    static func removed(from options: [String]) -> [String] {
        let parts = options.map(split)
        guard parts.enumerated().allSatisfy({ $0.element?.option == $0.offset }) else { return options }
        return parts.compactMap { $0?.text }
    }
}
