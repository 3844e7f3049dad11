/// What a simulated model writes: several styles, so that answer extraction is exercised.
enum PredictionText {
    static let letters = ["A", "B", "C", "D", "E"]

    /// - Parameters:
    ///   - answer: the option that the model means.
    ///   - isRight: refusals and answers that cannot be read occur only among wrong ones.
    static func make(
        answers: BenchmarkPlan.Answers, options: [String], answer: Int, isRight: Bool, style: Double, failure: Double
    ) -> String {
        if !isRight, failure < 0.03 {
            return failure < 0.02
                ? "I'm sorry, but I can't provide a diagnosis from this image." : "The image shows several structures."
        }
        switch answers {
        case .yesNo:
            let word = answer == 0 ? "yes" : "no"
            switch style {
            case ..<0.5: return word
            case ..<0.7: return word.capitalized + "."
            case ..<0.85: return "The answer is \(word)."
            case ..<0.95: return "Answer: \(word)"
            default: return "\\boxed{\(word)}"
            }
        case .options:
            let letter = letters[answer]
            switch style {
            case ..<0.45: return letter
            case ..<0.6: return "\(letter). \(options[answer])"
            case ..<0.75: return "The answer is (\(letter))."
            case ..<0.85: return "\\boxed{\(letter)}"
            case ..<0.93: return options[answer]
            default: return "Looking at the findings, the other options fit less well.\nFinal answer: \(letter)"
            }
        }
    }

    private static let termSets: [[String]] = [
        ["pneumonia", "effusion", "fracture", "normal", "mass"],
        ["melanoma", "nevus", "keratosis", "angioma", "carcinoma"],
        ["drusen", "edema", "hemorrhage", "glaucoma", "cataract"],
        ["glioma", "meningioma", "infarct", "abscess", "metastasis"],
    ]

    /// Short option texts for an item.
    static func options(item: Int, count: Int) -> [String] { Array(termSets[item % termSets.count].prefix(count)) }
}
