import Records
import Scoring

/// An item and a prediction: lines `choice ...`, `target ...` and `question ...`, and after an empty line what was answered.
enum ScoringTarget {
    static let scoring = FuzzTarget("scoring") { input in
        let prediction = Self.prediction(input)
        // One measure an input, told by its length, so that more inputs are tried.
        let measures = ScoringMeasure.allCases
        for scorer in [
            AnswerScorer(),
            AnswerScorer(measure: measures[input.count % measures.count], firstNumber: input.count / 8 % 2),
        ] {
            let scored = scorer.score(prediction)
            try BrokenPromise.unless(scorer.score(prediction) == scored, "equal predictions have different answers")
            try check(scored, of: prediction)
        }
    }

    private static func prediction(_ input: [UInt8]) -> PredictionRecord {
        var record = PredictionRecord(run: 0, item: "1")
        var rest = input[...]
        while let end = rest.firstIndex(of: 0x0A) {
            let line = String(decoding: rest[..<end], as: UTF8.self)
            rest = rest[(end + 1)...]
            guard let space = line.firstIndex(of: " ") else { break }
            let content = String(line[line.index(after: space)...])
            switch line[..<space] {
            case "choice": record.choices.append(content)
            case "target": record.targets.append(content)
            case "question": record.question = content
            case "runner": record.runnerAnswer = content
            default: break
            }
        }
        record.text = rest.isEmpty && record.runnerAnswer != nil ? nil : String(decoding: rest, as: UTF8.self)
        return record
    }

    private static func check(_ scored: ScoredAnswer, of prediction: PredictionRecord) throws {
        let answer = scored.answer
        try BrokenPromise.unless(scored.score.map((0...1).contains) ?? true, "a score of \(scored.score ?? .nan)")
        try BrokenPromise.unless(
            (answer.value != nil) == (answer.status == .parsed),
            "an answer that is \(answer.status): \(answer.value ?? "none")")
        try BrokenPromise.unless(
            answer.status == .parsed || (scored.score ?? 0) == 0 || prediction.targets.isEmpty,
            "a score without an answer")
        // Letters are the answers to items with options; short answers are folded and hold no capitals.
        guard !prediction.choices.isEmpty, let value = answer.value else { return }
        let letters = value.utf8.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
        guard letters.allSatisfy({ $0.count == 1 && (0x41...0x5A).contains($0[$0.startIndex]) }) else { return }
        let given = 0x41..<(0x41 + prediction.choices.count)
        try BrokenPromise.unless(
            letters.allSatisfy { given.contains(Int($0[$0.startIndex])) }, "the answer \(value) is none of the options")
    }
}
