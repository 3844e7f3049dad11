import Store

/// Where runs say something else of an item than most runs do.
///
/// Of each item, the value that most runs give is the reference; between equally frequent ones, that of the run that
/// comes first. Values of 0 are not known and neither agree nor disagree.
struct Disagreement {
    /// One run's part.
    struct Part {
        /// The run's index.
        let run: Int
        /// The items on which it differs from the reference, ascending.
        var items: [Int] = []
        /// The items on which it and another run are known.
        var comparable = 0

        var isMostly: Bool { comparable > 1 && 2 * items.count > comparable }
    }

    /// The runs that differ anywhere.
    let parts: [Part]
    /// The items on which any run differs, ascending.
    let items: [Int]
    /// Whether a run differs on most of its items.
    var isMostly: Bool { parts.contains(where: \.isMostly) }

    /// - Parameters:
    ///   - runs: the indices to compare.
    ///   - value: what a run says of an item; 0 for not known.
    init(_ runs: [Int], itemCount: Int, value: (_ run: Int, _ item: Int) -> UInt32) {
        var parts = runs.map { Part(run: $0) }
        var items: [Int] = []
        var values = [UInt32](repeating: 0, count: runs.count)
        for item in 0..<itemCount {
            for place in runs.indices { values[place] = value(runs[place], item) }
            guard let reference = Self.reference(values) else { continue }
            var differs = false
            for place in runs.indices where values[place] != 0 {
                parts[place].comparable += 1
                if values[place] != reference {
                    parts[place].items.append(item)
                    differs = true
                }
            }
            if differs { items.append(item) }
        }
        self.parts = parts.filter { !$0.items.isEmpty }
        self.items = items
    }

    /// The most frequent known value, the first one of equals; nil if fewer than two are known.
    static func reference(_ values: [UInt32]) -> UInt32? {
        var first: UInt32 = 0
        var known = 0
        var isUniform = true
        for value in values where value != 0 {
            known += 1
            if first == 0 { first = value } else if value != first { isUniform = false }
        }
        guard known > 1 else { return nil }
        if isUniform { return first }
        var counts: [UInt32: Int] = [:]
        for value in values where value != 0 { counts[value, default: 0] += 1 }
        let largest = counts.values.max()
        return values.first { $0 != 0 && counts[$0] == largest }
    }

    /// The runs that differ, as a sentence lists them, with how many items.
    func words(_ runs: BenchmarkRuns) -> String {
        RunWords.list(parts.map { runs.used[$0.run].run }) {
            RunWords.share(parts[$0].items.count, of: parts[$0].comparable)
        }
    }

    /// The keys of the items on which any run differs.
    func keys(_ runs: BenchmarkRuns) -> [String] { items.map { runs.keys[$0] } }

    /// The runs that differ.
    func concerned(_ runs: BenchmarkRuns) -> [StoredRun] { parts.map { runs.used[$0.run].run } }
}
