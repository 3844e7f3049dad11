/// The rules by which an answer is found in a prediction; the raw value is what `Answer.rule` carries.
///
/// `docs/scoring.md` specifies each rule with examples, and a test reads that page and holds the code to it.
public enum ExtractionRule: String, CaseIterable, Sendable {
    /// The text is an option's letter with at most punctuation around it.
    case letter
    /// The text is a number with at most a unit and punctuation around it.
    case number
    /// The text is yes, no or maybe.
    case word
    /// A JSON object or Python dictionary has a field named for the answer.
    case json
    /// A tag such as `<answer>` or `[ANSWER]` holds the answer.
    case tag
    /// A LaTeX `\boxed{}` holds the answer.
    case boxed
    /// The text states the answer: "The answer is (B)".
    case statement
    /// The emphasised options agree.
    case bold
    /// The text starts with an option's letter that is set off.
    case leadingLetter = "leading-letter"
    /// The text starts with yes, no or maybe.
    case leadingWord = "leading-word"
    /// The last line is or ends in the answer.
    case lastLine = "last-line"
    /// Yes, no or maybe occurs and no other of them does.
    case onlyWord = "only-word"
    /// The text is, or contains, the text of exactly one option.
    case optionText = "option-text"
    /// The answer is one option's text but for spelling or the order of words.
    case nearOptionText = "near-option-text"
    /// The last number in the text.
    case lastNumber = "last-number"
    /// The text as a whole is the answer.
    case wholeText = "whole-text"
    /// The log holds no text but the answer that the runner extracted.
    case runnerAnswer = "runner-answer"
}
