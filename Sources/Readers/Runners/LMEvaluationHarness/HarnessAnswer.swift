import Foundation

/// What a model chose or wrote in one row, and what counts as right, in the words of `PredictionRecord`.
struct HarnessAnswer {
    let choices: [String]
    let targets: [String]
    let text: String?
    let runnerAnswer: String?
    /// The share of the likeliest option in the likelihoods of all: what the model itself gives to its choice.
    let confidence: Double?

    init(_ row: HarnessRow, _ document: HarnessDocument) {
        if let likelihoods = row.likelihoods {
            self.init(likelihoods, row, document)
        } else {
            self.init(
                choices: document.choices, targets: row.targets, text: row.generatedText, runnerAnswer: row.filteredText
            )
        }
    }

    private init(
        choices: [String], targets: [String], text: String?, runnerAnswer: String?, confidence: Double? = nil
    ) {
        self.choices = choices
        self.targets = targets
        self.text = text
        self.runnerAnswer = runnerAnswer
        self.confidence = confidence
    }

    private init(_ likelihoods: [(value: Double, isGreedy: Bool)], _ row: HarnessRow, _ document: HarnessDocument) {
        let continuations = row.continuations.map { $0.trimmingPrefix { $0.isWhitespace } }.map(String.init)
        guard likelihoods.count > 1 else {
            // One continuation: the model would have written it, or it would have written something unknown.
            let text = likelihoods[0].isGreedy ? continuations.first : nil
            self.init(choices: [], targets: row.targets, text: text, runnerAnswer: text)
            return
        }
        // Mutual information asks for every option a second time, without the question.
        let isDoubled = likelihoods.count == 2 * document.choices.count && row.metricColumns.contains("acc_mutual_info")
        let count = isDoubled ? document.choices.count : likelihoods.count
        let texts = Array(continuations.prefix(count))
        let areDistinct = texts.count == count && Set(texts).count == count
        let choices = document.choices.count == count ? document.choices : areDistinct ? texts : []
        // The first of equal likelihoods, as numpy's argmax takes it.
        var best = 0
        for index in 1..<count where likelihoods[index].value > likelihoods[best].value { best = index }
        let chosen = Self.name(best, choices: choices)
        let targets = row.targets.map { target in
            if let index = Int(target), (0..<count).contains(index) { return Self.name(index, choices: choices) }
            let index = choices.firstIndex(of: target) ?? texts.firstIndex(of: target)
            return index.map { Self.name($0, choices: choices) } ?? target
        }
        let share = 1 / likelihoods.prefix(count).reduce(0) { $0 + exp($1.value - likelihoods[best].value) }
        self.init(
            choices: choices, targets: targets, text: chosen, runnerAnswer: chosen,
            confidence: share.isFinite ? share : nil)
    }

    /// An option as an answer: its letter, which is never ambiguous; the word itself if the options are yes and no.
    private static func name(_ index: Int, choices: [String]) -> String {
        let words: Set<String> = ["yes", "no", "maybe", "true", "false"]
        if index < choices.count, index >= 26 || choices.allSatisfy({ words.contains($0.lowercased()) }) {
            return choices[index]
        }
        return index < 26 ? String(UnicodeScalar(UInt8(0x41 + index))) : String(index)
    }
}
