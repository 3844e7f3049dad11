import Statistics
import Testing

@Suite("Change points")
struct ChangePointsTests {
    private func plan(_ name: String, replicates: Int = 199) -> BootstrapPlan {
        BootstrapPlan(seed: 9, name: name, replicates: replicates)
    }

    /// Releases whose items are right with one probability each release, all sharing the difficulty of items.
    private func history(_ name: String, accuracies: [Double], items: Int, clusterSize: Int = 1) -> [[Double]] {
        let key = BootstrapPlan(seed: 10, name: name).key
        func uniform(_ index: Int, _ release: Int) -> Double {
            let word = Philox.block(key: key, replicate: UInt64(release), index: UInt32(index))[0]
            return (Double(word) + 0.5) / 4_294_967_296
        }
        return accuracies.enumerated().map { release, accuracy in
            (0..<items).map { item in
                // Half of what decides an item is its own and the same for all releases; clusters share the other half.
                let own = uniform(item, 1000)
                let noise = uniform(item / clusterSize, release)
                return (own < 0.5 ? own * 2 : noise) < accuracy ? 1 : 0
            }
        }
    }

    @Test("A step is found where it was made, with its size", arguments: [1, 3, 6])
    func step(at release: Int) throws {
        let accuracies = (0..<8).map { $0 < release ? 0.6 : 0.8 }
        let found = ChangePoints(
            scores: history("step", accuracies: accuracies, items: 600), alpha: 0.05, plan: plan("step"))
        #expect(found.points.map(\.release) == [release])
        #expect(abs(try #require(found.points.first).difference - 0.2) < 0.06)
        #expect(found.pValue == 1.0 / 200)
    }

    @Test("Two steps in opposite directions are both found, each against its neighbours")
    func twoSteps() {
        let scores = history("two", accuracies: [0.5, 0.5, 0.5, 0.8, 0.8, 0.8, 0.6, 0.6, 0.6], items: 800)
        let found = ChangePoints(scores: scores, alpha: 0.05, plan: plan("two"))
        #expect(found.points.map(\.release) == [3, 6])
        for (point, expected) in zip(found.points, [0.3, -0.2]) { #expect(abs(point.difference - expected) < 0.07) }
    }

    @Test("Where nothing changed, no more than α of all histories show a change", arguments: [1, 5])
    func falseAlarms(clusterSize: Int) {
        let histories = 300
        let alarms = (0..<histories).count { index in
            let scores = history(
                "none \(index)", accuracies: [Double](repeating: 0.7, count: 6), items: 100, clusterSize: clusterSize)
            let clusters = (0..<100).map { $0 / clusterSize }
            let found = ChangePoints(
                scores: scores, clusters: clusters, alpha: 0.1, plan: plan("\(index)", replicates: 99))
            return !found.points.isEmpty
        }
        // 30 are expected and the standard deviation is 5.2.
        #expect(alarms <= 43)
        #expect(alarms >= 12)
    }

    @Test("Items of a cluster that move together are no evidence on their own")
    func ignoredClusters() {
        let alarms = (0..<100).count { index in
            let scores = history("none \(index)", accuracies: [0.7, 0.7, 0.7, 0.7], items: 100, clusterSize: 20)
            return !ChangePoints(scores: scores, alpha: 0.1, plan: plan("\(index)", replicates: 99)).points.isEmpty
        }
        #expect(alarms > 30)
    }

    @Test("The p value is that of the largest ratio over splits, by every order of every item")
    func bruteForce() {
        let scores: [[Double]] = [[0, 0, 1, 0.5], [0, 1, 1, 0], [1, 1, 0.5, 1]]
        let clusters = [0, 0, 1, 2]
        let orders = [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]]
        func largest(_ choice: [Int]) -> Double {
            func ratio(_ split: Int) -> Double {
                let differences = scores[0].indices.map { item in
                    let own = orders[choice[clusters[item]]].map { scores[$0][item] }
                    return own[split...].reduce(0, +) / Double(3 - split) - own[..<split].reduce(0, +) / Double(split)
                }
                let error = ClusteredStandardError(scores: differences, clusters: clusters)
                if abs(error.mean) < 1e-12 { return 0 }
                return error.corrected < 1e-9 ? .infinity : abs(error.mean) / error.corrected
            }
            return max(ratio(1), ratio(2))
        }
        let observed = largest([0, 0, 0])
        var hits = 0
        for a in 0..<6 { for b in 0..<6 { for c in 0..<6 where largest([a, b, c]) >= observed - 1e-9 { hits += 1 } } }
        let expected = Double(hits) / 216
        #expect(expected > 0.05 && expected < 0.95)
        let found = ChangePoints(
            scores: scores, clusters: clusters, alpha: 0.001, plan: plan("brute", replicates: 20_000))
        #expect(abs(found.pValue - expected) < 0.012)
    }

    @Test("Two releases are tested as a pair")
    func pair() {
        let scores = history("pair", accuracies: [0.5, 0.65], items: 150)
        let found = ChangePoints(scores: scores, alpha: 0.05, plan: plan("pair"))
        let test = PairedDifferenceEstimator(first: scores[1], second: scores[0]).test(plan: plan("pair"))
        #expect(found.pValue == test.pValue)
        #expect(found.points.map(\.release) == [1])
        #expect(found.points.first?.difference == scores[1].reduce(0, +) / 150 - scores[0].reduce(0, +) / 150)
    }

    @Test("Equal releases, one release and none show nothing")
    func nothing() {
        let equal = [[Double]](repeating: [0, 1, 0.5, 1], count: 5)
        let unchanged = ChangePoints(scores: equal, alpha: 0.05, plan: plan(""))
        #expect(unchanged.points.isEmpty && unchanged.pValue == 1)
        #expect(unchanged == ChangePoints(scores: [[1]], alpha: 0.05, plan: plan("")))
        let none = ChangePoints(scores: [], alpha: 0.05, plan: plan(""))
        #expect(none.points.isEmpty && none.pValue == 1)
    }

    @Test("Where all items change by the same, many of them show the change and a single one does not")
    func constantStep() {
        func found(items: Int) -> ChangePoints {
            let scores = [0.25, 0.25, 0.75, 0.75].map { [Double](repeating: $0, count: items) }
            return ChangePoints(scores: scores, alpha: 0.05, plan: plan("constant"))
        }
        let points = found(items: 40).points
        #expect(points.map(\.release) == [2] && points.map(\.difference) == [0.5])
        #expect(points.map(\.pValue) == [1.0 / 200])
        #expect(found(items: 1).points.isEmpty)
    }

    @Test("The same plan gives the same p values, another seed others")
    func determinism() {
        let scores = history("same", accuracies: [0.6, 0.62, 0.66, 0.66], items: 200)
        let one = ChangePoints(scores: scores, alpha: 0.05, plan: plan("same"))
        #expect(one == ChangePoints(scores: scores, alpha: 0.05, plan: plan("same")))
        #expect(one.pValue > 0.01)
        #expect(one.pValue != ChangePoints(scores: scores, alpha: 0.05, plan: plan("other")).pValue)
    }
}
