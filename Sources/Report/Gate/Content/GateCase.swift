import Findings

/// What a verdict means for the gate.
enum GateState: Equatable, Sendable {
    /// It blocks the release.
    case blocks
    /// It is a failure where there are no releases that it could block.
    case failed
    /// A waiver lets it pass.
    case waived(WaiverFinding)
    /// The policy lets it pass.
    case tolerated
    /// Nothing can be said.
    case inconclusive
    /// All well, with what is good about it.
    case passed
    case improved

    /// What stands beside a verdict in words, or nil.
    var word: String? {
        switch self {
        case .blocks: "blocks"
        case .waived: "waived"
        case .tolerated: "tolerated"
        case .failed, .inconclusive, .passed, .improved: nil
        }
    }
}

/// One thing that was judged, as a test.
struct GateCase: Equatable, Sendable {
    /// The scope of a comparison, `threshold`, or a measure.
    var kind: String
    /// The rule that it breaks if it fails.
    var rule: Rule
    /// The group that it is listed in: `overall`, a benchmark's name, `measures`, `thresholds`.
    var suite: String
    var candidate: String
    var benchmark: String?
    var capability: String?
    var facet: FacetValue?
    var threshold: String?
    /// What was judged: `v2: SLAKE, reasoning`.
    var title: String
    var verdict: String
    var state: GateState
    /// The finding in one sentence.
    var message: String
    /// The numbers behind it, unrounded, in a fixed order.
    var facts: [Fact]
    /// Where the candidate's answers lie, or nil.
    var log: GateLog?
    /// Items that turned from right to wrong here.
    var flips: [FlipFinding] = []

    enum Rule: String, Equatable, Sendable, CaseIterable {
        case regression, threshold, measure
    }

    struct Fact: Equatable, Sendable {
        var name: String
        var value: Value

        enum Value: Equatable, Sendable {
            case text(String)
            case number(Double)
            case count(Int)

            /// The value without rounding.
            var text: String {
                switch self {
                case .text(let text): text
                case .number(let number): number.description
                case .count(let count): String(count)
                }
            }
        }
    }

    /// Whether the case is a failed test: it blocks, or it is inconclusive where that is not allowed.
    func isFailure(strict: Bool) -> Bool {
        state == .blocks || state == .failed || (strict && state == .inconclusive)
    }

    /// What lets the case pass: a waiver's reason and day.
    var waiver: WaiverFinding? {
        if case .waived(let waiver) = state { waiver } else { nil }
    }
}

/// A place in a log.
struct GateLog: Equatable, Sendable {
    var path: String
    /// From 1, or nil where the place is the whole log.
    var line: Int?
}
