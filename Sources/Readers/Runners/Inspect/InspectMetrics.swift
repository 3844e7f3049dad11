import Records

/// The metrics of an Inspect log, and where in a sample the score of each lies.
struct InspectMetrics {
    /// A metric and the value that it averages.
    private struct Source {
        var name: String
        var scorer: String
        /// The metadata key and the value that a sample must have, for the entries of a grouped metric.
        var group: (key: String, values: [String])?
    }

    private(set) var records: [MetricRecord] = []
    private var sources: [Source] = []
    private var claimed: Set<String> = []
    private var names: Set<String> = []
    private(set) var problems: [Problem] = []
    private(set) var clusterFacet: String?

    /// Figures that say how scores spread, not where they lie.
    private static let dispersions: Set<String> = [
        "stderr", "std", "var", "bootstrap_stderr", "bootstrap_std", "ci", "variance", "hierarchical_bootstrap",
    ]
    private static let means: Set<String> = ["accuracy", "mean"]
    /// How many metrics may turn up in samples without being announced.
    private static let largestCount = 256

    init(_ header: InspectHeader, place: InputPlace) {
        for entry in header.entries { addWhole(entry, header, place) }
        for entry in header.entries { addGroups(entry, header) }
        if header.entries.isEmpty {
            for (scorer, metrics) in header.declared {
                let means = metrics.filter { Self.means.contains($0.name) }.map(\.name)
                for name in means { add("\(scorer)/\(name)", Source(name: scorer, scorer: scorer)) }
                if means.isEmpty,
                    metrics.contains(where: { $0.grouping.map { Self.means.contains($0.metric) } ?? false })
                {
                    add("\(scorer)/all", Source(name: scorer, scorer: scorer))
                }
            }
        }
        let figures = header.entries.flatMap(\.metrics) + header.declared.flatMap(\.metrics)
        clusterFacet = figures.lazy.compactMap(\.cluster).first
    }

    // MARK: - Planning

    private mutating func add(_ name: String, _ source: Source, reported: Double? = nil, note: String? = nil) {
        claimed.insert(source.name)
        claimed.insert("\(source.scorer)\u{0}\(source.name)")
        guard names.insert(name).inserted else { return }
        let finite = reported.flatMap { $0.isFinite ? $0 : nil }
        records.append(MetricRecord(name: name, reported: finite, reportedNote: finite == nil ? nil : note))
        sources.append(source)
    }

    /// The metrics over all samples of one entry of the results.
    private mutating func addWhole(_ entry: InspectHeader.ScoreEntry, _ header: InspectHeader, _ place: InputPlace) {
        let source = Source(name: entry.name, scorer: entry.scorer)
        let reducerNote = reducerNote(entry, header)
        // The same value reduced in another way beside its mean: the mean is the one that items can show.
        let hasMean = header.entries.contains {
            $0.name == entry.name && $0.scorer == entry.scorer && ($0.reducer ?? "mean") == "mean"
        }
        if reducerNote != nil, hasMean {
            problems.append(leftOut(entry.name, "reduced by `\(entry.reducer ?? "")`", place))
            return
        }
        let isAmbiguous = header.entries.contains { $0.name == entry.name && $0.scorer != entry.scorer }
        let label = isAmbiguous ? "\(entry.scorer).\(entry.name)" : entry.name
        let before = records.count
        for metric in entry.metrics where grouping(metric, entry, header) == nil && Self.isMean(metric.name) {
            add("\(label)/\(metric.key)", source, reported: metric.value, note: reducerNote)
        }
        for metric in entry.metrics {
            guard let grouping = grouping(metric, entry, header), metric.key == grouping.allLabel,
                Self.isMean(grouping.metric)
            else { continue }
            let note = grouping.all == "groups" ? "the runner averaged the means of the groups" : reducerNote
            add("\(label)/\(metric.key)", source, reported: metric.value, note: note)
        }
        let others = entry.metrics.filter {
            grouping($0, entry, header) == nil && !Self.isMean($0.name) && !Self.isDispersion($0.name)
        }
        if records.count == before {
            for metric in others {
                add(
                    "\(label)/\(metric.key)", source, reported: metric.value,
                    note: "`\(metric.key)` is not known to be a mean over items")
            }
        } else if let first = others.first {
            problems.append(leftOut("\(label)/\(first.key)", "a figure that is not known to be a mean", place))
        }
        if records.count == before { add("\(label)/mean", source) }
    }

    /// The metrics over the subgroups of a grouped metric.
    private mutating func addGroups(_ entry: InspectHeader.ScoreEntry, _ header: InspectHeader) {
        for metric in entry.metrics {
            guard let grouping = grouping(metric, entry, header), metric.key != grouping.allLabel,
                Self.isMean(grouping.metric), reducerNote(entry, header) == nil
            else { continue }
            let values = Self.groupValues(metric.key, grouping)
            add(
                "\(entry.name)/\(metric.key)",
                Source(name: entry.name, scorer: entry.scorer, group: (grouping.key, values)), reported: metric.value)
        }
    }

    /// The grouping of a metric: its own, or, in logs before it was written there, that of the declared metrics.
    private func grouping(
        _ metric: InspectHeader.Metric, _ entry: InspectHeader.ScoreEntry, _ header: InspectHeader
    ) -> InspectHeader.Grouping? {
        if let own = metric.grouping { return own }
        if Self.isMean(metric.name) || Self.isDispersion(metric.name) { return nil }
        return header.declared.first { $0.scorer == entry.scorer }?.metrics.lazy.compactMap(\.grouping).first
    }

    /// The metadata values that the name of a group may stand for: some versions append the metric's name.
    private static func groupValues(_ key: String, _ grouping: InspectHeader.Grouping) -> [String] {
        var values = [key]
        if let template = grouping.template, let slot = template.firstRange(of: "{group_name}") {
            let head = template[..<slot.lowerBound]
            let tail = template[slot.upperBound...].replacing("{metric_name}", with: grouping.metric)
            if key.hasPrefix(head), key.hasSuffix(tail), key.count > head.count + tail.count {
                values.append(String(key.dropFirst(head.count).dropLast(tail.count)))
            }
        }
        if key.hasSuffix("_\(grouping.metric)") { values.append(String(key.dropLast(grouping.metric.count + 1))) }
        return values
    }

    private func reducerNote(_ entry: InspectHeader.ScoreEntry, _ header: InspectHeader) -> String? {
        guard let reducer = entry.reducer, reducer != "mean", (header.epochs ?? 1) > 1 else { return nil }
        return "the runner reduced the epochs of an item by `\(reducer)`, not by their mean"
    }

    private func leftOut(_ name: String, _ found: String, _ place: InputPlace) -> Problem {
        place.problem(
            "metric-left-out", .note, field: name, expected: "a mean over items", found: found,
            remedy: "The mean of the same scores is used instead.")
    }

    private static func isMean(_ name: String) -> Bool { means.contains(withoutCounter(name)) }
    private static func isDispersion(_ name: String) -> Bool { dispersions.contains(withoutCounter(name)) }

    /// Inspect numbers metrics of the same name: `accuracy`, `accuracy2`.
    private static func withoutCounter(_ name: String) -> String {
        String(name.reversed().drop { $0.isNumber }.reversed())
    }

    // MARK: - Reading

    /// The scores of one sample, in the order of `records`; metrics that only samples know are appended.
    ///
    /// - Parameter unreadable: is told the metric's name and what stood in place of a number.
    mutating func scores(of sample: InspectSample, unreadable: (String, String) -> Void) -> [MetricScore] {
        discover(sample)
        var scores: [MetricScore] = []
        for (index, source) in sources.enumerated() {
            if let group = source.group {
                guard let value = sample.metadata(group.key), group.values.contains(value) else { continue }
            }
            let value = InspectScoreValue(Self.value(of: source, in: sample))
            if case .unreadable(let found) = value { unreadable(records[index].name, found) }
            scores.append(MetricScore(metric: index, value: value.number))
        }
        return scores
    }

    private static func value(of source: Source, in sample: InspectSample) -> JSONValue? {
        if let whole = sample.score(source.name), whole.kind != .object { return whole }
        guard let score = sample.score(source.scorer) else { return sample.onlyScore }
        return score.kind == .object ? score[source.name] : score
    }

    private mutating func discover(_ sample: InspectSample) {
        if !sample.namesScorers, !sources.isEmpty { return }
        for (scorer, value) in sample.scores {
            if value.kind == .object {
                for (key, inner) in value.members where !claimed.contains("\(scorer)\u{0}\(key)") {
                    guard InspectScoreValue(inner).number != nil, records.count < Self.largestCount else { continue }
                    let label = names.contains("\(key)/mean") ? "\(scorer).\(key)" : key
                    add("\(label)/mean", Source(name: key, scorer: scorer))
                }
            } else if !claimed.contains(scorer), InspectScoreValue(value).number != nil,
                records.count < Self.largestCount
            {
                add("\(scorer)/mean", Source(name: scorer, scorer: scorer))
            }
        }
    }

    /// Adds a remark to every reported figure.
    mutating func remark(_ note: String) {
        for index in records.indices where records[index].reported != nil {
            records[index].reportedNote = records[index].reportedNote.map { "\($0); \(note)" } ?? note
        }
    }

    /// The name of the scorer of the first metric, whose extracted answer is the run's.
    var firstScorer: String? { sources.first?.scorer }
}
