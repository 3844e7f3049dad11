import BootstrapKernels
import Foundation

/// The sign-flip permutation test of paired differences (Pitman 1937): the two-sided p value is the share of sign patterns
/// whose sum is at least as far from 0 as the observed one. For clusters, pass the sums of whole clusters.
public enum SignFlip {
    /// - Parameters:
    ///   - differences: one difference an item, or the sum of a cluster.
    ///   - replicates: sign patterns drawn where neither a lattice nor enumeration serves; p is then (1 + hits)/(1 + R).
    public static func pValue(_ differences: [Double], replicates: Int = 10_000, seed: UInt64 = 0, name: String = "") -> Double {
        let values = differences.filter { $0 != 0 }.map { abs($0) }
        let observed = abs(differences.reduce(0, +))
        guard !values.isEmpty else { return 1 }
        if let steps = lattice(values) { return exact(steps.values, observed: (observed / steps.unit).rounded()) }
        if values.count <= 20 { return enumerated(values, observed: observed) }
        return sampled(values, observed: observed, replicates: replicates, key: JointBootstrap.key(seed: seed, name: name))
    }

    /// The values as whole multiples of 1, ½, ⅓, … 1/60, or nil.
    private static func lattice(_ values: [Double]) -> (values: [Int], unit: Double)? {
        for denominator in 1...60 {
            let scaled = values.map { $0 * Double(denominator) }
            guard scaled.allSatisfy({ abs($0 - $0.rounded()) <= 1e-9 * max(1, $0) && $0 < 1e6 }) else { continue }
            let whole = scaled.map { Int($0.rounded()) }
            // Beyond this the convolution of the distinct values' windows would take longer than sampling.
            return Set(whole).count <= 64 && whole.reduce(0, +) <= 20_000_000 ? (whole, 1 / Double(denominator)) : nil
        }
        return nil
    }

    /// P(|Σ ±v| ≥ observed) by convolution; the sum of m flips of value v is v (2 Bin(m, ½) − m).
    ///
    /// Masses below 1e-60 of the largest are left out where many clusters enter, and p is at least 1e-50 there: smaller
    /// values would claim more than the arithmetic holds.
    private static func exact(_ values: [Int], observed: Double) -> Double {
        var counts: [Int: Int] = [:]
        for value in values { counts[value, default: 0] += 1 }
        let isLarge = values.count > 1000
        // Entry i stands for the sum first + i.
        var first = 0
        var masses = [1.0]
        for (value, count) in counts.sorted(by: { $0.key < $1.key }) {
            let window = Binomial.window(trials: count, probability: 0.5, cutoff: isLarge ? 1e-60 : 1e-300)
            var next = [Double](repeating: 0, count: masses.count + 2 * value * (window.masses.count - 1))
            for (index, mass) in window.masses.enumerated() where mass > 0 {
                for (position, known) in masses.enumerated() { next[2 * value * index + position] += mass * known }
            }
            masses = next
            first += value * (2 * window.first - count)
        }
        var p = 0.0
        for (index, mass) in masses.enumerated() where Double(abs(first + index)) >= observed - 1e-9 { p += mass }
        return min(1, isLarge ? max(p, 1e-50) : p)
    }

    private static func enumerated(_ values: [Double], observed: Double) -> Double {
        let patterns = 1 << values.count
        let limit = observed - 1e-12 * max(1, observed)
        var hits = 0
        for pattern in 0..<patterns {
            var sum = 0.0
            for (index, value) in values.enumerated() { sum += pattern >> index & 1 == 1 ? value : -value }
            if abs(sum) >= limit { hits += 1 }
        }
        return Double(hits) / Double(patterns)
    }

    private static func sampled(_ values: [Double], observed: Double, replicates: Int, key: UInt64) -> Double {
        let keys: [UInt32] = [UInt32(truncatingIfNeeded: key), UInt32(truncatingIfNeeded: key >> 32)]
        let limit = observed - 1e-12 * max(1, observed)
        var hits = 0
        for replicate in 0..<replicates {
            var sum = 0.0
            for block in 0..<((values.count + 127) / 128) {
                let counter: [UInt32] = [UInt32(block), 0, UInt32(truncatingIfNeeded: replicate), UInt32(replicate >> 32)]
                var bits = [UInt32](repeating: 0, count: 4)
                acuity_philox(counter, keys, &bits)
                for index in (block * 128)..<min(values.count, block * 128 + 128) {
                    let bit = index - block * 128
                    sum += bits[bit / 32] >> UInt32(bit % 32) & 1 == 1 ? values[index] : -values[index]
                }
            }
            if abs(sum) >= limit { hits += 1 }
        }
        return Double(1 + hits) / Double(1 + replicates)
    }
}
