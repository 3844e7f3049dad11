import Records

/// The question and the options in a row of a data set, whose columns every data set names in its own way.
struct HarnessDocument {
    /// The question, if a column holds it.
    let question: String?
    /// The options' texts in order, empty if no column holds them.
    let choices: [String]
    /// The columns that are used up or give away the answer, and so are no facets.
    let excluded: Set<String>

    private static let questionColumns = [
        "question", "Question", "query", "problem", "prompt", "input", "sent1", "ctx", "goal", "sentence", "text",
    ]
    private static let choiceColumns = ["choices", "options", "Options", "choice"]
    /// Columns that hold options in some data sets and accepted answers in others; the number of requests decides.
    private static let doubtfulColumns = ["endings", "answers", "candidates", "mc1_targets"]
    private static let spreadColumns = [
        ["opa", "opb", "opc", "opd", "ope"], ["A", "B", "C", "D", "E", "F", "G", "H", "I", "J"],
        ["option_a", "option_b", "option_c", "option_d", "option_e"], ["ending0", "ending1", "ending2", "ending3"],
        ["option1", "option2", "option3", "option4"], ["choice1", "choice2", "choice3", "choice4"], ["sol1", "sol2"],
    ]
    private static let answerColumns: Set<String> = [
        "answer", "answer_idx", "answerKey", "gold", "label", "target", "cop", "exp", "solution", "explanation",
        "correct_answer", "final_decision",
    ]

    /// - Parameter optionCount: how many options the model chose from, nil if it wrote a text.
    init(_ document: JSONValue?, optionCount: Int?) {
        guard let document, document.kind == .object else {
            question = document?.scalarText
            choices = []
            excluded = []
            return
        }
        var used = Self.answerColumns
        var found: (column: String, text: String)?
        for column in Self.questionColumns {
            guard let value = document[column] else { continue }
            guard let text = value.string ?? value["stem"]?.string, !text.isEmpty else { continue }
            found = (column, text)
            break
        }
        question = found?.text
        if let found { used.insert(found.column) }
        var texts: [String] = []
        for column in Self.choiceColumns + (optionCount == nil ? [] : Self.doubtfulColumns) {
            guard texts.isEmpty, let value = document[column] else { continue }
            let found = Self.texts(value)
            let isDoubtful = Self.doubtfulColumns.contains(column)
            guard !found.isEmpty, !isDoubtful || found.count == optionCount else { continue }
            texts = found
            used.insert(column)
        }
        if texts.isEmpty {
            for columns in Self.spreadColumns {
                let there = columns.prefix { document[$0]?.string != nil }
                guard there.count > 1 else { continue }
                texts = there.compactMap { document[$0]?.string }
                used.formUnion(there)
                break
            }
        }
        choices = texts
        excluded = used
    }

    /// A list of texts, a list of objects with a text, an object from letters to texts, or parallel lists.
    private static func texts(_ value: JSONValue) -> [String] {
        switch value.kind {
        case .array:
            let texts = value.elements.map { $0.scalarText ?? $0["text"]?.string ?? $0["value"]?.string }
            return texts.contains(nil) ? [] : texts.compactMap { $0 }
        case .object:
            if let inner = value["text"] ?? value["choices"], inner.kind == .array { return texts(inner) }
            let members = value.members.map { ($0.key, $0.value.scalarText) }
            let areOptions = members.enumerated().allSatisfy { index, member in
                guard let only = member.0.unicodeScalars.first, member.0.unicodeScalars.count == 1 else { return false }
                return member.1 != nil && (only.value == UInt32(0x41 + index) || only.value == UInt32(0x61 + index))
            }
            return areOptions ? members.compactMap(\.1) : []
        default:
            return []
        }
    }
}
