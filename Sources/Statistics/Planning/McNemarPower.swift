/// The power of the exact two-sided McNemar test for one pair of models, at several numbers of items.
///
/// The probability of rejection given the number of discordant items is the same for every number of items, so that it is
/// computed once, block by block where it is needed.
public struct McNemarPower {
    private let discordant: Double
    private let share: Double
    private let alpha: Double
    /// P(reject | m) for m from a multiple of the block size on.
    private var blocks: [Int: [Double]] = [:]

    private static let blockSize = 128

    /// - Parameters:
    ///   - onlyFirst: p10, the probability that only the first is right.
    ///   - onlySecond: p01, the probability that only the second is right.
    ///   - alpha: the two-sided error rate.
    public init(onlyFirst: Double, onlySecond: Double, alpha: Double) {
        discordant = onlyFirst + onlySecond
        share = discordant > 0 ? onlyFirst / discordant : 0.5
        self.alpha = alpha
    }

    /// The probability that the test rejects, in [0, 1].
    ///
    /// - Parameter size: n, the number of items.
    public mutating func power(size: Int) -> Double {
        guard discordant > 0, size > 0 else { return 0 }
        let window = Binomial.window(trials: size, probability: min(1, discordant))
        var power = 0.0
        var trials = window.first
        while trials < window.first + window.masses.count {
            let block = trials / Self.blockSize
            let end = min((block + 1) * Self.blockSize, window.first + window.masses.count)
            let rejections = rejections(block: block)
            for m in trials..<end { power += window.masses[m - window.first] * rejections[m % Self.blockSize] }
            trials = end
        }
        return min(1, power)
    }

    private mutating func rejections(block: Int) -> [Double] {
        if let known = blocks[block] { return known }
        let start = block * Self.blockSize
        // The largest count c with 2 P(X ≤ c) ≤ α; it never falls as the number of trials grows by one.
        var critical = criticalCount(trials: start)
        func walk(_ probability: Double) -> BinomialWalk {
            BinomialWalk(trials: start, count: critical, probability: probability)
        }
        // Of the first's wins, of the second's, and of either under the null.
        var (first, second, null) = (walk(share), walk(1 - share), walk(0.5))
        var found: [Double] = []
        found.reserveCapacity(Self.blockSize)
        for trials in start..<(start + Self.blockSize) {
            if trials > start {
                first.addTrial()
                second.addTrial()
                null.addTrial()
                while 2 * (critical + 1) < trials {
                    var next = null
                    next.raise()
                    guard isRejected(tail: next.cdf) else { break }
                    null = next
                    first.raise()
                    second.raise()
                    critical += 1
                }
            }
            found.append(critical < 0 ? 0 : max(0, min(1, first.cdf + second.cdf)))
        }
        blocks[block] = found
        return found
    }

    /// Whether the two-sided test rejects at a tail; a tail that only rounding lifts above α/2 is α/2.
    private func isRejected(tail: Double) -> Bool { 2 * tail <= alpha * (1 + 1e-12) }

    private func criticalCount(trials: Int) -> Int {
        func rejects(_ count: Int) -> Bool {
            2 * count < trials && isRejected(tail: Binomial.cdf(count, trials: trials, probability: 0.5))
        }
        // Start a little below the normal approximation and walk up.
        let z = Normal.quantile(alpha / 2)
        var count = max(-1, Int(Double(trials) / 2 + z * Double(trials).squareRoot() / 2) - 2)
        while count >= 0 && !rejects(count) { count -= 1 }
        while rejects(count + 1) { count += 1 }
        return count
    }
}
