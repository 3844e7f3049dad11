/// The Test Anything Protocol, version 14: a test a line, with its numbers as YAML.
struct TAPStream {
    let content: GateContent

    var text: String {
        var lines = ["TAP version 14", "1..\(content.cases.count)"]
        lines.append("# \(VisibleText.of("\(content.word): \(content.headline)"))")
        if let notice = content.notice { lines.append("# \(VisibleText.of(notice))") }
        for (position, test) in content.cases.enumerated() { lines += self.lines(test, position + 1) }
        return TerminalText.inert(lines)
    }

    private func lines(_ test: GateCase, _ number: Int) -> [String] {
        let isFailure = test.isFailure(strict: content.isStrict)
        let skip = test.waiver.map { " # SKIP waived until \(described($0.until)): \(described($0.reason))" } ?? ""
        let severity =
            isFailure ? (test.state == .inconclusive ? "inconclusive" : "fail") : test.state.word ?? "comment"
        var lines = [
            "\(isFailure ? "not ok" : "ok") \(number) - \(described(test.title)): \(test.verdict)\(skip)", "  ---",
            "  message: \(quoted(test.message))", "  severity: \(severity)",
        ]
        lines += test.facts.map { fact in
            switch fact.value {
            case .text(let text): "  \(fact.name): \(quoted(text))"
            case .number, .count: "  \(fact.name): \(fact.value.text)"
            }
        }
        return lines + ["  ..."]
    }

    /// A description in which nothing begins a directive.
    private func described(_ text: String) -> String {
        VisibleText.of(text).replacingExactly("\\", with: "\\\\").replacingExactly("#", with: "\\#")
    }

    /// A double-quoted scalar of YAML.
    private func quoted(_ text: String) -> String {
        "\"" + VisibleText.of(text).replacingExactly("\\", with: "\\\\").replacingExactly("\"", with: "\\\"") + "\""
    }
}
