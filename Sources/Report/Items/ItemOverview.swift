import Findings

/// What the items of a benchmark look like from afar.
struct ItemOverview: Sendable {
    let benchmark: String
    let plan: ItemPlan
    /// How many models have a run that is used.
    let models: Int
    /// How many items exactly so many models have right, by that number; items that no model was scored on are left out.
    let byRight: [Int]
    /// How many items every scored model has right; none; some but not all; no score at all.
    let all: Int
    let none: Int
    let some: Int
    let unscored: Int
    /// The shown items that the smallest share of models has right, as indices of the plan.
    let hardest: [Int]
    /// The shown items on which models are divided most evenly.
    let divided: [Int]

    /// The paths of the benchmark's pages of items, the one to browse first.
    var paths: [String] { [plan.browsePath] + (0..<plan.pages).map(plan.path(ofPage:)) }

    /// How many items the two lists hold.
    static let listed = 12

    init(_ board: ItemBoard, plan: ItemPlan) {
        benchmark = board.benchmark
        self.plan = plan
        models = board.models.count
        var byRight = [Int](repeating: 0, count: board.models.count + 1)
        var counts = (all: 0, none: 0, some: 0, unscored: 0)
        let tallies = board.keys.indices.map { ItemValue.counts(board, $0) }
        for tally in tallies {
            guard tally.scored > 0 else {
                counts.unscored += 1
                continue
            }
            byRight[tally.right] += 1
            if tally.right == tally.scored {
                counts.all += 1
            } else if tally.right == 0 {
                counts.none += 1
            } else {
                counts.some += 1
            }
        }
        self.byRight = byRight
        (all, none, some, unscored) = counts
        func share(_ shown: Int) -> Double {
            let tally = tallies[plan.places[shown]]
            return Double(tally.right) / Double(tally.scored)
        }
        let scored = plan.places.indices.filter { tallies[plan.places[$0]].scored > 0 }
        hardest = Array(scored.sorted { (share($0), $0) < (share($1), $1) }.prefix(Self.listed))
        divided = Array(
            scored.filter { tallies[plan.places[$0]].scored > 1 }
                .sorted { (abs(share($0) - 0.5), $0) < (abs(share($1) - 0.5), $1) }.prefix(Self.listed))
    }
}
