import Charts
import Findings

/// What holds of a claim, how surely, and what published numbers alone can tell, in words.
struct ClaimSentences {
    let index: FindingsIndex
    let claim: ClaimFinding

    /// What was found, in one sentence.
    func outcome() -> Sentence {
        guard !claim.counted.isEmpty else { return "Nothing of the study's logs bears on it." }
        switch claim.about {
        case .kinds: return kinds(claim.counted, measure: "on")
        case .gap: return gap()
        case .variance: return variance()
        case .threshold: return threshold()
        }
    }

    /// What belongs to the outcome: other cuts of the same numbers.
    func details() -> [Sentence] {
        switch claim.about {
        case .kinds: return [byEstimate(), overall()].compactMap(\.self) + sizes()
        case .gap: return [byModels(), overBenchmarks()].compactMap(\.self)
        case .variance: return [shares()].compactMap(\.self)
        case .threshold: return [nearest()].compactMap(\.self)
        }
    }

    /// How the verdict was reached, and how sure it is.
    func rule() -> Sentence {
        let part = claim.about == .kinds || claim.about == .gap ? "benchmark" : "model"
        let parts = Digits.counted(claim.counted.count, part)
        let asked =
            claim.least == claim.counted.count
            ? "each of \(parts) supports" : "at least \(claim.least) of \(parts) support"
        let sure =
            claim.about == .threshold
            ? "The verdicts need no adjustment for their number, since all of them must agree (intersection-union)."
            : "The intervals hold for all \(parts) at once at a level of \(Digits.level(claim.level))."
        return """
            The claim holds if \(asked) it; here \(tally(claim.supporting, claim.contradicting, claim.open)). \(sure)
            """
    }

    /// What the published counts say without the simulation of items; nil for a study of real logs.
    func published() -> Sentence? {
        guard let counts = claim.counts else { return nil }
        let found = tally(counts.supporting, counts.contradicting, counts.open)
        let start: Sentence =
            "From the published counts alone, whichever items models share: \(found). By them the claim \(Self.verb(counts.verdict))"
        guard counts.verdict == claim.verdict else {
            return
                "\(start); the rest of what stands here comes from simulated items and is no finding about the real models."
        }
        return "\(start), as it does here."
    }

    /// The verdict as a clause: `holds`, `is open`.
    private static func verb(_ verdict: ClaimVerdict) -> String { verdict == .open ? "is open" : verdict.words }

    private func tally(_ supporting: Int, _ contradicting: Int, _ open: Int) -> String {
        Words.list([
            "\(supporting) \(Words.verb(supporting, "supports", "support")) it",
            "\(contradicting) \(Words.verb(contradicting, "contradicts", "contradict")) it",
            "\(open) \(Words.verb(open, "leaves", "leave")) it open",
        ])
    }

    private func benchmarks(_ parts: [ClaimPart]) -> Sentence {
        Sentence.list(parts.compactMap(\.benchmark).map { index.link(benchmark: $0) })
    }

    // MARK: Kinds

    private var first: String { claim.first ?? "" }
    private var second: String { claim.second ?? "" }

    private func kinds(_ parts: [ClaimPart], measure: String) -> Sentence {
        let groups = ClaimSupport.allCases.map { support in parts.filter { $0.support == support } }
        let (supporting, contradicting, open) = (groups[0], groups[1], groups[2])
        let matches =
            (claim.margin ?? 0) > 0
            ? "matches the best \(second) one (within \(Self.points(claim.margin ?? 0))) or beats it"
            : "is not below the best \(second) one"
        var clauses: [Sentence] = []
        if !supporting.isEmpty { clauses.append("the best \(first) model \(matches) on \(benchmarks(supporting))") }
        if !contradicting.isEmpty {
            let subject = clauses.isEmpty ? "the best \(first) model" : "it"
            clauses.append("\(subject) falls short of the best \(second) one on \(benchmarks(contradicting))")
        }
        if !open.isEmpty {
            clauses.append(
                clauses.isEmpty
                    ? "whether the best \(first) model \(matches) cannot be said on \(benchmarks(open))"
                    : "neither can be said on \(benchmarks(open))")
        }
        let joined = clauses.dropFirst().reduce(clauses[0]) { "\($0); \($1)" }
        return "\(Self.capitalised(joined))."
    }

    /// `1 point`, `2.5 points`.
    private static func points(_ score: Double) -> String {
        let number = Digits.plain(score * 100)
        return "\(number) \(number == "1" ? "point" : "points")"
    }

    private static func capitalised(_ sentence: Sentence) -> Sentence {
        var sentence = sentence
        if let opening = sentence.parts.first, !opening.isName {
            sentence.parts[0].text = Words.capitalised(opening.text)
        }
        return sentence
    }

    /// On how many benchmarks the first kind is ahead by estimate, which alone says nothing.
    private func byEstimate() -> Sentence? {
        let ahead = claim.counted.filter { $0.estimate > 0 }
        let count = claim.counted.count
        guard count > 1 else { return nil }
        if ahead.isEmpty { return "By estimate alone no \(first) model leads on any of \(count) benchmarks." }
        return """
            By estimate alone, which says nothing of how sure it is, a \(first) model leads on \(ahead.count) of \(count) \
            benchmarks: \(benchmarks(ahead)).
            """
    }

    /// The difference of the best macro-averages.
    private func overall() -> Sentence? {
        guard let part = claim.parts.first(where: { $0.benchmark == nil && $0.parameters == nil }),
            let one = part.first, let other = part.second
        else { return nil }
        return """
            By macro-average, \(index.link(model: one)) minus \(index.link(model: other)) is \
            \(Digits.points(part.estimate, part.interval)).
            """
    }

    /// What each size that both kinds have says.
    private func sizes() -> [Sentence] {
        let all = claim.parts.filter { $0.benchmark != nil }
        let sizes = Set(all.compactMap(\.parameters)).sorted()
        return sizes.map { size in
            let parts = all.filter { $0.parameters == size }
            let found = tally(
                parts.count { $0.support == .supports }, parts.count { $0.support == .contradicts },
                parts.count { $0.support == .open })
            return
                "Among models of \(Digits.parameters(size)) alone, of \(Digits.counted(parts.count, "benchmark")), \(found)."
        }
    }

    // MARK: Gap

    private func gap() -> Sentence {
        var clauses: [Sentence] = []
        let stands = claim.counted(.supports)
        if !stands.isEmpty { clauses.append("reasoning is below understanding on \(benchmarks(stands))") }
        let against = claim.counted(.contradicts)
        let divided = against.filter { ($0.lower ?? 0) > 0 }
        let turned = against.filter { ($0.lower ?? 0) == 0 }
        if !turned.isEmpty { clauses.append("it turns round on \(benchmarks(turned))") }
        if !divided.isEmpty { clauses.append("models point both ways on \(benchmarks(divided))") }
        let open = claim.counted(.open)
        if !open.isEmpty { clauses.append("nothing can be said on \(benchmarks(open))") }
        if stands.isEmpty { clauses.insert("on no benchmark is reasoning surely below understanding", at: 0) }
        let joined = clauses.dropFirst().reduce(clauses[0]) { "\($0); \($1)" }
        return "\(Self.capitalised(joined))."
    }

    /// In how many pairs of a model and a benchmark reasoning is below by estimate, and in how many surely.
    private func byModels() -> Sentence? {
        let parts = claim.counted
        let pairs = parts.reduce(0) { $0 + ($1.lower ?? 0) + ($1.higher ?? 0) + ($1.undecided ?? 0) }
        guard pairs > 1 else { return nil }
        let below = parts.reduce(0) { $0 + ($1.below ?? 0) }
        let (lower, higher) = parts.reduce((0, 0)) { ($0.0 + ($1.lower ?? 0), $0.1 + ($1.higher ?? 0)) }
        return """
            Of \(pairs) pairs of a model and a benchmark, reasoning is below understanding in \(below) by estimate alone; by a \
            test adjusted over the models it is lower in \(lower), higher in \(higher), and in \(pairs - lower - higher) neither \
            can be said.
            """
    }

    private func overBenchmarks() -> Sentence? {
        guard let part = claim.parts.first(where: { $0.benchmark == nil }) else { return nil }
        let side =
            part.interval.lower > 0
            ? "so that on average reasoning is lower"
            : part.interval.upper < 0 ? "so that on average reasoning is higher" : "which leaves it open"
        return """
            Over benchmarks of equal weight, the mean gap of all models is \(Digits.points(part.estimate, part.interval)), \
            \(side).
            """
    }

    // MARK: Variance

    private func variance() -> Sentence {
        let count = claim.counted.count
        let asked =
            (claim.minimum ?? 0) > 0
            ? "at least \(Self.points(claim.minimum ?? 0))" : "more than sampling noise explains"
        let supporting = claim.supporting
        let start: Sentence =
            supporting == count
            ? "For \(count == 1 ? "the model" : "each of \(count) models") accuracy varies between benchmarks by \(asked)"
            : "For \(supporting == 0 ? "none" : "\(supporting)") of \(count) models accuracy surely varies between benchmarks by \(asked)"
        guard let least = claim.counted.min(by: { $0.estimate < $1.estimate }),
            let most = claim.counted.max(by: { $0.estimate < $1.estimate }), let model = least.model
        else { return "\(start)." }
        func deviation(_ part: ClaimPart) -> String {
            Digits.format.string(part.estimate, decimals: 1) + " points "
                + Digits.format.interval(lower: part.interval.lower, upper: part.interval.upper, decimals: 1)
        }
        guard count > 1, let other = most.model, model != other else {
            return "\(start): the standard deviation beyond noise is \(deviation(least))."
        }
        return """
            \(start): the standard deviation beyond noise runs from \(deviation(least)) for \(index.link(model: model)) to \
            \(deviation(most)) for \(index.link(model: other)).
            """
    }

    private func shares() -> Sentence? { VarianceSentences(index: index).components() }

    // MARK: Threshold

    private func threshold() -> Sentence {
        let verdicts = VerdictSentences(index: index)
        guard let threshold = index.document.study.thresholds.first(where: { $0.id == claim.threshold }),
            let sentence = verdicts.opening(threshold)
        else { return "The study has no verdicts on the threshold." }
        return sentence
    }

    /// The model that comes nearest by counts alone.
    private func nearest() -> Sentence? {
        let known = claim.counted.filter { $0.published != nil }
        guard let most = known.max(by: { ($0.published?.estimate ?? 0) < ($1.published?.estimate ?? 0) }),
            let published = most.published, let model = most.model, known.count > 1
        else { return nil }
        return """
            On its weakest benchmark as a whole, which the published counts give, the best model, \(index.link(model: model)), \
            stands at \(Digits.sentence(published.estimate, published.interval)); the minimum is \
            \(Digits.level(most.reference)).
            """
    }
}
