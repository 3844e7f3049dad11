/// Text in Windows-1252, in which spreadsheets of Western Europe and the Americas save tables.
enum WindowsText {
    /// The characters of the bytes 0x80 to 0x9F, in which Windows-1252 differs from Latin-1; undefined ones are U+FFFD.
    private static let upper = Array(
        "€\u{FFFD}‚ƒ„…†‡ˆ‰Š‹Œ\u{FFFD}Ž\u{FFFD}\u{FFFD}‘’“”•–—˜™š›œ\u{FFFD}žŸ".unicodeScalars)

    /// The text of bytes; every byte gives a character.
    static func decode(_ bytes: [UInt8]) -> String {
        var text = String.UnicodeScalarView()
        for byte in bytes {
            text.append((0x80...0x9F).contains(byte) ? upper[Int(byte) - 0x80] : Unicode.Scalar(byte))
        }
        return String(text)
    }
}
