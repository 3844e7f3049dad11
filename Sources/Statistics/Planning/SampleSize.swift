/// How many items a study needs.
public enum SampleSize {
    /// More items than any study has; the search ends there.
    public static let largest = 100_000_000

    /// The smallest n at which the default interval of an accuracy near p is expected to be at most this wide.
    ///
    /// The width is that of Blaker's interval at k = round(n p); beyond 20,000 items that of Wilson's, which is then the
    /// same to four digits.
    ///
    /// - Parameters:
    ///   - width: upper end minus lower end, in (0, 1).
    ///   - p: p, in (0, 1).
    ///   - level: 1 − α of the interval, in (0, 1).
    ///   - designEffect: by how much clusters increase the variance; the result is multiplied with it.
    /// - Returns: nil beyond `largest`.
    public static func forWidth(_ width: Double, accuracy p: Double, level: Double, designEffect: Double = 1) -> Int? {
        smallest { n in
            let correct = (Double(n) * p).rounded()
            let interval =
                n <= 20_000
                ? Blaker.interval(correct: Int(correct), size: n, level: level)
                : Wilson.interval(correct: correct, size: Double(n), level: level)
            return interval.width <= width
        }.map { inflated($0, designEffect) }
    }

    /// The smallest n at which an accuracy of p passes a threshold, or fails it where p is below, with the given power: the
    /// probability that the exact one-sided binomial test at alpha rejects.
    public static func forThreshold(
        _ threshold: Double, accuracy p: Double, alpha: Double, power: Double, designEffect: Double = 1
    ) -> Int? {
        guard p != threshold else { return nil }
        return smallest { thresholdPower(size: $0, accuracy: p, threshold: threshold, alpha: alpha) >= power }
            .map { inflated($0, designEffect) }
    }

    /// The probability that the exact one-sided binomial test at alpha tells an accuracy of p from a threshold.
    public static func thresholdPower(size n: Int, accuracy p: Double, threshold t: Double, alpha: Double) -> Double {
        let isAbove = p > t
        // By symmetry the lower test is the upper one of wrong items.
        let (success, null) = isAbove ? (p, t) : (1 - p, 1 - t)
        var (low, high) = (-1, n + 1)
        while high - low > 1 {
            let middle = (low + high) / 2
            if BinomialTest.pGreater(correct: middle, size: n, threshold: null) <= alpha {
                high = middle
            } else {
                low = middle
            }
        }
        return high > n ? 0 : Binomial.survival(high - 1, trials: n, probability: success)
    }

    /// The smallest n at which the exact McNemar test at alpha sees a difference with the given power.
    ///
    /// - Parameters:
    ///   - onlyFirst: the share of items that only the first gets right.
    ///   - onlySecond: the share that only the second gets right.
    ///   - alpha: the two-sided error rate, in (0, 1).
    ///   - power: the probability with which the difference is seen, in (0, 1).
    ///   - designEffect: by how much clusters increase the variance; the result is multiplied with it if it is above
    ///     1.
    public static func forDifference(
        onlyFirst: Double, onlySecond: Double, alpha: Double, power: Double, designEffect: Double = 1
    ) -> Int? {
        guard onlyFirst != onlySecond else { return nil }
        let discordant = onlyFirst + onlySecond
        let difference = abs(onlyFirst - onlySecond)
        // The normal approximation says where to look; the exact power, which is a saw, is searched around it.
        let guess =
            Power.normalSize(discordant: discordant, difference: difference, alpha: alpha, power: power)
        guard guess < 2_000_000 else { return guess < Double(largest) ? inflated(Int(guess), designEffect) : nil }
        var test = McNemarPower(onlyFirst: onlyFirst, onlySecond: onlySecond, alpha: alpha)
        return smallest(near: max(2, Int(guess))) { test.power(size: $0) >= power }.map { inflated($0, designEffect) }
    }

    private static func inflated(_ size: Int, _ designEffect: Double) -> Int {
        Int((Double(size) * max(1, designEffect)).rounded(.up))
    }

    /// The size from which on a condition holds. Power and width are saws over n: a search by halves finds a tooth, then the
    /// last size around it at which the condition fails decides.
    private static func smallest(near start: Int = 2, _ holds: (Int) -> Bool) -> Int? {
        var (low, high) = (1, max(2, start))
        while !holds(high) {
            low = high
            high *= 2
            if high > largest { return nil }
        }
        while high - low > 1 {
            let middle = (low + high) / 2
            if holds(middle) { high = middle } else { low = middle }
        }
        let reach = min(300, max(20, high / 10))
        let last = (max(1, high - reach)...(high + reach)).last { !holds($0) }
        return last.map { $0 + 1 } ?? max(1, high - reach)
    }
}
