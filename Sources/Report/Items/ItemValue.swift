import Charts
import Findings

/// One item as the template `item` shows it.
struct ItemValue {
    let board: ItemBoard
    let index: FindingsIndex
    /// After how many characters a prediction is cut.
    let predictionLength: Int

    /// How long questions and options may be.
    static let questionLength = 6000
    static let optionLength = 1000
    static let facetLength = 120

    init(board: ItemBoard, index: FindingsIndex) {
        self.board = board
        self.index = index
        // All models' predictions to the items of a page are to stay light together.
        predictionLength =
            index.document.study.predictionLength ?? min(2000, max(240, 30_000 / max(1, board.models.count)))
    }

    func value(
        place: Int, anchor: String, texts: ItemTexts, answers: [ItemAnswer], image: ItemImages.Image?
    ) -> TemplateValue {
        let question = texts.question.map { ItemText.shown($0, most: Self.questionLength) }
        let (options, targets) = Self.options(texts)
        let counts = Self.counts(board, place)
        return [
            "anchor": .text(anchor), "key": .text(HiddenText.visible(board.keys[place])),
            "facets": .list(
                board.facets.compactMap { facet in
                    facet[place].map {
                        [
                            "name": .text(facet.name),
                            "value": .text(ItemText.shown($0, most: Self.facetLength).text),
                        ]
                    }
                }),
            "question": question.map { .text($0.text) } ?? .none,
            "questionCut": question.flatMap(\.whole).map { .text(ValueFormat.count($0)) } ?? .none,
            "options": options.isEmpty ? .none : ["list": .list(options)],
            "targets": targets.isEmpty ? .none : .text(targets.joined(separator: " · ")),
            "right": TemplateValue(counts.right), "answered": TemplateValue(counts.scored),
            "image": image?.value ?? .none,
            "groups": .list(ItemAnswers(answers).groups.map(group)),
            "absent": absent(place),
        ]
    }

    /// How many models have a full score on an item, of how many with a score.
    static func counts(_ board: ItemBoard, _ place: Int) -> (right: Int, scored: Int) {
        var counts = (right: 0, scored: 0)
        for model in board.models where !model.scores[place].isNaN {
            counts.scored += 1
            if model.scores[place] >= 1 { counts.right += 1 }
        }
        return counts
    }

    /// The options with those marked that count as right, and the right answers that are no option.
    private static func options(_ texts: ItemTexts) -> (options: [TemplateValue], targets: [String]) {
        let options = OptionTexts(texts.options)
        let marked = options.marked(by: texts.targets)
        let values = options.texts.enumerated().map { position, text -> TemplateValue in
            [
                "letter": TemplateValue(OptionTexts.letter(position)),
                "text": .text(ItemText.shown(text, most: optionLength).text),
                "isTarget": .flag(marked.options.contains(position)),
            ]
        }
        return (values, marked.rest.map { ItemText.shown($0, most: optionLength).text })
    }

    private func group(_ group: ItemAnswers.Group) -> TemplateValue {
        let texts = group.members.compactMap { text($0) }
        return [
            "tone": .text(Self.tone(group.outcome)), "word": .text(Self.word(group.outcome, group.score)),
            "answer": group.answer.map { .text(ItemText.shown($0, most: 300).text) } ?? .none,
            "reason": group.answer == nil && group.outcome == .unanswered ? .text(Self.reason(group.status)) : .none,
            "names": .text(ItemAnswers.names(group.members, of: board) { index.modelName($0) }),
            "count": TemplateValue(group.models),
            "isPlural": .flag(texts.count > 1),
            "texts": texts.isEmpty ? .none : ["count": TemplateValue(texts.count), "list": .list(texts)],
        ]
    }

    /// A prediction that says more than its answer.
    private func text(_ answer: ItemAnswer) -> TemplateValue? {
        guard let raw = answer.prediction ?? answer.failure, !raw.isEmpty, raw != answer.answer else { return nil }
        let shown = ItemText.shown(raw, most: predictionLength)
        return [
            "name": .text(index.modelName(board.models[answer.model].model)),
            "epoch": board.models[answer.model].epochScores.isEmpty ? .none : TemplateValue(answer.epoch),
            "text": .text(shown.text), "isFailure": .flag(answer.prediction == nil),
            "cut": shown.whole.map { .text(ValueFormat.count($0)) } ?? .none,
            "line": answer.line > 0 ? TemplateValue(answer.line) : .none,
        ]
    }

    /// The models whose runs lack the item.
    private func absent(_ place: Int) -> TemplateValue {
        let names = board.models.filter { $0.outcome(of: place) == .missing }.map { index.modelName($0.model) }
        return names.isEmpty ? .none : .text(names.joined(separator: ", "))
    }

    static func word(_ outcome: ItemOutcome, _ score: Double? = nil) -> String {
        switch outcome {
        case .right: "right"
        case .wrong: "wrong"
        case .partly: "partly right" + (score.map { ", \(Digits.plain($0))" } ?? "")
        case .unanswered: "no answer"
        case .unscored: "not scored"
        case .missing: "not asked"
        }
    }

    private static func tone(_ outcome: ItemOutcome) -> String {
        switch outcome {
        case .right: "pass"
        case .partly: "inconclusive"
        case .wrong, .unanswered: "fail"
        case .unscored, .missing: "none"
        }
    }

    private static func reason(_ status: String) -> String {
        switch status {
        case "unparsed": "no answer could be found in the prediction"
        case "refused": "refused"
        case "error": "the runner failed"
        default: "the log holds no prediction"
        }
    }
}
