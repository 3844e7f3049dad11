/// How well confidences agree with scores.
public enum Calibration {
    /// The mean of (confidence − score)². Source: Brier 1950.
    public static func brier(confidences: [Double], scores: [Double]) -> Double {
        var sum = 0.0
        for (confidence, score) in zip(confidences, scores) { sum += (confidence - score) * (confidence - score) }
        return sum / Double(scores.count)
    }

    /// Σ (items of the bin / n) |mean confidence − mean score| over bins of equal width.
    ///
    /// Bins are closed on the right, the first also on the left. Source: Naeini, Cooper and Hauskrecht 2015.
    ///
    /// - Parameters:
    ///   - confidences: In [0, 1].
    ///   - scores: In [0, 1], one a confidence.
    ///   - bins: The number of bins.
    /// - Returns: NaN if a confidence is not a number.
    public static func expectedCalibrationError(confidences: [Double], scores: [Double], bins: Int) -> Double {
        guard confidences.allSatisfy(\.isFinite) else { return .nan }
        var gaps = [Double](repeating: 0, count: bins)
        for (confidence, score) in zip(confidences, scores) {
            gaps[bin(confidence, of: bins)] += confidence - score
        }
        return gaps.reduce(0) { $0 + abs($1) } / Double(scores.count)
    }

    /// The bin of a confidence, from 0: bins of equal width, closed on the right, the first also on the left.
    public static func bin(_ confidence: Double, of bins: Int) -> Int {
        // A decimal such as 0.3 must not leave its bin because 0.3 · 10 is above 3 in binary.
        let position = (confidence * Double(bins) - 1e-9).rounded(.up)
        return Int(min(Double(bins), max(1, position))) - 1
    }

    /// The mean over items of the risk at the coverage at which the item enters.
    ///
    /// Items enter by falling confidence, equal confidences in one step; the risk is the mean of 1 − score of those
    /// that entered. Source: Geifman and El-Yaniv 2017.
    public static func areaUnderRiskCoverage(confidences: [Double], scores: [Double]) -> Double {
        let order = confidences.indices.sorted { (-confidences[$0], $0) < (-confidences[$1], $1) }
        var area = 0.0
        var loss = 0.0
        var start = 0
        while start < order.count {
            var end = start
            while end + 1 < order.count && confidences[order[end + 1]] == confidences[order[start]] { end += 1 }
            for position in start...end { loss += 1 - scores[order[position]] }
            area += Double(end - start + 1) * loss / Double(end + 1)
            start = end + 1
        }
        return area / Double(order.count)
    }
}
