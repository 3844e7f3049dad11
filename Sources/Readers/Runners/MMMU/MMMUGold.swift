import Foundation

/// What is known of items beside a map of answers: their types, right answers, responses and options.
struct MMMUGold {
    struct Item {
        var isChoice: Bool
        var targets: [String]
        var response: String?
        var choices: [String] = []
    }

    private(set) var items: [String: Item] = [:]

    /// Reads `answer_dict_val.json`: `{<item>: {"question_type": ..., "ground_truth": ...}}`.
    ///
    /// - Throws: `Problem` if the file cannot be read.
    mutating func read(_ file: URL, shownAs: String) throws {
        let root = try JSONDocument(file: file.path, shownAs: shownAs).root
        for (key, value) in root.members where value.kind == .object {
            items[key] = Item(
                isChoice: MMMURules.isMultipleChoice(value["question_type"]?.string),
                targets: MMMUItem.targets(value["ground_truth"]))
        }
    }

    /// Adds the responses and options of the rows of a subject.
    ///
    /// - Throws: `Problem` if the file cannot be read.
    mutating func readRows(_ part: LogPart) throws {
        try JSONRows(open: part.open).forEach(note: { _ in }) { row in
            guard let key = row.value["id"]?.scalarText else { return }
            var item =
                items[key]
                ?? Item(
                    isChoice: MMMURules.isMultipleChoice(row.value["question_type"]?.string),
                    targets: MMMUItem.targets(row.value["answer"]))
            item.response = row.value["response"]?.string
            item.choices = MMMURows.choices(row.value)
            items[key] = item
        }
    }

    /// Adds responses from a map `{<item>: <response>}`.
    ///
    /// - Throws: `Problem` if the file cannot be read.
    mutating func readResponses(_ file: URL, shownAs: String) throws {
        let root = try JSONDocument(file: file.path, shownAs: shownAs).root
        for (key, value) in root.members {
            items[key, default: Item(isChoice: true, targets: [])].response = value.string
        }
    }
}
