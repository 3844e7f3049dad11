import Testing

@testable import Report

@Suite("Width on a terminal")
struct DisplayWidthTests {
    @Test(
        "counts cells",
        arguments: [
            ("", 0), ("abc", 3), ("−1.5", 4), ("病理", 4), ("e\u{301}", 1), ("한국", 4), ("👍", 2), ("ｱ", 1), ("Ａ", 2),
            ("נמוך", 4), ("❤\u{FE0F}", 2), ("…", 1),
        ])
    func cells(text: String, width: Int) { #expect(DisplayWidth.of(text) == width) }

    @Test("cuts in the middle, to at most the width and without halves of characters", arguments: 0...12)
    func cutting(limit: Int) {
        #expect(DisplayWidth.cut("model-v1", to: 8) == "model-v1")
        #expect(DisplayWidth.cut("model-instruct-v1", to: 8) == "mode…-v1")
        #expect(DisplayWidth.of(DisplayWidth.cut("病理画像質問応答", to: limit)) <= limit)
        #expect(DisplayWidth.of(DisplayWidth.cut("a👩‍⚕️b👍🏽c-name", to: limit)) <= limit)
    }

    @Test("wraps at spaces, and breaks a word only where it is longer than a line")
    func wrapping() {
        #expect(DisplayWidth.wrapped("one two three", to: 7) == ["one two", "three"])
        #expect(DisplayWidth.wrapped("one two three", to: 7, first: 3) == ["one", "two", "three"])
        #expect(DisplayWidth.wrapped("abcdefghij k", to: 4) == ["abcd", "efgh", "ij k"])
        #expect(DisplayWidth.wrapped("", to: 4) == [""])
        #expect(DisplayWidth.wrapped("病理画像", to: 5) == ["病理", "画像"])
        #expect(DisplayWidth.padded("病", to: 4) + "|" == "病  |")
        #expect(DisplayWidth.padded("7", to: 3, atStart: true) == "  7")
    }
}
