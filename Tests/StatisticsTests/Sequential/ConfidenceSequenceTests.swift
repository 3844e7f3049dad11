import Foundation
import Statistics
import Testing

@Suite("Confidence sequence")
struct ConfidenceSequenceTests {
    /// Numbers in (0, 1) from a name.
    private struct Stream {
        let key: UInt64
        var next: UInt32 = 0

        init(_ name: String) { key = BootstrapPlan(seed: 9, name: name).key }

        mutating func uniform() -> Double {
            defer { next += 1 }
            return (Double(Philox.block(key: key, replicate: 0, index: next)[0]) + 0.5) / 4_294_967_296
        }

        /// 1 with probability up, −1 with probability down, else 0.
        mutating func difference(up: Double, down: Double) -> Double {
            let u = uniform()
            return u < up ? 1 : u < up + down ? -1 : 0
        }
    }

    private func differences(_ name: String, count: Int, up: Double, down: Double) -> [Double] {
        var stream = Stream(name)
        return (0..<count).map { _ in stream.difference(up: up, down: down) }
    }

    /// The capitals of both gamblers at every time by the formula, in logarithms; the larger one ever, less log 2.
    private func largestLogCapital(sums: [Double], sizes: [Double], scale: Double, mean m: Double) -> Double {
        var plus = 0.0
        var minus = 0.0
        var largest = 0.0
        for t in sums.indices {
            var squares = 1.0
            for i in 0..<t {
                let running: Double = sums[0...i].reduce(0, +) / (scale + sizes[0...i].reduce(0, +))
                let residual: Double = (sums[i] - running * sizes[i]) / scale
                squares += residual * residual
            }
            let time = Double(t + 1)
            let bet: Double = (2 * log(2 / 0.05) / (squares / time * time * log(1 + time))).squareRoot()
            let y: Double = (sums[t] - m * sizes[t]) / scale
            plus += log(1 + min(bet, 0.5 / (1 + m)) * y)
            minus += log(1 - min(bet, 0.5 / (1 - m)) * y)
            largest = max(largest, plus, minus)
        }
        return largest - log(2)
    }

    @Test("The interval is what a grid of means leaves", arguments: [0, 1, 2])
    func grid(set: Int) {
        let scores = differences("grid \(set)", count: 60, up: 0.5, down: 0.1 * Double(set))
        let clusters = set == 1 ? scores.indices.map { $0 % 7 } : nil
        let units = ClusterSums(scores: scores, clusters: clusters)
        let interval = ConfidenceSequence(differences: scores, clusters: clusters).interval(level: 0.9)
        let step = 0.005
        let scale = units.sizes.max() ?? 1
        let kept = (1..<400).map { -1 + Double($0) * step }.filter {
            largestLogCapital(sums: units.sums, sizes: units.sizes, scale: scale, mean: $0) < log(10)
        }
        #expect(kept.count > 3)
        #expect(abs((kept.first ?? 9) - interval.lower) <= step)
        #expect(abs((kept.last ?? 9) - interval.upper) <= step)
    }

    @Test(
        "No more than α of all paths ever leave the truth out",
        arguments: [(0.05, 0.05), (0.25, 0.25), (0.02, 0.01), (0.4, 0.1), (0.0, 0.04)])
    func coverage(up: Double, down: Double) {
        let paths = 400
        let misses = (0..<paths).count { path in
            let drawn = differences("\(up)/\(down)/\(path)", count: 500, up: up, down: down)
            // The ends hold at all times so far: what was ever left out stays out.
            let interval = ConfidenceSequence(differences: drawn).interval(level: 0.9)
            return !(interval.lower...interval.upper).contains(up - down)
        }
        #expect(misses <= paths / 10)
    }

    @Test("Clusters that are wrong together are bet on as wholes")
    func clusters() {
        let paths = 400
        var (misses, missesOfItems) = (0, 0)
        for path in 0..<paths {
            var stream = Stream("clusters \(path)")
            var (drawn, clusters): ([Double], [Int]) = ([], [])
            for cluster in 0..<100 {
                let difference = stream.difference(up: 0.2, down: 0.2)
                let size = 1 + Int(stream.uniform() * 8)
                drawn += [Double](repeating: difference, count: size)
                clusters += [Int](repeating: cluster, count: size)
            }
            let sequence = ConfidenceSequence(differences: drawn, clusters: clusters, largestCluster: 8)
            if sequence.pValue <= 0.1 { misses += 1 }
            if ConfidenceSequence(differences: drawn).pValue <= 0.1 { missesOfItems += 1 }
        }
        #expect(misses <= paths / 10)
        #expect(missesOfItems > paths / 10)
    }

    @Test("0 is outside exactly where the p value is at most α", arguments: [0.05, -0.08, 0.12])
    func duality(shift: Double) {
        let sequence = ConfidenceSequence(differences: differences("dual", count: 800, up: 0.15 + shift, down: 0.15))
        let p = sequence.pValue
        #expect(p > 0 && p < 0.9)
        let outside = sequence.interval(level: 1 - p * 1.001)
        let inside = sequence.interval(level: 1 - p * 0.999)
        #expect(outside.lower > 0 || outside.upper < 0)
        #expect(inside.lower <= 0 && inside.upper > 0)
    }

    @Test("With the sign of all differences the ends change theirs, to the last bit")
    func sign() {
        let drawn = differences("sign", count: 300, up: 0.3, down: 0.1)
        let (one, other) = (ConfidenceSequence(differences: drawn), ConfidenceSequence(differences: drawn.map { -$0 }))
        let (interval, mirrored) = (one.interval(level: 0.95), other.interval(level: 0.95))
        #expect(interval.lower == -mirrored.upper && interval.upper == -mirrored.lower)
        #expect(one.pValue == other.pValue)
        #expect(interval.method == .bettingSequence)
    }

    @Test("It narrows as items come, and its p value only falls")
    func narrowing() {
        let drawn = differences("narrow", count: 4000, up: 0.15, down: 0.05)
        var (interval, p) = (Interval(lower: -1, upper: 1, level: 0.95, method: .bettingSequence), 1.0)
        for count in [1, 10, 100, 1000, 4000] {
            let sequence = ConfidenceSequence(differences: Array(drawn.prefix(count)))
            let next = sequence.interval(level: 0.95)
            #expect(next.lower >= interval.lower && next.upper <= interval.upper)
            #expect(sequence.pValue <= p)
            (interval, p) = (next, sequence.pValue)
        }
        #expect(interval.lower > 0 && interval.width < 0.1)
        #expect(p < 1e-6)
    }

    @Test("The names of clusters and the order within them do not matter; a larger known M only widens")
    func orders() {
        let drawn = differences("orders", count: 200, up: 0.4, down: 0.1)
        let clusters = drawn.indices.map { $0 / 4 }
        let interval = ConfidenceSequence(differences: drawn, clusters: clusters).interval(level: 0.95)
        let within = drawn.indices.map { $0 / 4 * 4 + 3 - $0 % 4 }
        let turned = ConfidenceSequence(
            differences: within.map { drawn[$0] }, clusters: within.map { 1_000_003 &* (clusters[$0] + 1) })
        #expect(turned.interval(level: 0.95) == interval)
        let wide = ConfidenceSequence(differences: drawn, clusters: clusters, largestCluster: 16).interval(level: 0.95)
        #expect(wide.width > interval.width)
    }

    @Test("No difference at all leaves 0 inside and p = 1, and a million equal ones do not overflow")
    func extremes() {
        let none = ConfidenceSequence(differences: [Double](repeating: 0, count: 100))
        #expect(none.pValue == 1)
        let interval = none.interval(level: 0.95)
        #expect(interval.lower < 0 && interval.upper == -interval.lower)
        let one = ConfidenceSequence(differences: [1])
        #expect(one.mean == 1 && one.interval(level: 0.95).upper == 1)
        let million = ConfidenceSequence(differences: [Double](repeating: 1, count: 1_000_000))
        let narrow = million.interval(level: 0.95)
        #expect(narrow.upper == 1 && narrow.lower > 0.99 && narrow.lower < 1)
    }
}
