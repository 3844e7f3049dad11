import Charts
import Findings

/// What the findings show of the items of the checklist.
struct ChecklistEvidence: Sendable {
    let index: FindingsIndex
    /// Whether the site has pages of items.
    let hasItems: Bool

    var document: FindingsDocument { index.document }
    private var used: [RunFinding] { document.runs.filter(\.isUsed) }

    private func page(_ page: SitePage, _ title: String) -> Sentence { "\(name: title, path: page.rawValue)" }

    var sampleSize: ChecklistItem.Evidence {
        let sizes = document.benchmarks.map(\.items)
        guard let least = sizes.min(), let most = sizes.max() else { return .none() }
        let range = least == most ? Digits.count(least) : "\(Digits.count(least)) to \(Digits.count(most))"
        let shown: Sentence = "\(range) items a benchmark"
        guard !document.powers.isEmpty else { return .part("\(shown); why so many is not said.") }
        return .part(
            "\(shown); \(page(.benchmarks, "each benchmark’s page")) shows which difference its items can tell. Why so many is for the study to say."
        )
    }

    var uncertainty: ChecklistItem.Evidence {
        let count = document.estimates.count + document.differences.count + document.gaps.count
        guard count > 0 else { return .none() }
        return .whole(
            "All \(Digits.count(count)) accuracies, differences and gaps have intervals at \(Digits.level(document.study.level)), each with its method: \(page(.methods, "methods"))."
        )
    }

    var subgroups: ChecklistItem.Evidence {
        let facets = Set(document.estimates.compactMap { $0.facet?.name }).sorted()
        guard !facets.isEmpty else { return .none("No facet of the items is broken down.") }
        return .whole("Accuracies by \(Words.list(facets)), with intervals: \(page(.benchmarks, "benchmarks")).")
    }

    var missingData: ChecklistItem.Evidence {
        guard !used.isEmpty else { return .none() }
        let missing = used.reduce(0) { $0 + $1.missing }
        let unscored = used.reduce(0) { $0 + $1.unscored }
        return .whole(
            "\(Digits.counted(missing, "missing item")) and \(Digits.counted(unscored, "prediction")) without a score in \(Digits.counted(used.count, "run")), bounded for each estimate: \(page(.about, "logs and provenance"))."
        )
    }

    var unparsedOutputs: ChecklistItem.Evidence {
        guard !used.isEmpty else { return .none() }
        let refused = used.reduce(0) { $0 + $1.refused }
        let unparsed = used.reduce(0) { $0 + $1.unparsed }
        let rule = document.study.unparsed == "wrong" ? "count as wrong" : "are left out"
        return .whole(
            "\(Digits.counted(refused, "refusal")) and \(Digits.counted(unparsed, "answer")) that could not be read; they \(rule): \(page(.models, "models"))."
        )
    }

    var repeats: ChecklistItem.Evidence {
        guard !document.repeats.isEmpty else { return .none("Each item was asked once in each run.") }
        let models = Set(document.repeats.map(\.model)).count
        return .whole("Items asked several times, with the spread of the answers: \(Digits.counted(models, "model")).")
    }

    var modelVersions: ChecklistItem.Evidence {
        guard !document.models.isEmpty else { return .none() }
        let dated = document.models.count { $0.released != nil }
        let started = used.count { $0.startedAt != nil }
        let shown: Sentence =
            "\(page(.models, "Models")) are named; \(dated == 0 ? "none" : "\(dated)") of \(document.models.count) with a date of release, \(started == 0 ? "none" : "\(started)") of \(Digits.counted(used.count, "run")) with the time it was made"
        return dated == document.models.count && started == used.count ? .whole("\(shown).") : .part("\(shown).")
    }

    var thresholds: ChecklistItem.Evidence {
        let thresholds = document.study.thresholds
        guard !thresholds.isEmpty else { return .none("The study judges by no threshold.") }
        return .part(
            "\(Digits.counted(thresholds.count, "threshold")), each with its source: \(page(.verdicts, "verdicts")). When they were set is for the study to say."
        )
    }

    var clusters: ChecklistItem.Evidence {
        let benchmarks = document.benchmarks
        guard !benchmarks.isEmpty else { return .none() }
        let clustered = benchmarks.filter { $0.clusters < $0.items }
        if clustered.isEmpty { return .part("No two items are known to share an image or a patient.") }
        return .whole(
            "Items that share a cluster are taken together on \(clustered.count) of \(Digits.counted(benchmarks.count, "benchmark")): \(page(.benchmarks, "benchmarks"))."
        )
    }

    var comparisons: ChecklistItem.Evidence {
        guard !document.differences.isEmpty else { return .none() }
        return .whole(
            "\(Digits.counted(document.differences.count, "paired difference")) with intervals and tests adjusted for their number: \(page(.compare, "compare"))."
        )
    }

    var dataSource: ChecklistItem.Evidence {
        let sourced = document.benchmarks.count { $0.source != nil }
        guard sourced > 0 else { return .none() }
        let shown: Sentence =
            "\(sourced) of \(Digits.counted(document.benchmarks.count, "benchmark")) with the source: \(page(.benchmarks, "benchmarks"))."
        return sourced == document.benchmarks.count ? .whole(shown) : .part(shown)
    }

    var errorAnalysis: ChecklistItem.Evidence {
        guard hasItems else { return .none() }
        return .part("The items that all or most models get wrong, with each answer: \(page(.items, "items")).")
    }

    var calibration: ChecklistItem.Evidence {
        guard !document.confidences.isEmpty else { return .none("The logs hold no confidences.") }
        return .whole("Calibration and risk by coverage of \(Digits.counted(document.confidences.count, "run")).")
    }

    var availability: ChecklistItem.Evidence {
        .part(
            "Findings, tables and checksums of the \(Digits.counted(document.sources.count, "log")) to download: \(page(.data, "data"))."
        )
    }

    var limits: ChecklistItem.Evidence {
        let caveats = document.claims.reduce(0) { $0 + $1.caveats.count }
        if caveats > 0 { return .part("What each claim cannot tell: \(page(.claims, "claims")).") }
        return .none()
    }
}
