/// Letters that say which rows of a ranking can be told apart: two rows share a letter if and only if no test tells
/// them apart.
///
/// By insertion and absorption: Piepho 2004, An algorithm for a letter-based representation of all-pairwise comparisons.
struct LetterGroups: Equatable, Sendable {
    /// The letters of each row of the ranking, `a` with the first one.
    let letters: [String]

    private static let alphabet = Array("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")

    /// Nil if no pair was tested, or if the letters of the alphabet do not suffice.
    init?(_ ranking: Ranking) {
        let rows = ranking.rows.indices
        guard ranking.pairs.tested > 0 else { return nil }
        var groups: [Set<Int>] = [Set(rows)]
        for first in rows {
            for second in rows where second > first {
                let relation = ranking.relation(first, second)
                guard relation == .better || relation == .worse else { continue }
                let split = groups.flatMap { group -> [Set<Int>] in
                    guard group.contains(first), group.contains(second) else { return [group] }
                    return [group.subtracting([second]), group.subtracting([first])]
                }
                groups = Self.absorbed(split)
                guard groups.count <= 4 * Self.alphabet.count else { return nil }
            }
        }
        guard groups.count <= Self.alphabet.count else { return nil }
        let ordered = groups.map { $0.sorted() }.sorted { $0.lexicographicallyPrecedes($1) }
        letters = rows.map { row in
            String(zip(Self.alphabet, ordered).filter { $0.1.contains(row) }.map(\.0))
        }
    }

    /// The groups that lie in no other one.
    private static func absorbed(_ groups: [Set<Int>]) -> [Set<Int>] {
        var kept: [Set<Int>] = []
        for group in groups.sorted(by: { $0.count > $1.count }) where !kept.contains(where: { group.isSubset(of: $0) })
        {
            kept.append(group)
        }
        return kept
    }
}
