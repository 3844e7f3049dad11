/// The identifier of an MMMU item, `<split>_<subject>_<number>`.
struct MMMUItem {
    /// `validation`, `test` or `dev`.
    let split: String
    /// The subject with `_` between its words, such as `Clinical_Medicine`.
    let subject: String

    private static let splits: Set<String> = ["validation", "val", "test", "dev"]

    /// - Returns: nil if the identifier is made in another way.
    init?(_ identifier: String) {
        let parts = identifier.split(separator: "_", omittingEmptySubsequences: false)
        guard parts.count >= 3, let first = parts.first, Self.splits.contains(String(first)), let last = parts.last,
            !last.isEmpty, last.utf8.allSatisfy({ (0x30...0x39).contains($0) })
        else { return nil }
        split = String(first)
        subject = parts[1..<(parts.count - 1)].joined(separator: "_")
    }

    /// The answers of a target that may be a list, or a list written by Python; `?` stands for an answer that is held
    /// back.
    static func targets(_ value: JSONValue?) -> [String] {
        guard let value else { return [] }
        if value.kind == .array { return value.elements.compactMap(\.scalarText) }
        return targets(value.scalarText)
    }

    static func targets(_ text: String?) -> [String] {
        guard let text, !text.isEmpty, text != "?" else { return [] }
        return PythonList.elements(of: text) ?? [text]
    }
}
