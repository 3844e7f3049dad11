import Findings
import Foundation

/// A log of static analysis (SARIF 2.1.0): a result for each failure, at the candidate's log.
///
/// What blocks is an error, what the policy tolerates or strictness does not allow a warning, what a waiver covers a
/// note that is suppressed. All else has no result, so that a viewer that compares runs sees it as fixed.
struct SARIFLog {
    let content: GateContent
    let options: GateOptions

    /// How many items that turned a result points to.
    private static let mostFlips = 20

    /// - Throws: An encoding error if a number is none that JSON knows.
    func text() throws -> String {
        let rules = GateCase.Rule.allCases
        let results = content.cases.compactMap(result)
        let document = JSONValue.object([
            "$schema": .text("https://json.schemastore.org/sarif-2.1.0.json"), "version": .text("2.1.0"),
            "runs": .list([
                .object([
                    "tool": .object([
                        "driver": .object([
                            "name": .text("Acuity"), "version": text(content.acuityVersion),
                            "rules": .list(rules.map(rule)),
                        ])
                    ]),
                    "results": .list(results), "columnKind": .text("unicodeCodePoints"),
                    "properties": .object([
                        "decision": .text(content.decision.rawValue), "headline": text(content.headline),
                        "notice": content.notice.map(text),
                    ]),
                ])
            ]),
        ])
        return TerminalText.safeJSON(String(decoding: try document.encoded(), as: UTF8.self))
    }

    private func rule(_ rule: GateCase.Rule) -> JSONValue {
        let (name, short, full) =
            switch rule {
            case .regression:
                (
                    "Regression", "The candidate scores lower than the baseline, beyond chance.",
                    "The adjusted p value of the paired difference is below the error rate, and the candidate is worse."
                )
            case .threshold:
                (
                    "FailedThreshold", "A score is below a minimum that the study demands, beyond chance.",
                    "The one-sided upper bound of the score is below the minimum."
                )
            case .measure:
                (
                    "RaisedMeasure", "A measure beside the score rose, beyond chance.",
                    "The adjusted p value of the paired change is below the error rate: of unparsed, refused or failed "
                        + "answers, length, latency, tokens or cost."
                )
            }
        return .object([
            "id": .text("acuity/\(rule.rawValue)"), "name": .text(name),
            "shortDescription": .object(["text": .text(short)]),
            "fullDescription": .object(["text": .text(full)]), "help": .object(["text": .text(full)]),
            "defaultConfiguration": .object(["level": .text("error")]),
        ])
    }

    private func result(_ test: GateCase) -> JSONValue? {
        guard let level = level(test) else { return nil }
        var facts = Dictionary(test.facts.map { ($0.name, Optional(value($0.value))) }) { first, _ in first }
        facts["candidate"] = text(test.candidate)
        facts["verdict"] = .text(test.verdict)
        let logical = JSONValue.object([
            "name": text(test.title), "fullyQualifiedName": text(identity(test).joined(separator: "/")),
        ])
        let location = JSONValue.object([
            "physicalLocation": test.log.map(physical), "logicalLocations": .list([logical]),
        ])
        let flips = test.flips.prefix(Self.mostFlips).enumerated().map { position, flip -> JSONValue in
            let answer = flip.candidateAnswer
            let log = GateLog(path: answer.source, line: answer.line > 0 ? answer.line : nil)
            return .object([
                "id": .number(Double(position + 1)), "physicalLocation": physical(log),
                "message": .object(["text": text(FlipWords.title(flip, withCandidate: false))]),
            ])
        }
        return .object([
            "ruleId": .text("acuity/\(test.rule.rawValue)"),
            "ruleIndex": .number(Double(GateCase.Rule.allCases.firstIndex(of: test.rule) ?? 0)),
            "level": .text(level), "message": .object(["text": text(test.message)]), "locations": .list([location]),
            "relatedLocations": flips.isEmpty ? nil : .list(flips),
            "partialFingerprints": .object(["acuityPart/v1": .text(StableIdentifier.urn(identity(test)))]),
            "suppressions": test.waiver.map { waiver in
                .list([
                    .object([
                        "kind": .text("external"), "status": .text("accepted"),
                        "justification": text("\(waiver.reason) (until \(waiver.until))"),
                    ])
                ])
            },
            "properties": .object(facts),
        ])
    }

    private func level(_ test: GateCase) -> String? {
        switch test.state {
        case .blocks, .failed: "error"
        case .tolerated: "warning"
        case .inconclusive: content.isStrict ? "warning" : nil
        case .waived: "note"
        case .passed, .improved: nil
        }
    }

    /// What the result is about, without its numbers, and with the candidate's place instead of its name, which another
    /// release changes: the same from run to run.
    private func identity(_ test: GateCase) -> [String] {
        let place = content.candidates.firstIndex(of: test.candidate).map { "candidate-\($0 + 1)" } ?? test.candidate
        let facet = test.facet.map { "\($0.name)=\($0.value)" }
        return [
            place, test.kind, test.threshold ?? "-", test.benchmark ?? "-", test.capability ?? "-", facet ?? "-",
        ]
    }

    private func physical(_ log: GateLog) -> JSONValue {
        .object([
            "artifactLocation": .object([
                "uri": .text(LogAddress.uri(log.path, root: options.sourceRoot)),
                "uriBaseId": log.path.hasPrefix("/") ? nil : .text("%SRCROOT%"),
            ]),
            // A viewer needs a line; where none is known, the first stands for the log.
            "region": .object(["startLine": .number(Double(log.line ?? 1))]),
        ])
    }

    private func value(_ value: GateCase.Fact.Value) -> JSONValue {
        switch value {
        case .text(let text): self.text(text)
        case .number(let number): .number(number)
        case .count(let count): .number(Double(count))
        }
    }

    /// Text without what the format reads as a link (`[text](address)`) or a placeholder (`{0}`).
    private func text(_ text: String) -> JSONValue {
        .text(VisibleText.of(text).replacingExactly("](", with: "] (").replacingExactly("{", with: "{\u{2060}"))
    }
}
