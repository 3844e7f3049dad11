import Charts
import Findings

/// What a person must know about the inputs: the template `problems`.
enum ProblemTable {
    /// Up to how many runs the message itself names; more are listed below it.
    private static let namedRuns = 3

    /// - Parameter problems: shown with errors first, then warnings, then notes.
    static func value(_ problems: [ProblemFinding]) -> TemplateValue {
        guard let summary = RunWarnings.summary(problems) else { return .none }
        return [
            "summary": .text(summary),
            "rows": .list(
                RunWarnings.sorted(problems).map {
                    [
                        "kind": .text($0.kind), "severity": .text($0.severity), "place": .text($0.place),
                        "message": .text($0.message), "runs": runs($0),
                        "count": $0.count > 1 ? .text(ValueFormat.count($0.count)) : .none,
                    ]
                }),
        ]
    }

    private static func runs(_ problem: ProblemFinding) -> TemplateValue {
        guard let runs = problem.runs, runs.count > namedRuns else { return .none }
        return ["count": .text(Digits.counted(runs.count, "log")), "paths": .list(runs.map { ["path": .text($0)] })]
    }
}
