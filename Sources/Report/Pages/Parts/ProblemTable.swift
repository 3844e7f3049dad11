import Charts
import Findings

/// What a person must know about the inputs: the template `problems`.
enum ProblemTable {
    static func value(_ problems: [ProblemFinding]) -> TemplateValue {
        guard !problems.isEmpty else { return .none }
        return [
            "rows": .list(
                problems.map {
                    [
                        "kind": .text($0.kind), "severity": .text($0.severity), "place": .text($0.place),
                        "message": .text($0.message), "count": .text(ValueFormat.count($0.count)),
                    ]
                })
        ]
    }
}
