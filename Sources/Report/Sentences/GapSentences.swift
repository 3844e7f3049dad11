import Findings

/// Whether reasoning is lower than understanding, in words.
struct GapSentences {
    let index: FindingsIndex

    /// How many gaps have each outcome.
    struct Count: Equatable {
        var lower = 0
        var higher = 0
        var open = 0
        var all: Int { lower + higher + open }

        init(_ gaps: [GapFinding]) {
            for gap in gaps {
                switch GapOutcome(gap) {
                case .lower: lower += 1
                case .higher: higher += 1
                case .open: open += 1
                }
            }
        }
    }

    /// What a group of gaps says.
    ///
    /// - Parameters:
    ///   - subject: What is counted, in the plural, such as `models`.
    ///   - condition: What belongs to the claim and closes the sentence, such as how benchmarks are weighted.
    static func count(_ gaps: [GapFinding], of subject: String, condition: String = "") -> Sentence? {
        let count = Count(gaps)
        guard count.all > 0 else { return nil }
        if count.all == 1, let gap = gaps.first {
            let number = Digits.points(gap.estimate, gap.interval)
            if count.lower == 1 { return "Reasoning is lower than understanding: the gap is \(number)\(condition)." }
            if count.higher == 1 { return "Reasoning is higher than understanding: the gap is \(number)\(condition)." }
            return "Understanding and reasoning cannot be told apart: the gap is \(number)\(condition)."
        }
        if count.lower == count.all {
            return "Reasoning is lower than understanding in each of \(count.all) \(subject)\(condition)."
        }
        if count.higher == count.all {
            return "Reasoning is higher than understanding in each of \(count.all) \(subject)\(condition)."
        }
        if count.open == count.all {
            return "Understanding and reasoning cannot be told apart in any of \(count.all) \(subject)\(condition)."
        }
        let lower = count.lower == 0 ? "none" : "\(count.lower)"
        let higher = count.higher == 0 ? "none" : "\(count.higher)"
        let rest = count.open == 0 ? "" : "; in \(count.open) the two cannot be told apart"
        return """
            Reasoning is lower than understanding in \(lower) of \(count.all) \(subject) and higher in \(higher)\
            \(rest)\(condition).
            """
    }

    /// What the gaps of several models say, short enough for the title of a narrow chart.
    static func headline(_ gaps: [GapFinding]) -> Sentence? {
        let count = Count(gaps)
        guard count.all > 1 else { return Self.count(gaps, of: "models") }
        return """
            Reasoning is lower than understanding in \(count.lower) of \(count.all) models, higher in \
            \(count.higher), open in \(count.open)
            """
    }

    /// From where to where the gaps of several models run.
    func range(_ gaps: [GapFinding]) -> Sentence? {
        guard gaps.count > 1, let least = gaps.min(by: { $0.estimate < $1.estimate }),
            let most = gaps.max(by: { $0.estimate < $1.estimate })
        else { return nil }
        func points(_ gap: GapFinding) -> String {
            Digits.format.signedString(gap.estimate, decimals: Digits.decimals(gap.interval))
        }
        return """
            The gap runs from \(points(least)) points for \(index.link(model: least.model)) to \(points(most)) for \
            \(index.link(model: most.model)).
            """
    }

    /// The gap of every model, standardised over benchmarks.
    func standardised() -> Sentence? {
        let gaps = index.standardisedGaps()
        guard let some = gaps.first else { return nil }
        let benchmarks = Digits.counted(some.benchmarks, "benchmark")
        return Self.count(gaps, of: "models", condition: " (equal weight on \(benchmarks))")
    }

    /// The gap of every model on every benchmark.
    func everywhere() -> Sentence? {
        let gaps = index.document.gaps.filter { $0.form == .raw && $0.benchmark != nil }
        guard gaps.count > 1 else { return nil }
        return Self.count(gaps, of: "pairs of a model and a benchmark")
    }

    /// What the page of the gap opens with: all models, with equal weight on benchmarks where that can be had.
    func opening() -> Sentence {
        let standardised = index.standardisedGaps()
        let raw = index.document.gaps.filter { $0.form == .raw && $0.benchmark != nil }
        guard let some = standardised.first ?? raw.first else {
            return "No benchmark of the study has items of both capabilities, so there is no gap to tell."
        }
        let rate = "one-sided tests at \(Digits.level((1 - some.interval.level) / 2)), adjusted over the models"
        let scope = "equal weight on \(Digits.counted(some.benchmarks, "benchmark"))"
        let conditions =
            (standardised.isEmpty || some.benchmarks == 1 ? [] : [scope])
            + (index.document.models.count > 1 ? [rate] : [])
        let condition = conditions.isEmpty ? "" : " (\(conditions.joined(separator: "; ")))"
        return Self.count(standardised, of: "models", condition: condition)
            ?? Self.count(raw, of: "pairs of a model and a benchmark", condition: condition) ?? ""
    }

    /// On how many benchmarks reasoning is lower, and on how many it is higher, in at least one model.
    func byBenchmark() -> Sentence? {
        let groups = index.document.benchmarks.map { index.gaps(on: $0.id, form: .raw) }.filter { !$0.isEmpty }
        guard groups.count > 1, groups.contains(where: { $0.count > 1 }) else { return nil }
        let counts = groups.map { Count($0) }
        let lower = counts.count { $0.lower > 0 }
        let higher = counts.count { $0.higher > 0 }
        return """
            Reasoning is lower than understanding in at least one model on \(lower == 0 ? "none" : "\(lower)") of \
            \(groups.count) benchmarks, and higher in at least one on \(higher == 0 ? "none" : "\(higher)").
            """
    }

    /// The gap of every model on one benchmark.
    func on(_ benchmark: String) -> Sentence? { Self.count(index.gaps(on: benchmark, form: .raw), of: "models") }

    /// The gap of one model over benchmarks.
    func of(_ model: String) -> Sentence? {
        guard let gap = index.standardisedGaps().first(where: { $0.model == model }) else { return nil }
        let number = Digits.points(gap.estimate, gap.interval)
        let scope = "with equal weight on \(Digits.counted(gap.benchmarks, "benchmark"))"
        switch GapOutcome(gap) {
        case .lower: return "Its reasoning is lower than its understanding: the gap is \(number), \(scope)."
        case .higher: return "Its reasoning is higher than its understanding: the gap is \(number), \(scope)."
        case .open: return "Its reasoning and its understanding cannot be told apart: the gap is \(number), \(scope)."
        }
    }
}
