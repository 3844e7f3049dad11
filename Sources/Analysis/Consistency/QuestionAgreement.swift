import Store

/// How far runs ask the same questions under the same item keys.
struct QuestionAgreement {
    /// What it means that a run asks something else on most of its items.
    enum Kind {
        /// The questions are those of the other runs, under other keys: keys that count positions, in another order.
        case moved
        /// Options or targets agree: the same items in other words.
        case reworded
        /// Neither: another split, another benchmark, or keys that count positions.
        case other
    }

    let disagreement: Disagreement
    /// The runs that differ on most of their items, and what it means.
    let mostly: [Int: Kind]

    /// The runs whose items are not those of the others.
    var strangers: Set<Int> { Set(mostly.filter { $0.value != .reworded }.keys) }

    init(_ runs: [CheckedRun], itemCount: Int) {
        let disagreement = Disagreement(Array(runs.indices), itemCount: itemCount) { runs[$0].items[$1].question }
        var mostly: [Int: Kind] = [:]
        for part in disagreement.parts where part.isMostly {
            mostly[part.run] = Self.kind(of: part, runs: runs)
        }
        self.disagreement = disagreement
        self.mostly = mostly
    }

    private static func kind(of part: Disagreement.Part, runs: [CheckedRun]) -> Kind {
        let own = runs[part.run].items
        var elsewhere: Set<UInt32> = []
        for (index, run) in runs.enumerated() where index != part.run {
            for item in run.items where item.question != 0 { elsewhere.insert(item.question) }
        }
        let found = part.items.count { elsewhere.contains(own[$0].question) }
        // Questions that are asked of many images occur everywhere: they must be many different ones to tell.
        let different = Set(part.items.map { own[$0].question }).count
        if 2 * found > part.items.count, 2 * different > part.items.count { return .moved }
        let others = runs.indices.filter { $0 != part.run }
        let agrees = [\ItemFingerprint.optionSet, \.target].contains { field in
            agreement(part, field, own: own, others: others.map { runs[$0].items })
        }
        return agrees ? .reworded : .other
    }

    /// Whether options or targets agree with another run's on nearly all items, and more often than by chance.
    private static func agreement(
        _ part: Disagreement.Part, _ field: KeyPath<ItemFingerprint, UInt32>, own: CheckedItems,
        others: [CheckedItems]
    ) -> Bool {
        others.contains { other in
            var counts: [UInt32: Int] = [:]
            var both = 0
            var same = 0
            for item in part.items {
                let (left, right) = (own[item][keyPath: field], other[item][keyPath: field])
                guard left != 0, right != 0 else { continue }
                both += 1
                if left == right { same += 1 }
                counts[left, default: 0] += 1
            }
            guard both > 1, 10 * same >= 9 * both else { return false }
            // The agreement of two columns with these values in random order.
            let chance = counts.values.reduce(0.0) { $0 + Double($1 * $1) } / Double(both * both)
            return chance < 0.5
        }
    }
}
