import Foundation

/// Round numbers along an axis, by the extended Wilkinson algorithm (Talbot, Lin and Hanrahan 2010, "An Extension of
/// Wilkinson's Algorithm for Positioning Tick Labels on Axes").
///
/// Of all step sizes j·q·10ᶻ with q in {1, 5, 2, 2.5, 4, 3} the search keeps the labelling with the highest weighted
/// sum of simplicity, coverage, density and legibility, weights 0.25, 0.2, 0.5 and 0.05. Bounds on each part end the
/// search early. Legibility is 1 here: the caller asks for fewer ticks where their labels would touch.
struct Ticks: Sendable, Hashable {
    /// Ascending, at least two.
    var values: [Double]
    /// The distance between neighbours.
    var step: Double

    /// Ticks at given places, ascending.
    init(values: [Double], step: Double) {
        self.values = values
        self.step = step
    }

    private static let preferred: [Double] = [1, 5, 2, 2.5, 4, 3]

    /// - Parameters:
    ///   - range: The data's range; a range of no width is widened a little.
    ///   - target: The number of ticks wished for, at least 2.
    ///   - isLoose: Whether the outer ticks must enclose the range.
    init(range: ClosedRange<Double>, target: Int, isLoose: Bool = false) {
        var (low, high) = (range.lowerBound, range.upperBound)
        if high - low < 1e-9 * max(1, abs(low), abs(high)) {
            let margin = max(abs(low) * 0.01, 0.01)
            (low, high) = (low - margin, high + margin)
        }
        let wanted = Double(max(2, target))
        var best = (score: -Double.infinity, values: [low, high], step: high - low)
        search: for skip in 1...40 {
            for (index, q) in Self.preferred.enumerated() {
                let simplest = Self.simplicity(index: index, skip: skip, hasZero: true)
                if Self.score(simplest, 1, 1) < best.score { break search }
                for count in 2...60 {
                    let densest = Double(count) >= wanted ? 2 - Double(count - 1) / (wanted - 1) : 1
                    if Self.score(simplest, 1, densest) < best.score { break }
                    let firstPower = Int(log10((high - low) / Double(count + 1) / Double(skip) / q).rounded(.up))
                    for power in firstPower...(firstPower + 12) {
                        let unit = Self.scaled(q, power: power)
                        let step = Double(skip) * unit
                        let span = step * Double(count - 1)
                        let widest = Self.coverage(excess: max(0, span - (high - low)) / 2, range: high - low)
                        if Self.score(simplest, widest, densest) < best.score { break }
                        let first = Int((high / step).rounded(.down)) * skip - (count - 1) * skip
                        let last = Int((low / step).rounded(.up)) * skip
                        guard first <= last else { continue }
                        for start in first...last {
                            let values = (0..<count).map {
                                Self.scaled(Double(start + $0 * skip) * q, power: power)
                            }
                            let (bottom, top) = (values[0], values[count - 1])
                            if isLoose && (bottom > low + 1e-12 || top < high - 1e-12) { continue }
                            let hasZero = bottom <= 0 && top >= 0 && start % skip == 0
                            let score = Self.score(
                                Self.simplicity(index: index, skip: skip, hasZero: hasZero),
                                Self.coverage(low: bottom - low, high: top - high, range: high - low),
                                Self.density(count: count, wanted: wanted, ticks: (bottom, top), data: (low, high)))
                            if score > best.score { best = (score, values, step) }
                        }
                    }
                }
            }
        }
        values = best.values
        step = best.step
    }

    /// Decimals that tell all ticks exactly when each is multiplied by `factor`, at most 6.
    func decimals(factor: Double) -> Int {
        for decimals in 0..<6 {
            let scale = pow(10, Double(decimals)) * factor
            if values.allSatisfy({ abs(($0 * scale).rounded() - $0 * scale) < 1e-6 * max(1, abs($0 * scale)) }) {
                return decimals
            }
        }
        return 6
    }

    /// value · 10^power, dividing for negative powers because 0.1 is no binary fraction and 10 is one.
    static func scaled(_ value: Double, power: Int) -> Double {
        power < 0 ? value / pow(10, Double(-power)) : value * pow(10, Double(power))
    }

    private static func score(_ simplicity: Double, _ coverage: Double, _ density: Double) -> Double {
        0.25 * simplicity + 0.2 * coverage + 0.5 * density + 0.05
    }

    private static func simplicity(index: Int, skip: Int, hasZero: Bool) -> Double {
        1 - Double(index) / Double(preferred.count - 1) - Double(skip) + (hasZero ? 1 : 0)
    }

    private static func coverage(low: Double, high: Double, range: Double) -> Double {
        1 - 0.5 * (high * high + low * low) / (0.01 * range * range)
    }

    private static func coverage(excess: Double, range: Double) -> Double {
        coverage(low: excess, high: excess, range: range)
    }

    private static func density(
        count: Int, wanted: Double, ticks: (Double, Double), data: (Double, Double)
    ) -> Double {
        let density = Double(count - 1) / (ticks.1 - ticks.0)
        let target = (wanted - 1) / (max(ticks.1, data.1) - min(data.0, ticks.0))
        return 2 - max(density / target, target / density)
    }
}
