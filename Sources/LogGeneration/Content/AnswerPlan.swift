/// What one model answers to the items of one benchmark.
struct AnswerPlan {
    let model: String
    let items: ItemPlan
    private let epochs: Int
    private let longBelow: Double
    private let ability: Double
    private let draws: Draws
    private let textDraws: Draws

    init(_ plan: LogPlan, model: Int, benchmark: Int) {
        self.model = ItemPlan.name("model", model, of: plan.models)
        items = ItemPlan(plan, benchmark: benchmark)
        epochs = plan.epochs
        longBelow = plan.longShare
        // About 35 to 85 % of the items right, a model's own level shifted a little by the benchmark.
        let own = Draws(seed: plan.seed, purpose: 3).uniform(model)
        ability = 0.42 + 0.24 * own + 0.04 * Draws(seed: plan.seed, purpose: 4, model).uniform(benchmark)
        let seed = Draws(seed: plan.seed, purpose: 8).bits(Int(truncatingIfNeeded: plan.answerSeed))
        draws = Draws(seed: seed, purpose: 5, model, benchmark)
        textDraws = Draws(seed: seed, purpose: 6, model, benchmark)
    }

    /// One answer.
    struct Answer {
        let isRight: Bool
        /// The option meant; a refusal means none.
        let option: Int
        let style: Style
    }

    enum Style {
        case letter, letterAndText, sentence, boxed, refusal, unreadable, chainOfThought
    }

    @inline(__always)
    func answer(_ item: Int, epoch: Int) -> Answer {
        let place = item * epochs + epoch
        let bits = draws.bits(place)
        // Half of what decides is the item's, half is chance; the mean of both is around one half.
        let noise = Double(bits >> 43) * 0x1p-21
        let isRight = (items.easiness(item) + noise) / 2 > 1 - ability
        let target = items.target(item)
        let option = isRight ? target : (target + 1 + Int(bits & 0xFF) % 3) & 3
        let failure = bits >> 8 & 0xFF
        let style: Style =
            if !isRight, failure < 6 {
                failure < 4 ? .refusal : .unreadable
            } else if longBelow > 0, Double(bits >> 16 & 0xFFFF) < longBelow * 65536 {
                .chainOfThought
            } else {
                switch bits >> 32 & 7 {
                case 0..<3: .letter
                case 3..<5: .letterAndText
                case 5..<7: .sentence
                default: .boxed
                }
            }
        return Answer(isRight: isRight, option: option, style: style)
    }

    /// Appends the prediction's text. It holds no quotes and no control characters; `backslash` and `feed` are how the form
    /// writes those two.
    func appendText(
        of answer: Answer, _ item: Int, epoch: Int, to buffer: ByteBuffer, backslash: StaticString, feed: StaticString
    ) {
        let letter = ItemPlan.letters[answer.option]
        switch answer.style {
        case .letter: buffer.append(letter)
        case .letterAndText:
            buffer.append(letter)
            buffer.append(". ")
            buffer.append(items.options(item)[answer.option])
        case .sentence:
            buffer.append("The answer is (")
            buffer.append(letter)
            buffer.append(").")
        case .boxed:
            buffer.append(backslash)
            buffer.append("boxed{")
            buffer.append(letter)
            buffer.append("}")
        case .refusal: buffer.append("I'm sorry, but I can't provide a diagnosis from this image.")
        case .unreadable: buffer.append("The image shows several structures.")
        case .chainOfThought:
            ChainOfThought.append(textDraws, place: item * epochs + epoch, to: buffer, feed: feed)
            buffer.append("Final answer: ")
            buffer.append(letter)
        }
    }
}
