/// The score interval of a paired difference of proportions. Source: Tango 1998.
public enum Tango {
    /// The set of Δ with |b − c − nΔ| / sqrt(n(2q + Δ(1 − Δ))) ≤ z_{1 − α/2}.
    public static func interval(_ counts: PairedCounts, level: Double) -> Interval {
        interval(
            onlyFirst: counts.onlyFirst, onlySecond: counts.onlySecond, size: counts.size, level: level)
    }

    /// The interval from b, c and n, for real counts so that an effective size can be used.
    public static func interval(onlyFirst b: Double, onlySecond c: Double, size n: Double, level: Double) -> Interval {
        let z = Normal.criticalValue(level: level)
        let estimate = (b - c) / n
        return Interval(
            lower: end(b, c, n, from: estimate, towards: -1, z: z),
            upper: end(b, c, n, from: estimate, towards: 1, z: z),
            level: level, method: .tango)
    }

    /// The statistic falls in Δ, so the end is where its size first exceeds z, found by bisection to full precision.
    private static func end(
        _ b: Double, _ c: Double, _ n: Double, from estimate: Double, towards bound: Double, z: Double
    ) -> Double {
        var inside = estimate
        var outside = bound
        for _ in 0..<200 {
            let middle = inside + (outside - inside) / 2
            if middle == inside || middle == outside { break }
            if abs(statistic(b, c, n, middle)) <= z { inside = middle } else { outside = middle }
        }
        return inside
    }

    private static func statistic(_ b: Double, _ c: Double, _ n: Double, _ delta: Double) -> Double {
        // q solves 2n q² + B q + C = 0 by its larger root.
        let linear = -b - c + (2 * n - b + c) * delta
        let constant = -c * delta * (1 - delta)
        let root = max(0, linear * linear - 8 * n * constant).squareRoot()
        // For positive B the textbook root subtracts two nearly equal numbers.
        let q = linear > 0 ? (root > 0 ? -2 * constant / (linear + root) : 0) : (root - linear) / (4 * n)
        let variance = n * (2 * q + delta * (1 - delta))
        let distance = b - c - n * delta
        guard variance > 0 else { return distance == 0 ? 0 : .infinity * (distance < 0 ? -1 : 1) }
        return distance / variance.squareRoot()
    }
}
