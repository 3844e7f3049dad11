/// A test report as JUnit's and Surefire's schemas have it: a suite for each benchmark, for the whole, for measures and
/// for thresholds; a test for each thing that was judged. A waived failure is skipped.
struct JUnitFile {
    let content: GateContent

    var text: String {
        var order: [String] = []
        var suites: [String: [GateCase]] = [:]
        for test in content.cases {
            if suites[test.suite] == nil { order.append(test.suite) }
            suites[test.suite, default: []].append(test)
        }
        var lines = ["<?xml version=\"1.0\" encoding=\"UTF-8\"?>"]
        let failures = content.cases.count { $0.isFailure(strict: content.isStrict) }
        lines.append(
            "<testsuites name=\"\(escaped("acuity: \(content.title)"))\" tests=\"\(content.cases.count)\" "
                + "failures=\"\(failures)\" errors=\"0\" time=\"0\">")
        for name in order { lines += suite(name, suites[name] ?? []) }
        lines.append("</testsuites>")
        return lines.map { $0 + "\n" }.joined()
    }

    private func suite(_ name: String, _ cases: [GateCase]) -> [String] {
        let failures = cases.count { $0.isFailure(strict: content.isStrict) }
        let skipped = cases.count { $0.waiver != nil }
        var lines = [
            "  <testsuite name=\"\(escaped(name))\" tests=\"\(cases.count)\" failures=\"\(failures)\" errors=\"0\" "
                + "skipped=\"\(skipped)\" time=\"0\">",
            "    <properties>", "      <property name=\"acuity\" value=\"\(escaped(content.acuityVersion))\"/>",
            "      <property name=\"decision\" value=\"\(escaped("\(content.word): \(content.headline)"))\"/>",
        ]
        if let notice = content.notice {
            lines.append("      <property name=\"notice\" value=\"\(escaped(notice))\"/>")
        }
        return lines + ["    </properties>"] + cases.flatMap { test($0, name) } + ["  </testsuite>"]
    }

    private func test(_ test: GateCase, _ suite: String) -> [String] {
        var lines = [
            "    <testcase name=\"\(escaped(test.title))\" classname=\"\(escaped("acuity.\(suite)"))\" time=\"0\">"
        ]
        let message = escaped(test.message)
        if test.isFailure(strict: content.isStrict) {
            let type = test.state == .inconclusive ? "inconclusive" : test.rule.rawValue
            lines.append("      <failure message=\"\(message)\" type=\"\(type)\">\(message)")
            lines += test.flips.prefix(10).map { flip in
                escaped("\(FlipWords.title(flip, withCandidate: false)) at \(FlipWords.source(flip.candidateAnswer))")
            }
            lines.append("      </failure>")
        } else if let waiver = test.waiver {
            lines.append("      <skipped message=\"\(escaped("waived until \(waiver.until): \(waiver.reason)"))\"/>")
        }
        lines.append("      <system-out>\(message)")
        lines.append(escaped("verdict: \(test.verdict)") + (test.state.word.map { " (\($0))" } ?? ""))
        lines += test.facts.map { escaped("\($0.name): \($0.value.text)") }
        return lines + ["      </system-out>", "    </testcase>"]
    }

    private func escaped(_ text: String) -> String { XMLText.escaped(text).replacingExactly("##", with: "#&#35;") }
}
