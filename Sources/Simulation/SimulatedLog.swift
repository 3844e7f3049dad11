/// The log of one simulated run: generic JSONL, a row an item.
public enum SimulatedLog {
    /// The rows as text; the fields are model, benchmark, item, target, prediction, choices, image, capability, modality.
    public static func text(bank: ItemBank, model: String, outcomes: [Bool], seed: UInt64) -> String {
        let plan = bank.plan
        let stream = RandomStream(seed: seed, name: "text/\(plan.id)/\(model)")
        let width = String(plan.items).count
        var text = ""
        text.reserveCapacity(plan.items * 170)
        for item in 0..<plan.items {
            let target = bank.targets[item]
            let count: Int
            let options: [String]
            let choices: String
            let gold: String
            switch plan.answers {
            case .options(let number):
                count = number
                options = PredictionText.options(item: item, count: number)
                choices = options.map { "\"\($0)\"" }.joined(separator: ",")
                gold = PredictionText.letters[target]
            case .yesNo:
                count = 2
                options = ["yes", "no"]
                choices = "\"yes\",\"no\""
                gold = options[target]
            }
            // A wrong answer is any of the other options.
            let answer = outcomes[item] ? target : (target + 1 + stream.index(below: count - 1, item, 1)) % count
            let prediction = PredictionText.make(
                answers: plan.answers, options: options, answer: answer, isRight: outcomes[item],
                style: stream.uniform(item, 2), failure: stream.uniform(item, 3))
            text += "{\"model\":\"\(model)\",\"benchmark\":\"\(plan.id)\",\"item\":\"\(padded(item + 1, width))\""
            text += ",\"target\":\"\(gold)\",\"prediction\":\"\(escaped(prediction))\",\"choices\":[\(choices)]"
            text += ",\"image\":\"\(padded(bank.images[item] + 1, width))\""
            text += ",\"capability\":\"\(bank.isReasoning[item] ? "reasoning" : "understanding")\""
            text += ",\"modality\":\"\(bank.modalities[item])\"}\n"
        }
        return text
    }

    private static func padded(_ number: Int, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }

    private static func escaped(_ text: String) -> String {
        text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
    }
}
