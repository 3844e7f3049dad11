import Findings
import Statistics
import Study

/// How far stated confidences can be trusted.
struct ConfidenceAnalyzer {
    let data: BenchmarkData
    let study: Study
    let threads: Int

    /// Bins of the reliability diagram.
    private static let bins = 10

    /// A finding for each model whose run has confidences.
    func confidences() -> [ConfidenceFinding] { data.models.compactMap(finding) }

    private func finding(_ model: ModelScores) -> ConfidenceFinding? {
        guard let stated = model.confidences else { return nil }
        let items = (0..<data.itemCount).filter { !stated[$0].isNaN && !model.scores[$0].isNaN }
        guard !items.isEmpty else { return nil }
        let confidences = items.map { stated[$0] }
        let scores = items.map { model.scores[$0] }
        let clusters = data.clusters.map { clusters in items.map { clusters[$0] } }
        let squares = zip(confidences, scores).map { ($0 - $1) * ($0 - $1) }
        let brier = ScoreSample(scores: squares, clusters: clusters)
        let error = Calibration.expectedCalibrationError(confidences: confidences, scores: scores, bins: Self.bins)
        return ConfidenceFinding(
            model: model.model, benchmark: data.entry.id, items: items.count, clusters: brier.clusterCount,
            meanConfidence: confidences.reduce(0, +) / Double(items.count), brier: brier.mean,
            brierInterval: interval(brier), calibrationError: error,
            calibrationInterval: calibrationInterval(
                confidences, scores, clusters, estimate: error, model: model.model),
            riskCoverageArea: Calibration.areaUnderRiskCoverage(confidences: confidences, scores: scores),
            bins: bins(confidences, scores, clusters), coverage: coverage(confidences, scores, clusters),
            basis: study.isSimulated ? .simulation : .logs)
    }

    private func interval(_ sample: ScoreSample) -> IntervalFinding {
        IntervalFinding(
            AccuracyEstimator(
                sample, plan: BootstrapPlan(seed: study.seed, name: data.entry.id, replicates: study.replicates)
            ).interval(level: study.level))
    }

    /// The basic interval of the expected calibration error: a replicate's error is too large by about as much as the
    /// estimate is, since noise in a bin never lowers it, and the basic interval turns that round.
    private func calibrationInterval(
        _ confidences: [Double], _ scores: [Double], _ clusters: [Int]?, estimate: Double, model: String
    ) -> IntervalFinding {
        let positions = clusters.map(ClusterSums.positions) ?? Array(scores.indices)
        let count = (positions.max() ?? 0) + 1
        let places = confidences.map { Calibration.bin($0, of: Self.bins) }
        // A bin adds |Σ (confidence − score)| / n to the error.
        let columns = (0..<Self.bins).map { bin in
            var sums = [Double](repeating: 0, count: count)
            var sizes = sums
            for index in scores.indices {
                sizes[positions[index]] += 1
                if places[index] == bin { sums[positions[index]] += confidences[index] - scores[index] }
            }
            return ClusterColumn(numerators: sums, denominators: sizes)
        }
        let plan = BootstrapPlan(
            seed: study.seed, name: "\(data.entry.id)/\(model)/calibration", replicates: study.replicates,
            threads: threads)
        let drawn = JointBootstrap.run(columns: columns, plan: plan).columns
        let replicates = (0..<study.replicates).map { replicate in drawn.reduce(0) { $0 + abs($1[replicate]) } }
        let tail = (1 - study.level) / 2
        let reason = "the error's replicates are too large, as the estimate is"
        guard let distribution = DiscreteDistribution(replicates: replicates) else {
            return IntervalFinding(
                lower: 0, upper: 1, level: study.level, method: "basic-joint", reason: "nothing varies")
        }
        let lower = max(0, 2 * estimate - distribution.quantile(1 - tail))
        let upper = min(1, max(estimate, 2 * estimate - distribution.quantile(tail)))
        guard upper > lower else {
            return IntervalFinding(
                lower: 0, upper: 1, level: study.level, method: "basic-joint", reason: "nothing varies")
        }
        return IntervalFinding(
            lower: min(lower, estimate), upper: upper, level: study.level, method: IntervalMethod.basicJoint.rawValue,
            reason: reason)
    }

    private func bins(_ confidences: [Double], _ scores: [Double], _ clusters: [Int]?) -> [CalibrationBin] {
        let places = confidences.map { Calibration.bin($0, of: Self.bins) }
        return (0..<Self.bins).compactMap { bin in
            let members = places.indices.filter { places[$0] == bin }
            guard !members.isEmpty else { return nil }
            let count = Double(members.count)
            let sample = ScoreSample(
                scores: members.map { scores[$0] }, clusters: clusters.map { clusters in members.map { clusters[$0] } })
            return CalibrationBin(
                lower: Double(bin) / Double(Self.bins), upper: Double(bin + 1) / Double(Self.bins),
                items: members.count,
                meanConfidence: members.reduce(0) { $0 + confidences[$1] } / count,
                accuracy: sample.mean, interval: interval(sample))
        }
    }

    /// Accuracy on the most confident tenth, two tenths ... of the items; items of equal confidence enter together.
    private func coverage(_ confidences: [Double], _ scores: [Double], _ clusters: [Int]?) -> [CoveragePoint] {
        let order = confidences.indices.sorted { (-confidences[$0], $0) < (-confidences[$1], $1) }
        var points: [CoveragePoint] = []
        for tenth in 1...10 {
            var count = max(1, (order.count * tenth + 9) / 10)
            while count < order.count, confidences[order[count]] == confidences[order[count - 1]] { count += 1 }
            guard points.last?.items != count else { continue }
            let members = order.prefix(count)
            let sample = ScoreSample(
                scores: members.map { scores[$0] }, clusters: clusters.map { clusters in members.map { clusters[$0] } })
            points.append(
                CoveragePoint(
                    coverage: Double(count) / Double(order.count), items: count, accuracy: sample.mean,
                    interval: interval(sample)))
        }
        return points
    }
}
