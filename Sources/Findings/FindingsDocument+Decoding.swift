extension FindingsDocument {
    enum CodingKeys: String, CodingKey {
        case schema, acuityVersion, study, sources, models, benchmarks, runs, estimates, differences, gaps, groupGaps
        case gapClaims, variances, components, verdicts, ranks, repeats, confidences, comparisons, histories
        case rankComparison, agreements, distributions, powers, thresholdCurves, claims, published, methods, problems
    }

    /// Lists that were added after the first documents of this form may be absent; they are then empty.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        func required<Value: Decodable>(_ key: CodingKeys) throws -> Value {
            try container.decode(Value.self, forKey: key)
        }
        func list<Element: Decodable>(_ key: CodingKeys) throws -> [Element] {
            try container.decodeIfPresent([Element].self, forKey: key) ?? []
        }
        self.init(acuityVersion: try required(.acuityVersion), study: try required(.study))
        schema = try required(.schema)
        sources = try required(.sources)
        models = try required(.models)
        benchmarks = try required(.benchmarks)
        runs = try required(.runs)
        estimates = try required(.estimates)
        differences = try required(.differences)
        gaps = try required(.gaps)
        groupGaps = try required(.groupGaps)
        gapClaims = try required(.gapClaims)
        variances = try required(.variances)
        components = try container.decodeIfPresent(ComponentsFinding.self, forKey: .components)
        verdicts = try required(.verdicts)
        ranks = try required(.ranks)
        repeats = try required(.repeats)
        confidences = try required(.confidences)
        comparisons = try list(.comparisons)
        histories = try list(.histories)
        rankComparison = try container.decodeIfPresent(RankComparisonFinding.self, forKey: .rankComparison)
        agreements = try list(.agreements)
        distributions = try list(.distributions)
        powers = try list(.powers)
        thresholdCurves = try list(.thresholdCurves)
        claims = try list(.claims)
        published = try list(.published)
        methods = try required(.methods)
        problems = try required(.problems)
    }

    /// Adds what another document, read from a later piece of the same text, has in its lists.
    mutating func append(listsOf next: FindingsDocument) {
        sources += next.sources
        models += next.models
        benchmarks += next.benchmarks
        runs += next.runs
        estimates += next.estimates
        differences += next.differences
        gaps += next.gaps
        groupGaps += next.groupGaps
        gapClaims += next.gapClaims
        variances += next.variances
        verdicts += next.verdicts
        ranks += next.ranks
        repeats += next.repeats
        confidences += next.confidences
        comparisons += next.comparisons
        histories += next.histories
        agreements += next.agreements
        distributions += next.distributions
        powers += next.powers
        thresholdCurves += next.thresholdCurves
        claims += next.claims
        published += next.published
        methods += next.methods
        problems += next.problems
    }
}
