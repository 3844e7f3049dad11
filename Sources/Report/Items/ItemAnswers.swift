import Charts
import Findings

/// The answers to one item, those that say the same together.
struct ItemAnswers {
    /// Models that gave the same answer with the same outcome.
    struct Group {
        var outcome: ItemOutcome
        /// The score where it is neither 0 nor 1.
        var score: Double?
        /// The answer, or nil where there is none.
        var answer: String?
        /// Why there is none.
        var status: String
        /// The answers of the group, in order.
        var members: [ItemAnswer]
        /// How many models.
        var models: Int
    }

    /// The groups: right ones first, larger ones first.
    let groups: [Group]

    private struct Key: Hashable {
        var outcome: ItemOutcome
        var score: Double?
        var answer: String?
        var status: String
    }

    init(_ answers: [ItemAnswer]) {
        var places: [Key: Int] = [:]
        var groups: [Group] = []
        for answer in answers {
            let outcome = Self.outcome(answer)
            let key = Key(
                outcome: outcome, score: outcome == .partly ? answer.score : nil, answer: answer.answer,
                status: answer.status)
            if let place = places[key] {
                if groups[place].members.last?.model != answer.model { groups[place].models += 1 }
                groups[place].members.append(answer)
            } else {
                places[key] = groups.count
                groups.append(
                    Group(
                        outcome: outcome, score: key.score, answer: answer.answer, status: answer.status,
                        members: [answer], models: 1))
            }
        }
        self.groups = groups.enumerated().sorted {
            let (left, right) = ($0.element, $1.element)
            if left.outcome != right.outcome { return Self.order(left.outcome) < Self.order(right.outcome) }
            if left.models != right.models { return left.models > right.models }
            return $0.offset < $1.offset
        }.map(\.element)
    }

    /// What became of one answer.
    static func outcome(_ answer: ItemAnswer) -> ItemOutcome {
        guard let score = answer.score else { return answer.status == "parsed" ? .unscored : .unanswered }
        if score >= 1 { return .right }
        if score > 0 { return .partly }
        return ["unparsed", "refused", "error"].contains(answer.status) ? .unanswered : .wrong
    }

    private static func order(_ outcome: ItemOutcome) -> Int {
        switch outcome {
        case .right: 0
        case .partly: 1
        case .wrong: 2
        case .unanswered: 3
        case .unscored: 4
        case .missing: 5
        }
    }

    /// The names of a group's models; one that gave the answer in several epochs with how often.
    static func names(_ members: [ItemAnswer], of board: ItemBoard, by name: (String) -> String) -> String {
        var parts: [(model: Int, times: Int)] = []
        for member in members {
            if parts.last?.model == member.model {
                parts[parts.count - 1].times += 1
            } else {
                parts.append((member.model, 1))
            }
        }
        return parts.map { name(board.models[$0.model].model) + ($0.times > 1 ? " ×\($0.times)" : "") }
            .joined(separator: ", ")
    }
}
