import Foundation

extension Ticks {
    /// Ticks for a scale: by search on a linear one, of the form 1, 2, 5 · 10ᵏ on a log one, and of well-known shares on
    /// a logit one.
    init(range: ClosedRange<Double>, target: Int, transform: Scale.Transform) {
        switch transform {
        case .linear: self.init(range: range, target: target)
        case .log: self.init(logarithmic: range, target: target)
        case .logit: self.init(logit: range, target: target)
        }
    }

    /// The first of some ever sparser sets that has at most `target` ticks inside; a range within one decade that holds
    /// fewer than two gets the ticks of a linear scale.
    private init(logarithmic range: ClosedRange<Double>, target: Int) {
        let low = max(range.lowerBound, Double.leastNormalMagnitude)
        let high = max(low, range.upperBound)
        let powers = Int(log10(low).rounded(.down))...Int(log10(high).rounded(.up))
        let stride = max(1, (powers.upperBound - powers.lowerBound) / max(1, target))
        let sets: [(digits: [Double], stride: Int)] = [
            ([1, 2, 3, 4, 5, 6, 7, 8, 9], 1), ([1, 2, 5], 1), ([1, 3], 1), ([1], 1), ([1], stride), ([1], stride * 2),
        ]
        for set in sets {
            let values = powers.flatMap { power -> [Double] in
                guard (power - powers.lowerBound) % set.stride == 0 else { return [] }
                return set.digits.map { Self.scaled($0, power: power) }
            }.filter { $0 >= low * (1 - 1e-9) && $0 <= high * (1 + 1e-9) }
            if values.count >= 2, values.count <= max(2, target) {
                self.init(values: values, step: 0)
                return
            }
        }
        self.init(range: low...high, target: target)
        values = values.filter { $0 > 0 }
    }

    /// Shares that people know, thinned from the middle outwards to at most `target`.
    private init(logit range: ClosedRange<Double>, target: Int) {
        let sets: [[Double]] = [
            [
                0.0001, 0.001, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98, 0.99,
                0.995, 0.999, 0.9999,
            ],
            [0.0001, 0.001, 0.01, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99, 0.999, 0.9999],
            [0.0001, 0.001, 0.01, 0.1, 0.5, 0.9, 0.99, 0.999, 0.9999],
            [0.0001, 0.01, 0.5, 0.99, 0.9999],
        ]
        for set in sets {
            let values = set.filter(range.contains)
            if values.count >= 2, values.count <= max(2, target) {
                self.init(values: values, step: 0)
                return
            }
        }
        self.init(range: range, target: target)
        values = values.filter { $0 > 0 && $0 < 1 }
    }
}
