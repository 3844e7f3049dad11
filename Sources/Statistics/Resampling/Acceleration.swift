/// The acceleration constant of BCa: how fast the standard error changes with the estimate. Source: Efron 1987.
public enum Acceleration {
    /// a = Σ d³ / (6 (Σ d²)^1.5), with d_i = mean of the jackknife values − the value without i.
    ///
    /// - Parameter jackknife: The statistic without each item, or each cluster where clusters are resampled.
    /// - Returns: NaN if all values are equal.
    public static func jackknife(_ jackknife: [Double]) -> Double { independentParts([jackknife]) }

    /// The acceleration of a statistic of several independent parts: d_i of part h is scaled by (n_h − 1)/n_h.
    ///
    /// With a single part the scale has no effect.
    ///
    /// - Parameter parts: For each part, the statistic without each of the part's items or clusters.
    public static func independentParts(_ parts: [[Double]]) -> Double {
        var squares = 0.0
        var cubes = 0.0
        for part in parts where !part.isEmpty {
            let count = Double(part.count)
            let mean = part.reduce(0, +) / count
            for value in part {
                let distance = (mean - value) * (count - 1) / count
                squares += distance * distance
                cubes += distance * distance * distance
            }
        }
        return ratio(cubes: cubes, squares: squares)
    }

    /// The acceleration of a weighted sum of independent accuracies Σ w_h k_h / n_h.
    static func accuracies(_ parts: [(correct: Int, size: Int, weight: Double)]) -> Double {
        var squares = 0.0
        var cubes = 0.0
        for part in parts {
            let n = Double(part.size)
            let k = Double(part.correct)
            let p = k / n
            let right = part.weight * (1 - p) / n
            let wrong = -part.weight * p / n
            squares += k * right * right + (n - k) * wrong * wrong
            cubes += k * right * right * right + (n - k) * wrong * wrong * wrong
        }
        return ratio(cubes: cubes, squares: squares)
    }

    /// The acceleration of a mean of values that occur in given counts.
    static func mean(of values: [Double], counts: [Double]) -> Double {
        let total = counts.reduce(0, +)
        var centre = 0.0
        for (value, count) in zip(values, counts) { centre += value * count / total }
        var squares = 0.0
        var cubes = 0.0
        for (value, count) in zip(values, counts) {
            let distance = value - centre
            squares += count * distance * distance
            cubes += count * distance * distance * distance
        }
        return ratio(cubes: cubes, squares: squares)
    }

    private static func ratio(cubes: Double, squares: Double) -> Double {
        squares > 0 ? cubes / (6 * squares * squares.squareRoot()) : .nan
    }
}
