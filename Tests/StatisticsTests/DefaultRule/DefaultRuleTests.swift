import Statistics
import Testing

@Suite("The default rule") struct DefaultRuleTests {
    private static let plan = BootstrapPlan(seed: 7, name: "rule", replicates: 999)

    private func estimator(_ scores: [Double], _ clusters: [Int]? = nil) -> AccuracyEstimator {
        AccuracyEstimator(ScoreSample(scores: scores, clusters: clusters), plan: Self.plan)
    }

    @Test(
        "always gives an interval with a width that holds the estimate",
        arguments: [
            ([1], nil), ([0, 0, 0], nil), ([0.5, 0.5], nil), ([0.3], nil), ([1, 1, 1, 1], [0, 0, 1, 1]),
            ([1, 0, 1, 0], [0, 0, 0, 0]), ([1, 0, 1, 0], [0, 0, 1, 1]), ([0, 0.25, 1, 0.5], [3, 3, 9, 9]),
            ((0..<50).map { Double($0 % 4) / 3 }, nil), ((0..<50).map { Double($0 % 2) }, (0..<50).map { $0 / 5 }),
        ] as [([Double], [Int]?)])
    func degenerate(scores: [Double], clusters: [Int]?) {
        for level in [0.5, 0.95, 0.999] {
            let interval = estimator(scores, clusters).interval(level: level).interval
            let mean = scores.reduce(0, +) / Double(scores.count)
            #expect(interval.upper > interval.lower)
            #expect(interval.lower >= 0 && interval.upper <= 1)
            #expect(interval.lower <= mean && mean <= interval.upper)
        }
        for method in IntervalMethod.forAccuracy {
            let interval = estimator(scores, clusters).interval(level: 0.95, method: method).interval
            #expect(interval.upper > interval.lower, "\(method)")
        }
    }

    @Test("refuses what is no sample, by a typed error")
    func badSamples() {
        #expect(throws: SampleError.empty) { try ScoreSample(checking: []) }
        #expect(throws: SampleError.notANumber(position: 1)) { try ScoreSample(checking: [0, .nan]) }
        #expect(throws: SampleError.outOfRange(position: 0, score: 7, range: 0...1)) { try ScoreSample(checking: [7]) }
        #expect(throws: SampleError.clusterCount(scores: 2, clusters: 1)) {
            try ScoreSample(checking: [0, 1], clusters: [3])
        }
    }

    @Test("scores of another range keep their interval around the estimate")
    func otherRange() {
        let scores = (0..<40).map { Double($0 % 9) * 5 - 4 }
        let mean = scores.reduce(0, +) / 40
        for method in [nil, IntervalMethod.bcaJoint] {
            let interval = estimator(scores).interval(level: 0.95, method: method).interval
            #expect(interval.lower < mean && mean < interval.upper)
            #expect(interval.lower >= -4 && interval.upper <= 36)
        }
        let constant = estimator([7, 7, 7]).interval(level: 0.95).interval
        #expect(constant.lower < 7 && constant.upper >= 7)
    }

    @Test("names the method by scores and clusters")
    func methods() {
        let scores = (0..<40).map { Double($0 % 2) }
        #expect(estimator(scores).interval(level: 0.95).interval.method == .blaker)
        #expect(
            estimator(scores, (0..<40).map { $0 / 2 }).interval(level: 0.95).interval.method == .exactAtEffectiveSize)
        #expect(estimator(scores.map { $0 * 0.7 }).interval(level: 0.95).interval.method == .exactAtEffectiveSize)
        #expect(estimator([0, 0.5, 1]).interval(level: 0.95).interval.method == .clopperPearson)
        #expect(estimator(scores).interval(level: 0.95, method: .wilson).interval.method == .wilson)
    }

    @Test("judges independent 0/1 scores against a threshold by the exact binomial test", arguments: [30, 33, 36, 40])
    func verdictIsBinomialTest(correct: Int) {
        let scores = (0..<40).map { $0 < correct ? 1.0 : 0 }
        for threshold in stride(from: 0.5, to: 1, by: 0.01) {
            let passes = estimator(scores).bounds(alpha: 0.05).interval.lower >= threshold
            #expect(passes == (BinomialTest.pGreater(correct: correct, size: 40, threshold: threshold) <= 0.05))
        }
    }

    @Test("a p value is the error rate at which the bound meets the threshold")
    func pValues() {
        let clustered = estimator((0..<60).map { ($0 * 7) % 10 < 7 ? 1 : 0 }, (0..<60).map { $0 / 3 })
        let p = clustered.pValue(threshold: 0.6, isBelow: false)
        #expect(clustered.bounds(alpha: p * 1.0001).interval.lower >= 0.6)
        #expect(clustered.bounds(alpha: p * 0.9999).interval.lower < 0.6)
    }

    @Test("items that repeat within clusters count once")
    func duplicatesDoNotTighten() {
        let scores = (0..<30).map { ($0 * 11) % 7 < 4 ? 1.0 : 0 }
        let once = estimator(scores).interval(level: 0.95, method: .clopperPearson).interval
        let copies = scores.flatMap { [$0, $0, $0] }
        let clusters = (0..<90).map { $0 / 3 }
        let thrice = estimator(copies, clusters).interval(level: 0.95).interval
        #expect(thrice.width >= once.width * 0.95)
    }

    @Test("exchanging the models mirrors a paired difference", arguments: [nil, (0..<60).map { $0 / 4 }] as [[Int]?])
    func mirror(clusters: [Int]?) {
        let first = (0..<60).map { ($0 * 7) % 11 < 7 ? 1.0 : 0 }
        let second = (0..<60).map { ($0 * 5) % 13 < 6 ? 1.0 : 0 }
        let a = PairedDifferenceEstimator(first: first, second: second, clusters: clusters)
        let b = PairedDifferenceEstimator(first: second, second: first, clusters: clusters)
        let (x, y) = (a.interval(level: 0.95).interval, b.interval(level: 0.95).interval)
        // An inverse of a step function may be one step off in the mirror.
        #expect(abs(x.lower + y.upper) <= 1.0 / 60 + 1e-12)
        #expect(abs(a.test(plan: Self.plan).pValue - b.test(plan: Self.plan).pValue) < 1e-12)
    }

    @Test("shared clusters that move both parts together narrow their gap")
    func sharedClusters() {
        // Understanding and reasoning of a cluster are right or wrong together.
        let clusters = Array(0..<40)
        let scores = clusters.map { $0 % 5 < 3 ? 1.0 : 0 }
        let part = ScoreSample(scores: scores, clusters: clusters)
        let parts = [CombinationEstimator.Part(part, weight: 1), CombinationEstimator.Part(part, weight: -1)]
        let joint = CombinationEstimator([.init(parts, clusters: [clusters, clusters])], range: -1...1)
        let apart = CombinationEstimator(parts.map { .init([$0]) }, range: -1...1)
        #expect(joint.standardError < 1e-9)
        #expect(joint.interval(level: 0.95).interval.width < apart.interval(level: 0.95).interval.width / 2)
    }
}
