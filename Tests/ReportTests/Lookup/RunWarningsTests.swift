import Findings
import Testing

@testable import Report

@Suite("Warnings about runs") struct RunWarningsTests {
    private let run = RunFinding(model: "m", benchmark: "b", source: "a.jsonl", items: 1, predictions: 1)

    private func problem(_ severity: String, benchmark: String? = "b", runs: [String]? = ["a.jsonl"]) -> ProblemFinding
    {
        ProblemFinding(
            kind: severity, severity: severity, place: "a.jsonl", message: "", count: 1, benchmark: benchmark,
            runs: runs)
    }

    @Test("a run has the warnings of its log on its benchmark and of its whole log, and no notes") func counts() {
        let warnings = RunWarnings([
            problem("warning"), problem("error", benchmark: nil), problem("note"),
            problem("warning", benchmark: "other"),
            problem("warning", runs: ["b.jsonl"]), problem("warning", runs: nil),
        ])
        #expect(warnings.count(run) == 2)
    }

    @Test("errors come first, notes last, each in their order") func order() {
        let sorted = RunWarnings.sorted([problem("note"), problem("warning"), problem("error"), problem("warning")])
        #expect(sorted.map(\.severity) == ["error", "warning", "warning", "note"])
        #expect(RunWarnings.summary(sorted) == "1 error, 2 warnings and 1 note")
        #expect(RunWarnings.summary([problem("note")], areNotesCounted: false) == nil)
    }
}
