import Testing

@testable import Report

@Suite struct HiddenTextTests {
    @Test("signs that hide or turn text are shown by their numbers, and others are left alone")
    func visible() {
        #expect(HiddenText.visible("a\u{202E}b\u{200B}\u{7}c") == "a⟨U+202E⟩b⟨U+200B⟩⟨U+0007⟩c")
        #expect(HiddenText.visible("\u{E0041}") == "⟨U+E0041⟩")
        // A number sign of Arabic is a letter to be read, and math and hieroglyphs share bytes with signs that are none.
        for plain in [
            "\u{600}٣", "𝐱𓀀\u{1BC00}", "tab\tand\nline", "שלום", "日本語", "é", "👩‍⚕️", "“a” – 1\u{2009}000\u{202F}m…", "한국어",
            "病理",
        ] {
            #expect(HiddenText.visible(plain) == plain)
        }
    }

    /// Each of them alone: a quick look at the bytes comes before the look at the characters.
    @Test(
        "each sign is found",
        arguments: [
            0, 0x1B, 0x7F, 0x80, 0x9B, 0x9F, 0xAD, 0x34F, 0x61C, 0x115F, 0x1160, 0x17B4, 0x180E, 0x200B, 0x200E, 0x200F,
            0x2028,
            0x2029,
            0x202A, 0x202E, 0x2060, 0x2066, 0x206F, 0x3164, 0xE000, 0xF8FF, 0xFEFF, 0xFFA0, 0xFFF0, 0xFFF9, 0xFFFB,
            0xFDD0, 0xFFFE, 0xFFFF,
            0x13430, 0x1343F, 0x1BCA0, 0x1BCA3, 0x1D173, 0x1D17A,
            0xE0001, 0xE007F, 0xF0000, 0x10FFFD,
        ] as [UInt32])
    func each(value: UInt32) throws {
        let scalar = try #require(Unicode.Scalar(value))
        let digits = String(value, radix: 16, uppercase: true)
        let padded = String(repeating: "0", count: max(0, 4 - digits.count)) + digits
        #expect(HiddenText.visible("a\(scalar)b") == "a⟨U+\(padded)⟩b")
    }
}
