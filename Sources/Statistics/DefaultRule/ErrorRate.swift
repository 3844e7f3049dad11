import Foundation

/// p values of intervals: the smallest one-sided error rate at which an interval excludes something.
enum ErrorRate {
    /// The smallest α at which a condition that holds for large α holds; 1 if it does not hold at ½. Not below 1e-15, since
    /// the level 1 − 2α cannot be told from 1 there.
    static func smallest(at excludes: (Double) -> Bool) -> Double {
        guard excludes(0.4999) else { return 1 }
        // Bisection on a logarithmic scale: small p values matter by their order of magnitude.
        var (low, high) = (-15.0, -0.30112)
        guard !excludes(pow(10, low)) else { return pow(10, low) }
        for _ in 0..<40 {
            let middle = (low + high) / 2
            if excludes(pow(10, middle)) { high = middle } else { low = middle }
        }
        return pow(10, high)
    }
}
