import Findings
import Testing

@testable import Report

@Suite("How pages write things")
struct FormatTests {
    @Test(
        "levels have no needless zeros",
        arguments: [(0.95, "95%"), (0.975, "97.5%"), (0.05, "5%"), (1 - 0.025, "97.5%")])
    func levelsAreShort(level: Double, expected: String) { #expect(Digits.level(level) == expected) }

    @Test("p values", arguments: [(0.0004, "< 0.001"), (0.0421, "0.042"), (1, "1.000")])
    func pValuesAreShort(value: Double, expected: String) { #expect(Digits.pValue(value) == expected) }

    @Test("parameters", arguments: [(7e9, "7B"), (0.5e9, "0.5B"), (3.8e9, "3.8B"), (3.5e8, "350M"), (72e9, "72B")])
    func parametersAreShort(value: Double, expected: String) { #expect(Digits.parameters(value) == expected) }

    @Test("rows as ranges", arguments: [([1, 3, 4, 5], "1, 3–5"), ([], ""), ([2, 1], "1–2")])
    func rangesAreJoined(numbers: [Int], expected: String) { #expect(Words.ranges(numbers) == expected) }

    @Test("points of a column stand below each other")
    func pointsAlign() {
        #expect(Digits.padded("57", decimals: 0, to: 2) == "57\u{2008}\u{2007}\u{2007}")
        #expect(Digits.padded("57.1", decimals: 1, to: 2) == "57.1\u{2007}")
    }

    @Test(
        "cut text after a word, with an ellipsis",
        arguments: [
            ("one two three", 13, "one two three"), ("one two three", 9, "one two…"), ("onetwothree", 5, "onet…"),
            ("one twothreefour", 12, "one twothre…"),
            ("", 5, ""),
        ])
    func textIsCut(text: String, length: Int, cut: String) {
        #expect(Words.cut(text, to: length) == cut)
    }
}
