import Findings

/// Commands of GitHub Actions that annotate a run: the decision, then each failure, the gravest first.
///
/// GitHub shows the first ten errors, warnings and notices of a step.
struct WorkflowCommands {
    let content: GateContent
    let options: GateOptions

    private enum Level: String { case error, warning, notice }

    var text: String {
        let decision: Level =
            switch content.decision {
            case .passed: .notice
            case .blocked: .error
            case .inconclusive: .warning
            }
        var lines = [command(decision, title: content.title, "\(content.word): \(content.headline)")]
        if let notice = content.notice { lines.append(command(.notice, title: "About this study", notice)) }
        for level in [Level.error, .warning, .notice] {
            lines += content.cases.filter { self.level($0) == level }.map { test in
                let waiver = test.waiver.map { "Waived until \($0.until): \($0.reason)" }
                let title = "\(test.title) (\(test.state.word ?? test.verdict))"
                return command(level, title: title, test.message, waiver, at: test.log)
            }
        }
        return lines.map { $0 + "\n" }.joined()
    }

    private func level(_ test: GateCase) -> Level? {
        switch test.state {
        case .blocks, .failed: .error
        case .tolerated: .warning
        case .inconclusive: content.isStrict ? .warning : nil
        case .waived: .notice
        case .passed, .improved: nil
        }
    }

    /// A command; a second sentence stands on a line of its own.
    private func command(
        _ level: Level, title: String, _ message: String, _ second: String? = nil, at log: GateLog? = nil
    ) -> String {
        var properties: [String] = []
        if let log {
            properties.append("file=\(property(LogAddress.path(log.path, root: options.sourceRoot)))")
            if let line = log.line { properties.append("line=\(line)") }
        }
        properties.append("title=\(property(title))")
        let lines = [message, second].compactMap { $0.map(data) }
        return "::\(level.rawValue) \(properties.joined(separator: ","))::\(lines.joined(separator: "%0A"))"
    }

    /// Escapes as the toolkit of GitHub Actions has them; line ends are spaces by then.
    private func data(_ text: String) -> String {
        VisibleText.of(text).replacingExactly("##", with: "#♯").replacingExactly("%", with: "%25")
    }

    private func property(_ text: String) -> String {
        data(text).replacingExactly(":", with: "%3A").replacingExactly(",", with: "%2C")
    }
}
