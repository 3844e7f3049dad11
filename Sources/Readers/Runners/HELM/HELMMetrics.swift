import Records

/// The metrics of a run, and which statistic of which items belongs to each.
struct HELMMetrics {
    /// The metrics: the plain ones with the one that judges first, then one for each figure of the runner.
    private(set) var records: [MetricRecord] = []
    /// The statistics that were left out because their values are no shares, with the largest value.
    private(set) var leftOut: [(name: String, largest: Double)] = []
    /// The part by which the run is judged.
    let mainSplit: String?

    /// The statistic behind each plain metric, by the metric's position.
    private var statistics: [Int] = []
    private var parted: [HELMPart: [(statistic: Int, metric: Int)]] = [:]

    init(_ scores: HELMScores, _ figures: HELMFigures, _ specification: HELMRunSpecification?) {
        let splits = Set(scores.rows.compactMap(\.part.split) + figures.parts.compactMap(\.split))
        mainSplit = ["test", "valid"].first(where: splits.contains) ?? splits.sorted().first
        var usable: [(name: String, statistic: Int, scale: Double)] = []
        let jury = specification?.juryMetrics ?? []
        for (position, name) in scores.names.enumerated() {
            guard let range = scores.ranges[position] else { continue }
            if let scale = Self.scale(of: name, range: range, isJury: jury.contains(name)) {
                usable.append((name, position, scale))
            } else {
                leftOut.append((name, range.upperBound))
            }
        }
        let groups = specification.map { $0.groups + ($0.name.map { [HELMRunName($0).scenario] } ?? []) } ?? []
        let main = HELMStatistic.main(of: usable.map(\.name), groups: groups, jury: jury)
        if let first = usable.firstIndex(where: { $0.name == main }) { usable.insert(usable.remove(at: first), at: 0) }
        for (name, statistic, scale) in usable {
            statistics.append(statistic)
            let whole = HELMPart(split: mainSplit)
            records.append(Self.record(name, name, scale, figures.mean(of: name, in: whole)))
        }
        // The runner's figures are about the plain instances.
        guard !scores.isPerturbed else { return }
        for (name, statistic, scale) in usable {
            for part in figures.parts {
                guard let mean = figures.mean(of: name, in: part) else { continue }
                parted[part, default: []].append((statistic, records.count))
                records.append(Self.record("\(name) \(part.text)", name, scale, mean))
            }
        }
    }

    private static func record(
        _ name: String, _ statistic: String, _ scale: Double, _ reported: Double?
    ) -> MetricRecord {
        MetricRecord(
            name: name, reported: reported, scale: scale, higherIsBetter: !HELMStatistic.isLowerBetter(statistic))
    }

    private static func scale(of name: String, range: ClosedRange<Double>, isJury: Bool) -> Double? {
        if isJury { return HELMStatistic.juryScale }
        guard range.lowerBound >= 0 else { return nil }
        if range.upperBound <= 1 { return 1 }
        return range.upperBound <= HELMStatistic.juryScale && HELMStatistic.isJuryName(name)
            ? HELMStatistic.juryScale : nil
    }

    /// The scores of an instance. Those of another split than the main one have no score under the plain metrics, so
    /// that they do not mix with it.
    func scores(of row: HELMScores.Row?) -> [MetricScore] {
        guard let row else { return [] }
        let isMain = mainSplit == nil || row.part.split == mainSplit || row.part.split == nil
        var scores: [MetricScore] = []
        for (metric, statistic) in statistics.enumerated() {
            scores.append(MetricScore(metric: metric, value: isMain ? value(statistic, metric, row) : nil))
        }
        for (statistic, metric) in parted[row.part] ?? [] {
            scores.append(MetricScore(metric: metric, value: value(statistic, metric, row)))
        }
        return scores
    }

    private func value(_ statistic: Int, _ metric: Int, _ row: HELMScores.Row) -> Double? {
        guard statistic < row.values.count, !row.values[statistic].isNaN else { return nil }
        return row.values[statistic] / records[metric].scale
    }
}
