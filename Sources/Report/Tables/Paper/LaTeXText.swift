import Foundation

/// Plain text as LaTeX, so that nothing in it is a command, a ligature or an optional argument.
enum LaTeXText {
    /// The text for running text, captions and cells.
    ///
    /// - Parameter isBreakable: Whether lines may break after `/`, `_`, `-`, `.` and `:`, for long names in narrow columns.
    static func escaped(_ text: String, isBreakable: Bool = false) -> String {
        var result = ""
        var last: Unicode.Scalar?
        for scalar in VisibleText.of(text).precomposedStringWithCanonicalMapping.unicodeScalars {
            // TeX joins `--`, `''` and `,,` into other characters.
            if scalar == last, "-',".unicodeScalars.contains(scalar) { result += "{}" }
            if let command = commands[scalar] {
                result += command
            } else {
                result.unicodeScalars.append(scalar)
            }
            if isBreakable, "/_-.:".unicodeScalars.contains(scalar) { result += "\\allowbreak{}" }
            last = scalar
        }
        return result
    }

    /// The text for a comment: on one line, whatever it holds.
    static func comment(_ text: String) -> String { VisibleText.of(text) }

    /// Whether pdfLaTeX with its default fonts lacks characters of the text, so that XeLaTeX or LuaLaTeX is needed.
    static func needsUnicodeEngine(_ text: String) -> Bool {
        VisibleText.of(text).precomposedStringWithCanonicalMapping.unicodeScalars.contains {
            !$0.isASCII && commands[$0] == nil && !accented.contains($0)
        }
    }

    /// Letters that pdfLaTeX composes with the fonts it has by default.
    private static let accented = Set(
        """
        ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜÝßàáâãäåæçèéêëìíîïñòóôõöøùúûüýÿĀāĂăĆćĈĉČčĎďĒēĚěĞğĪīŁłŃńŇňŌōŐőŒœŔŕŘřŚśŞşŠšŤťŪūŮůŰűŹźŻżŽž
        """.unicodeScalars)

    private static let commands: [Unicode.Scalar: String] = [
        "\\": "\\textbackslash{}", "{": "\\{", "}": "\\}", "$": "\\$", "&": "\\&", "#": "\\#", "_": "\\_", "%": "\\%",
        "^": "\\textasciicircum{}", "~": "\\textasciitilde{}", "<": "\\textless{}", ">": "\\textgreater{}",
        "|": "\\textbar{}",
        // By number, so that they need no encoding of fonts; the braces keep a grave accent from joining `?` or `!`.
        "\"": "\\char34{}", "`": "{}\\char96{}",
        // After `\\`, a bracket would open an argument and an asterisk be one.
        "[": "{[}", "]": "{]}", "*": "{*}",
        "\u{A0}": "~", "\u{2009}": "\\,", "\u{202F}": "\\,", "\u{2212}": "$-$", "–": "{--}", "—": "{---}",
        "“": "{``}", "”": "{''}", "‘": "{`}", "’": "{'}", "…": "\\ldots{}", "×": "$\\times$", "±": "$\\pm$",
        "°": "$^{\\circ}$", "²": "$^{2}$", "³": "$^{3}$", "⁹": "$^{9}$", "½": "$\\frac{1}{2}$", "·": "$\\cdot$",
        "µ": "$\\mu$", "≥": "$\\geq$", "≤": "$\\leq$",
        "≈": "$\\approx$", "†": "\\dag{}", "‡": "\\ddag{}", "§": "\\S{}", "↓": "$\\downarrow$", "↑": "$\\uparrow$",
        "→": "$\\rightarrow$",
        // As `HiddenText` writes signs.
        "⟨": "$\\langle$", "⟩": "$\\rangle$",
        "α": "$\\alpha$", "β": "$\\beta$", "τ": "$\\tau$", "χ": "$\\chi$", "μ": "$\\mu$",
    ]
}
