/// How far stated confidences can be trusted.
public enum Calibration {
    /// Brier 1950: the mean squared distance of confidence and score.
    public static func brier(confidences: [Double], scores: [Double]) -> Double {
        zip(confidences, scores).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) } / Double(scores.count)
    }

    /// The expected calibration error (Naeini and others 2015) with bins of equal width, closed on the right, the first also
    /// on the left.
    public static func expectedError(confidences: [Double], scores: [Double], bins: Int) -> Double {
        var counts = [Double](repeating: 0, count: bins)
        var confidence = counts
        var score = counts
        for (c, s) in zip(confidences, scores) {
            // Edges are j/bins; the division may land a hair beside one, so the edge itself decides.
            var bin = min(bins - 1, max(0, Int((c * Double(bins)).rounded(.up)) - 1))
            while bin > 0, c <= Double(bin) / Double(bins) { bin -= 1 }
            while bin < bins - 1, c > Double(bin + 1) / Double(bins) { bin += 1 }
            counts[bin] += 1
            confidence[bin] += c
            score[bin] += s
        }
        return counts.indices.reduce(0) { $0 + abs(confidence[$1] - score[$1]) } / Double(scores.count)
    }

    /// The area under the risk-coverage curve (El-Yaniv and Wiener 2010): items by falling confidence, ties in one step; the
    /// mean over items of the risk at the coverage at which the item enters.
    public static func areaUnderRiskCoverage(confidences: [Double], scores: [Double]) -> Double {
        let order = confidences.indices.sorted { confidences[$0] > confidences[$1] }
        var area = 0.0
        var errors = 0.0
        var start = 0
        while start < order.count {
            var end = start
            while end + 1 < order.count, confidences[order[end + 1]] == confidences[order[start]] { end += 1 }
            for position in start...end { errors += 1 - scores[order[position]] }
            area += Double(end - start + 1) * errors / Double(end + 1)
            start = end + 1
        }
        return area / Double(scores.count)
    }
}
