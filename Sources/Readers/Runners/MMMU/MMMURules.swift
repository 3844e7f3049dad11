import Foundation

/// How the makers of MMMU judge answers (MMMU-Benchmark/MMMU, `mmmu/utils/eval_utils.py`): a letter must be the right
/// one; an open answer is right if a number in it equals the answer at two decimals or a text of it contains the answer.
enum MMMURules {
    /// A normalised answer or part of a response.
    enum Piece: Hashable {
        case number(Double)
        case text(String)
    }

    /// Whether a question type is that of questions with options; all others are open.
    static func isMultipleChoice(_ questionType: String?) -> Bool {
        questionType == nil || questionType == "multiple-choice" || questionType == "multiple_choice"
    }

    /// Whether a letter is one of the right ones.
    static func isRight(letter: String, targets: [String]) -> Bool { targets.contains(letter) }

    /// Whether an open response holds one of the answers.
    static func isRight(response: String, targets: [String]) -> Bool {
        isRight(pieces: pieces(of: response), targets: targets)
    }

    /// Whether one of the pieces of a response holds one of the answers.
    static func isRight(pieces: [Piece], targets: [String]) -> Bool {
        let answers = targets.flatMap(normalise)
        return pieces.contains { piece in
            switch piece {
            case .number: answers.contains(piece)
            case .text(let text):
                answers.contains { if case .text(let answer) = $0 { contains(text, answer) } else { false } }
            }
        }
    }

    /// Substrings as Python sees them, by code points; characters that Unicode holds for equal are not.
    private static func contains(_ text: String, _ part: String) -> Bool {
        part.isEmpty || Array(text.utf8).contains(Array(part.utf8))
    }

    /// A text as a number rounded to two decimals, or in lower case; one letter needs a blank beside it, so that it is
    /// not found in every word.
    static func normalise(_ text: String) -> [Piece] {
        let text = text.trimmingCharacters(in: .whitespacesAndNewlines)
        if let number = number(text) { return [.number(number)] }
        let lower = text.lowercased()
        if lower.unicodeScalars.count == 1 { return [.text(" " + lower), .text(lower + " ")] }
        return [.text(lower)]
    }

    private static func number(_ text: String) -> Double? {
        let digits = text.replacing(",", with: "")
        // Hexadecimal numbers are none to Python.
        guard !digits.contains(where: { "xX".contains($0) }), let value = Double(digits) else { return nil }
        guard value.isFinite else { return value }
        return Double(String(format: "%.2f", value)) ?? value
    }

    // MARK: - Open responses

    private static let indicators = [
        "could be ", "so ", "is ", "thus ", "therefore ", "final ", "answer ", "result ",
    ]
    private static let trivial: Set<String> = [":", ",", ".", "!", "?", ";", "'"]

    /// The texts and numbers that a free response may mean as its answer.
    static func pieces(of response: String) -> [Piece] {
        let keys = keyTexts(of: response)
        var seen: Set<Piece> = []
        return (keys + keys.flatMap(numbers)).flatMap(normalise).filter { seen.insert($0).inserted }
    }

    /// The shortest tail after a word that announces an answer, of each line; the whole response if there is none.
    private static func keyTexts(of response: String) -> [String] {
        let whole = response.trimmingCharacters(in: .whitespacesAndNewlines)
            .trimmingCharacters(in: CharacterSet(charactersIn: ".")).lowercased()
        let lines = whole.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        var keys: [String] = []
        for (index, line) in lines.enumerated() {
            // The last line may be an equation.
            let announcers = index == lines.count - 1 ? indicators + ["="] : indicators
            var shortest = ""
            for announcer in announcers {
                guard let found = line.ranges(of: announcer).last else { continue }
                let tail = line[found.upperBound...].trimmingCharacters(in: .whitespacesAndNewlines)
                if shortest.isEmpty || tail.unicodeScalars.count < shortest.unicodeScalars.count { shortest = tail }
            }
            if !shortest.isEmpty, !trivial.contains(shortest) { keys.append(shortest) }
        }
        return keys.isEmpty ? [whole] : keys
    }

    /// The numbers in a text: with commas between thousands, with an exponent, plain.
    private static func numbers(in text: String) -> [String] {
        let withCommas = /-?\b\d{1,3}(?:,\d{3})+\b/.wordBoundaryKind(.simple)
        let withExponent = /-?\d+(?:\.\d+)?[eE][+-]?\d+/
        let plain = /-?(?:\d+\.\d+|\.\d+|\d+\b)(?![eE][+-]?\d+)(?![,\d])/.wordBoundaryKind(.simple)
        return text.matches(of: withCommas).map { String($0.output) }
            + text.matches(of: withExponent).map { String($0.output) }
            + text.matches(of: plain).map { String($0.output) }
    }
}
