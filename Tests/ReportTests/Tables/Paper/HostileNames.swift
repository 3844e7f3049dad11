/// Names that a log may hold to break what shows them.
enum HostileNames {
    static let all = [
        "\\input{/etc/passwd}", "=cmd|' /C calc'!A0", "a|b`c`", "<script>alert(1)</script>",
        String(repeating: "path/to_model-", count: 6), "医学模型", "نموذج طبي", "🩺 model", "[5cm] & # $ % ^ ~ _ { }",
        "*bold* --",
        "% comment\n\\end{table}", "a\u{0}b\u{1B}[31m\u{202E}c", "@mention https://evil.example www.evil.example",
    ]
}
