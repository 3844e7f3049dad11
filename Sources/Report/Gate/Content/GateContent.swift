import Findings

/// What the outputs of a gate say, whatever their form. Its texts are raw: each writer makes them harmless in its own
/// way.
struct GateContent: Equatable, Sendable {
    /// What was judged: `v2 against v1`.
    var title: String
    /// The decision as a word that stands before the headline: `BLOCKED`.
    var word: String
    var decision: GateDecision
    /// The decision's grounds in one sentence.
    var headline: String
    /// What must stand wherever numbers are shown, or nil.
    var notice: String?
    var sections: [GateSection] = []
    /// What the marks of the tables on a terminal mean; pages have words instead.
    var marks: String?
    /// How the numbers were made, in sentences.
    var notes: [String] = []
    /// Everything that was judged, as tests.
    var cases: [GateCase] = []
    /// Whether an inconclusive case counts as a failure of its own kind.
    var isStrict = false
    var acuityVersion: String
    /// Labels of the candidates, or identifiers of the models, in their order.
    var candidates: [String]

    /// The headline where it stands alone. One that blocks begins with a name, which stays as it is.
    var sentence: String { decision == .blocked ? headline : Words.capitalised(headline) }
}

/// A part of the outputs that people read.
struct GateSection: Equatable, Sendable {
    var title: String
    var table: GateTable?
    /// Sentences below the table.
    var lines: [String] = []
    var flips: [FlipFinding] = []
    /// Whether the pages fold it away; the terminal shows it in any case.
    var isFolded = false
    /// Whether it is too long for a terminal.
    var isForPages = false
}

/// A table for people.
struct GateTable: Equatable, Sendable {
    enum Alignment: Equatable, Sendable { case left, right }

    struct Column: Equatable, Sendable {
        var title: String
        /// The title where space is short, or nil.
        var short: String?
        var alignment = Alignment.right
        /// The spaces before it on a terminal.
        var gap = 2
    }

    struct Row: Equatable, Sendable {
        var cells: [Cell]
        /// Whether a short table may do without it.
        var isAside = false
    }

    struct Cell: Equatable, Sendable {
        var text: String
        /// How far a name is set in, 0 for not.
        var level = 0
        /// Whether the text is somebody's name and may run in another direction.
        var isName = false
        /// What a verdict means for the gate, or nil for a cell that is no verdict.
        var state: GateState?

        init(_ text: String) { self.text = text }

        init(name: String, level: Int = 0) {
            text = name
            self.level = level
            isName = true
        }

        init(verdict: String, _ state: GateState) {
            text = verdict
            self.state = state
        }
    }

    /// The first one holds names and gives way where space is short.
    var columns: [Column]
    var rows: [Row]
}

extension GateDecision {
    /// The word that comes first.
    var word: String {
        switch self {
        case .passed: "PASSED"
        case .blocked: "BLOCKED"
        case .inconclusive: "INCONCLUSIVE"
        }
    }
}
