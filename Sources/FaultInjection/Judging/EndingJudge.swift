/// Judges how a disturbed command ended, and collects what is wrong.
struct EndingJudge {
    /// The exit code for bad or unreadable input.
    static let badInput: Int32 = 3
    private static let killed: Int32 = 9

    private let end: Outcome.End
    private var defects: [String] = []

    init(_ ending: Program.Ending, mayBeKilled: Bool) {
        switch (ending.code, ending.signal) {
        case (0, _): end = .unharmed
        case (_, Self.killed): end = .killed
        default: end = .error
        }
        if end == .killed, !mayBeKilled { note("killed by itself") }
        guard end == .error else { return }
        expect(ending.code == Self.badInput) { "ended with \(ending)" }
        // Place, expectation, finding, remedy: the form of all messages.
        let isClear = ending.messages.split(separator: "\n").contains { line in
            line.hasPrefix("error: ") && line.contains(": expected ") && line.contains("; found") && line.contains(". ")
                || line.hasPrefix("error: ") && line.contains("SQLite said")
        }
        expect(isClear) { "no clear message: \(ending.messages.prefix(300))" }
        expect(!ending.messages.contains("defect of Acuity")) { "called a defect: \(ending.messages.prefix(300))" }
    }

    mutating func expect(_ isSo: Bool, _ defect: () -> String) {
        if !isSo { note(defect()) }
    }

    mutating func note(_ defect: String) { defects.append(defect) }

    var outcome: Outcome { Outcome(end: end, defects: defects) }
}
