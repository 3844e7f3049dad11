/// What a kind of item finds in a text.
enum Extraction<Value> {
    /// An answer and the rule that found it.
    case found(Value, rule: ExtractionRule)
    /// Different answers with equal standing.
    case contradictory
    /// The model declined to answer.
    case refused
    /// Nothing.
    case none
}
