import Findings
import Foundation
import Testing

@testable import Report

@Suite("The outputs of the thresholds")
struct CheckReportTests {
    @Test("say who passes how often, within 80 cells")
    func table() throws {
        let text = try CheckReport.render(Fixture.study(), as: .table)
        #expect(text.hasPrefix("FAILED: 104 of 200 verdicts on thresholds are failures (Qwen2.5-VL-3B,"))
        #expect(text.contains("Clinical deployment: at least 90% on reasoning\n"))
        #expect(text.contains("\nQwen2.5-VL-3B            0     7             0  fail\n"))
        #expect(text.split(separator: "\n").allSatisfy { DisplayWidth.of(String($0)) <= 80 })
    }

    @Test("JSON holds the verdicts")
    func json() throws {
        struct Verdicts: Decodable { var verdicts: [VerdictFinding] }
        let text = try CheckReport.render(Fixture.study(), as: .json)
        #expect(try JSONDecoder().decode(Verdicts.self, from: Data(text.utf8)).verdicts == Fixture.study().verdicts)
    }

    @Test("a failed threshold is a failed test, an inconclusive one only under strictness", arguments: [false, true])
    func tests(isStrict: Bool) throws {
        let findings = Fixture.study()
        let text = try CheckReport.render(findings, as: .junit, isStrict: isStrict)
        let suites = try XMLTree.read(Data(text.utf8)).all("testsuite")
        #expect(suites.compactMap { $0.attributes["name"] } == findings.study.thresholds.map(\.name))
        let failures = suites.flatMap { $0.all("testcase") }.flatMap { $0.all("failure") }
        #expect(
            failures.count { $0.attributes["type"] == "threshold" } == findings.verdicts.count { $0.verdict == .fail })
        let unclear = findings.verdicts.count { $0.verdict == .inconclusive }
        #expect(failures.count { $0.attributes["type"] == "inconclusive" } == (isStrict ? unclear : 0))
        let tap = try CheckReport.render(findings, as: .tap, isStrict: isStrict)
        #expect(tap.split(separator: "\n").count { $0.hasPrefix("not ok") } == failures.count)
    }

    @Test("point to the log that was judged")
    func places() throws {
        let text = try CheckReport.render(Fixture.study(), as: .github)
        #expect(text.contains("::error file=logs/pmc-vqa/qwen2.5-vl-3b.jsonl,title="))
    }

    @Test("the decision is the command's exit code")
    func decisions() throws {
        var findings = Fixture.study()
        findings.verdicts.removeAll { $0.verdict == .fail }
        #expect(
            try CheckReport.render(findings, as: .table).hasPrefix(
                "PASSED: none of 96 verdicts on thresholds is a failure"))
        #expect(try CheckReport.render(findings, as: .table, isStrict: true).hasPrefix("INCONCLUSIVE: none of 96"))
        findings.verdicts.removeAll { $0.verdict == .inconclusive }
        #expect(
            try CheckReport.render(findings, as: .table).hasPrefix("PASSED: all 83 verdicts on thresholds are passes."))
        findings.verdicts.removeLast(findings.verdicts.count - 1)
        #expect(
            try CheckReport.render(findings, as: .table).hasPrefix("PASSED: the one verdict on a threshold is a pass."))
        findings.verdicts[0].verdict = .inconclusive
        #expect(
            try CheckReport.render(findings, as: .table).hasPrefix(
                "PASSED: the one verdict on a threshold is inconclusive."))
    }

    @Test("take hostile names in every format", arguments: GateFormat.allCases)
    func attacks(format: GateFormat) throws {
        let text = try CheckReport.render(Variants.attacks, as: format, isStrict: true)
        #expect(!text.unicodeScalars.contains { ($0.value < 0x20 && $0 != "\n" && $0 != "\r") || $0.value == 0x202E })
        #expect(text == (try CheckReport.render(Variants.attacks, as: format, isStrict: true)))
        if format == .html { #expect(PageCheck(Data(text.utf8)).error == nil) }
        if format == .junit { _ = try XMLTree.read(Data(text.utf8)) }
    }
}
