import Foundation

/// The words of a text, as the graded measures count them.
enum Tokens {
    /// The words after the normalisation of SQuAD; see ``NormalisedMatch``.
    static func normalised(_ text: String) -> [String] {
        var scalars = String.UnicodeScalarView()
        for scalar in text.lowercased().unicodeScalars where !isPunctuation(scalar) {
            append(scalar, to: &scalars)
        }
        return String(scalars).split(whereSeparator: \.isWhitespace).map(String.init).filter { !articles.contains($0) }
    }

    /// Runs of letters and digits in small letters; see ``ROUGEL``.
    static func words(_ text: String) -> [String] {
        var scalars = String.UnicodeScalarView()
        for scalar in text.lowercased().unicodeScalars {
            if scalar.isASCII ? UInt8(scalar.value).isLetterOrDigit : isLetterOrDigit(scalar) {
                append(scalar, to: &scalars)
            } else {
                scalars.append(" ")
            }
        }
        return String(scalars).split(separator: " ").map(String.init)
    }

    /// The size of the multiset intersection.
    static func common(_ left: [String], _ right: [String]) -> Int {
        var counts: [String: Int] = [:]
        for word in right { counts[word, default: 0] += 1 }
        var common = 0
        for word in left {
            if let count = counts[word], count > 0 {
                counts[word] = count - 1
                common += 1
            }
        }
        return common
    }

    private static let articles: Set<String> = ["a", "an", "the"]

    /// Appends a letter, one that is a word by itself with spaces around it.
    private static func append(_ scalar: Unicode.Scalar, to scalars: inout String.UnicodeScalarView) {
        switch scalar.value {
        case 0x3040...0x30FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3134F:
            scalars.append(" ")
            scalars.append(scalar)
            scalars.append(" ")
        default:
            scalars.append(scalar)
        }
    }

    private static func isPunctuation(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII { return scalar.value > 0x20 && scalar.value < 0x7F && !UInt8(scalar.value).isLetterOrDigit }
        switch scalar.properties.generalCategory {
        case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
            .finalPunctuation, .otherPunctuation:
            return true
        default: return false
        }
    }

    private static func isLetterOrDigit(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark,
            .spacingMark,
            .decimalNumber, .letterNumber, .otherNumber:
            return true
        default: return false
        }
    }
}
