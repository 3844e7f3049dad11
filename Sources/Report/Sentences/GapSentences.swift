import Findings

/// Whether reasoning is lower than understanding, in words.
struct GapSentences {
    let index: FindingsIndex

    /// How the intervals of several gaps lie to zero.
    struct Count: Equatable {
        var lower = 0
        var higher = 0
        var open = 0
        var all: Int { lower + higher + open }

        init(_ gaps: [GapFinding]) {
            for gap in gaps {
                if gap.interval.lower > 0 {
                    lower += 1
                } else if gap.interval.upper < 0 {
                    higher += 1
                } else {
                    open += 1
                }
            }
        }
    }

    /// What a group of gaps says; `subject` names what is counted, such as `models`.
    static func count(_ gaps: [GapFinding], of subject: String) -> Sentence? {
        let count = Count(gaps)
        guard count.all > 0 else { return nil }
        if count.all == 1, let gap = gaps.first {
            let number = Digits.points(gap.estimate, gap.interval)
            if count.lower == 1 { return "Reasoning is lower than understanding by \(number)." }
            if count.higher == 1 { return "Reasoning is higher than understanding: the gap is \(number)." }
            return "Understanding and reasoning cannot be told apart: the gap is \(number)."
        }
        let all = "\(count.all) \(subject)"
        if count.lower == count.all { return "Reasoning is lower than understanding in all \(all), each interval above zero." }
        if count.higher == count.all {
            return "Reasoning is higher than understanding in all \(all), each interval below zero."
        }
        if count.open == count.all {
            return "In none of \(all) can reasoning and understanding be told apart: each interval of the gap holds zero."
        }
        var clauses: [String] = []
        if count.lower > 0 { clauses.append("lower than understanding in \(count.lower)") }
        if count.higher > 0 { clauses.append("higher in \(count.higher)") }
        if count.open > 0 { clauses.append("not to be told apart in \(count.open)") }
        return "Of \(all), reasoning is \(Words.list(clauses))."
    }

    /// The gap of every model, standardised over benchmarks.
    func standardised() -> Sentence? {
        let gaps = index.standardisedGaps()
        guard let some = gaps.first, let counted = Self.count(gaps, of: "models") else { return nil }
        let benchmarks = Digits.counted(some.benchmarks, "benchmark")
        let sentence: Sentence = "With equal weight on \(benchmarks): \(counted)"
        return sentence.withLowercasedClause
    }

    /// The gap of every model on every benchmark.
    func everywhere() -> Sentence? {
        let gaps = index.document.gaps.filter { $0.form == .raw && $0.benchmark != nil }
        guard gaps.count > 1 else { return nil }
        return Self.count(gaps, of: "pairs of a model and a benchmark")
    }

    /// The gap of every model on one benchmark.
    func on(_ benchmark: String) -> Sentence? { Self.count(index.gaps(on: benchmark, form: .raw), of: "models") }

    /// The gap of one model over benchmarks.
    func of(_ model: String) -> Sentence? {
        guard let gap = index.standardisedGaps().first(where: { $0.model == model }) else { return nil }
        let number = Digits.points(gap.estimate, gap.interval)
        let scope = "with equal weight on \(Digits.counted(gap.benchmarks, "benchmark"))"
        if gap.interval.lower > 0 {
            return "Its reasoning is lower than its understanding: the gap is \(number), \(scope)."
        }
        if gap.interval.upper < 0 {
            return "Its reasoning is higher than its understanding: the gap is \(number), \(scope)."
        }
        return "Its reasoning and its understanding cannot be told apart: the gap is \(number), \(scope)."
    }
}

extension Sentence {
    /// The text after the first `: ` begins in lower case.
    fileprivate var withLowercasedClause: Sentence {
        guard let first = parts.first, let colon = first.text.firstRange(of: ": ") else { return self }
        var result = self
        let rest = first.text[colon.upperBound...]
        result.parts[0].text = first.text[..<colon.upperBound] + rest.prefix(1).lowercased() + rest.dropFirst()
        return result
    }
}
