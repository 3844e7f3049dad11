import Foundation
import Records

/// One instance, as a view on its JSON: what is asked, which answers there are, and which are right.
struct HELMInstance {
    /// What is asked, texts among pictures joined.
    let question: String?
    /// The possible or accepted answers, in order.
    let references: [(text: String, isCorrect: Bool)]
    let part: HELMPart
    /// The name of the first picture's file, if the input has one.
    let image: String?
    private let extra: JSONValue?

    /// Members of the extra data that give the answer away.
    private static let answers: Set<String> = [
        "answer", "answers", "answer_idx", "target", "label", "gold", "correct", "correct_answer", "reference",
        "solution", "explanation", "rationale", "chain_of_thought", "cot",
    ]

    init(_ value: JSONValue) {
        let input = value["input"]
        let media = input?["multimedia_content"]?["media_objects"]?.elements.map { $0 } ?? []
        let spoken = input?["messages"]?.elements.compactMap { $0["content"]?.string } ?? []
        // The first versions wrote texts where there are objects now.
        let text = input?.string ?? input?["text"]?.string ?? ""
        let texts =
            (text.isEmpty ? [] : [text]) + media.compactMap { $0["text"]?.string } + (text.isEmpty ? spoken : [])
        question = texts.isEmpty ? nil : texts.joined(separator: "\n")
        let location = media.lazy.compactMap { $0["location"]?.string }.first
        image = location.flatMap { $0.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last.map(String.init) }
        references =
            value["references"]?.elements.map { reference in
                let output = reference["output"]
                let isCorrect = reference["tags"]?.elements.contains { $0.string == "correct" } ?? false
                return (output?.string ?? output?["text"]?.string ?? "", isCorrect)
            } ?? []
        part = HELMPart(split: value["split"]?.string, subSplit: value["sub_split"]?.string)
        extra = value["extra_data"]
    }

    /// The texts of the references that are right.
    var correct: [String] { references.filter(\.isCorrect).map(\.text) }

    /// Whether the references are options to choose from rather than answers that are all accepted.
    var hasOptions: Bool { references.count > 1 && references.contains { !$0.isCorrect } }

    /// The facets of the item.
    func facets(_ collector: inout FacetCollector, perturbation: String?) -> [Facet] {
        var facets: [Facet] = []
        if let split = part.split { facets.append(Facet(name: "split", value: split)) }
        if let subSplit = part.subSplit { facets.append(Facet(name: "sub_split", value: subSplit)) }
        if let perturbation { facets.append(Facet(name: "perturbation", value: perturbation)) }
        if let image { facets.append(Facet(name: "image", value: image)) }
        let taken = Set(facets.map(\.name))
        return facets + collector.facets(of: extra, excluding: Self.answers).filter { !taken.contains($0.name) }
    }
}

/// What a model chose or wrote, in the words of `PredictionRecord`.
struct HELMAnswer {
    let choices: [String]
    let targets: [String]
    let runnerAnswer: String?

    /// An answer by letter, where the request maps letters to texts.
    ///
    /// - Parameter mapping: from what the model writes to what it means, in the order of the text.
    init(_ instance: HELMInstance, mapping: [(key: String, text: String)], text: String?) {
        let letters = (0..<mapping.count).map(Self.letter)
        let correct = Set(instance.correct)
        guard !mapping.isEmpty, mapping.map(\.key) == letters else {
            choices = []
            targets = instance.correct
            let written = text?.trimmingCharacters(in: .whitespacesAndNewlines)
            runnerAnswer = mapping.first { $0.key == written }?.text
            return
        }
        choices = mapping.map(\.text)
        // Letters with the text of a right answer count as right, because HELM compares texts.
        targets = mapping.filter { correct.contains($0.text) }.map(\.key)
        let written = text?.trimmingCharacters(in: .whitespacesAndNewlines)
        runnerAnswer = mapping.contains { $0.key == written } ? written : nil
    }

    /// An answer whose option is known by position, where options are the references themselves.
    init(_ instance: HELMInstance, chosen: Int?) {
        choices = instance.references.map(\.text)
        targets = instance.references.indices.filter { instance.references[$0].isCorrect }.map(Self.letter)
        runnerAnswer = chosen.flatMap { instance.references.indices.contains($0) ? Self.letter($0) : nil }
    }

    /// `A` for 0; a number beyond the alphabet.
    static func letter(_ index: Int) -> String {
        index < 26 ? String(UnicodeScalar(UInt8(0x41 + index))) : String(index)
    }
}
