/// Finds the options that a text chooses.
///
/// The rules, in order; the first that finds something decides (see `docs/scoring.md`):
/// 1. `letter`: the text is a letter with at most punctuation.
/// 2. `option-text`: the text is the text of one option.
/// 3. `json`, 4. `tag`, 5. `boxed`: the last field, tag or `\boxed{}` that holds an option.
/// 6. `statement`: the last explicit statement.
/// 7. `bold`: emphasised options, if they agree.
/// 8. `leading-letter`: the text starts with a letter that is set off ("B. Pneumonia").
/// 9. `last-line`: the last line is a letter, or ends in one or in one in brackets.
/// 10. `option-text`: the text of exactly one option occurs, not denied and not where the model declines.
/// 11. `near-option-text`: the answer is nearly the text of one option. Not in a refusal.
struct OptionExtraction {
    let text: ByteText
    let item: OptionItem
    let token: OptionToken
    let texts: OptionTexts

    init(text: ByteText, item: OptionItem, texts: OptionTexts? = nil) {
        self.text = text
        self.item = item
        token = OptionToken(text: text, item: item)
        self.texts = texts ?? OptionTexts(item)
    }

    func extract() -> Extraction<UInt32> {
        if text[0] != .of("\\"), text[1] != .of("\\"), let reading = token.reading(at: 0),
            token.isOnlyClosing(reading.end)
        {
            return judged(reading.mask, .letter)
        }
        if item.allowsSeveral, let mask = item.letters(text) { return .found(mask, rule: .letter) }
        if let mask = texts.whole(text) { return .found(mask, rule: .optionText) }
        switch structured() {
        case .none: break
        case let decided: return decided
        }
        for content in Reasoning.boxedContents(text) {
            if let mask = inner(content).whole() { return judged(mask, .boxed) }
        }
        return unstructured()
    }

    /// The rules for fields and tags.
    private func structured() -> Extraction<UInt32> {
        let fields = JSONAnswers.fields(text)
        if fields.areContradictory { return .contradictory }
        for value in fields.values {
            let mask = value.withUnsafeBufferPointer { inner(ByteText(bytes: $0).trimmed).content() }
            if let mask { return judged(mask, .json) }
        }
        for content in TaggedAnswers.contents(text) {
            if let mask = inner(content).content() { return judged(mask, .tag) }
        }
        return .none
    }

    /// The rules for prose.
    private func unstructured() -> Extraction<UInt32> {
        let statements = StatementScanner<UInt32>(
            text: text, read: { position, isLinked in stated(at: position, isLinked: isLinked) },
            endsThought: token.endsThought)
        let claims = OptionClaims(text: text, token: token)
        if let mask = statements.last() ?? claims.last() { return judged(mask, .statement) }
        let places = OptionPlaces(text: text, item: item, token: token)
        if let mask = places.bold() { return judged(mask, .bold) }
        switch places.leadingLetter() {
        case .none: break
        case .one(let mask): return judged(mask, .leadingLetter)
        case .different: return .contradictory
        }
        if let mask = places.lastLine() { return judged(mask, .lastLine) }
        return fromTexts()
    }

    /// The rules for options named by their text.
    private func fromTexts() -> Extraction<UInt32> {
        let isRefusal = Refusal.isRefusal(text)
        if isRefusal {
            let rest = Refusal.remainder(text)
            let mask = rest.withUnsafeBufferPointer { texts.contained(ByteText(bytes: $0)) }
            return mask.map { .found($0, rule: .optionText) } ?? .refused
        }
        if let mask = texts.contained(text) { return .found(mask, rule: .optionText) }
        if let mask = NearOption(texts: texts.folded).option(in: text) { return .found(mask, rule: .nearOptionText) }
        return .none
    }

    /// Several options for an item that has one are a contradiction.
    private func judged(_ mask: UInt32, _ rule: ExtractionRule) -> Extraction<UInt32> {
        mask.nonzeroBitCount > 1 && !item.allowsSeveral ? .contradictory : .found(mask, rule: rule)
    }

    private func inner(_ content: ByteText) -> OptionExtraction {
        OptionExtraction(text: content, item: item, texts: texts)
    }

    /// Reads a text that is nothing but an option.
    private func whole() -> UInt32? {
        if let mask = texts.whole(text) { return mask }
        if let reading = token.reading(at: 0) { return reading.mask }
        return texts.starting(text, at: token.skipOpeners(0).position)?.mask
    }

    /// Reads the content of a field or tag, which may be an option, a statement or an option's text in other words.
    private func content() -> UInt32? {
        if let mask = whole() { return mask }
        for content in Reasoning.boxedContents(text) {
            if let mask = inner(content).whole() { return mask }
        }
        if case .found(let mask, _) = unstructured() { return mask }
        return nil
    }

    private func stated(at position: Int, isLinked: Bool) -> (value: UInt32, end: Int)? {
        if let reading = token.reading(at: position) {
            return token.isDenied(behind: reading.end) ? nil : (reading.mask, reading.end)
        }
        guard isLinked else { return nil }
        return texts.starting(text, at: token.skipOpeners(position).position).map { ($0.mask, $0.end) }
    }
}
