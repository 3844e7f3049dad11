import Findings

/// Where models are weak, in words.
struct SubgroupSentences {
    let index: FindingsIndex

    /// The value of a facet on which most models have their lowest estimate; says nothing of tests, because none is made.
    func lowest(_ estimates: [EstimateFinding], by facet: String) -> Sentence? {
        var counts: [String: Int] = [:]
        var models = 0
        for own in Dictionary(grouping: estimates, by: \.model).values where own.count > 1 {
            guard
                let least = own.min(by: { ($0.estimate, $0.facet?.value ?? "") < ($1.estimate, $1.facet?.value ?? "") }
                ),
                let value = least.facet?.value
            else { continue }
            counts[value, default: 0] += 1
            models += 1
        }
        guard let most = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }), models > 0 else { return nil }
        let name = Sentence(parts: [Sentence.Part(text: most.key, path: nil, isName: true)])
        if models == 1 { return "The lowest estimate by \(facet) is that on \(name)." }
        return
            "Of \(models) models, \(most.value) \(Words.verb(most.value, "has its", "have their")) lowest estimate by \(facet) on \(name)."
    }
}
