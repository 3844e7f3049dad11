import Findings

extension GateSection {
    /// What a person must know of the inputs before relying on a decision; nil if that is nothing.
    static func inputs(_ problems: [ProblemFinding]) -> GateSection? {
        let lines = problems.filter { $0.severity != "note" }.map {
            "\(Words.capitalised($0.severity)): \($0.place): \($0.message)"
                + ($0.count > 1 ? " (\($0.count) times)" : "")
        }
        guard !lines.isEmpty else { return nil }
        return GateSection(title: "About the inputs", lines: lines, isFolded: true)
    }
}
