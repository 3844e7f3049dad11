import Foundation

extension Ticks {
    /// Ticks for a scale: by search on a linear one, of the form 1, 2, 5 · 10ᵏ on a log one, and of well-known shares
    /// on a logit one. On the last two they lie inside the range, at least two unless it has no width.
    ///
    /// - Parameter digits: Leading digits tried first on a log scale, such as 1, 3, 7 for sizes of models, or none.
    init(range: ClosedRange<Double>, target: Int, transform: Scale.Transform, digits: [Double] = []) {
        switch transform {
        case .linear: self.init(range: range, target: target)
        case .log: self.init(logarithmic: range, target: target, digits: digits)
        case .logit: self.init(logit: range, target: target)
        }
    }

    /// The first of some ever sparser sets that has at most `target` ticks inside; a range within one decade that holds
    /// fewer than two gets the ticks of a linear scale.
    private init(logarithmic range: ClosedRange<Double>, target: Int, digits: [Double]) {
        let low = max(range.lowerBound, Double.leastNormalMagnitude)
        let high = max(low, range.upperBound)
        let powers = Int(log10(low).rounded(.down))...Int(log10(high).rounded(.up))
        let stride = max(1, (powers.upperBound - powers.lowerBound) / max(1, target))
        var sets: [(digits: [Double], stride: Int)] = [
            ([1, 2, 3, 4, 5, 6, 7, 8, 9], 1), ([1, 2, 5], 1), ([1, 3], 1), ([1], 1), ([1], stride), ([1], stride * 2),
        ]
        // Less than a factor of six is told best by each digit.
        if !digits.isEmpty, high >= low * 6 { sets[0...1] = [(digits, 1)] }
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
        self.init(inside: low...high, target: target)
    }

    /// Shares that people know: the first of some ever sparser sets, each even about the middle, that has at most
    /// `target` ticks inside.
    private init(logit range: ClosedRange<Double>, target: Int) {
        let halves: [[Double]] = [
            [0.0001, 0.0005, 0.001, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.3, 0.4],
            [0.0001, 0.001, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.35],
            [0.0001, 0.001, 0.01, 0.05, 0.1, 0.25], [0.0001, 0.001, 0.01, 0.05, 0.2], [0.0001, 0.001, 0.01, 0.1],
            [0.0001, 0.01, 0.1], [0.0001, 0.01], [0.1], [0.25],
        ]
        for half in halves {
            // Not 1 minus the half, because 1 - 0.9999 is no round number in binary.
            let values = (half + [0.5] + half.reversed().map { (1e4 - ($0 * 1e4).rounded()) / 1e4 })
                .filter(range.contains)
            if values.count >= 2, values.count <= max(2, target) {
                self.init(values: values, step: 0)
                return
            }
        }
        self.init(inside: range, target: target)
    }

    /// Ticks of a linear scale that lie inside the range, more than wished for where fewer than two would; a range of no
    /// width has one.
    private init(inside range: ClosedRange<Double>, target: Int) {
        guard range.upperBound > range.lowerBound * (1 + 1e-9) else {
            self.init(values: [range.lowerBound], step: 0)
            return
        }
        for wish in max(2, target)...(max(2, target) + 6) {
            let ticks = Ticks(range: range, target: wish)
            let inside = ticks.values.filter(range.contains)
            if inside.count >= 2 {
                self.init(values: inside, step: ticks.step)
                return
            }
        }
        self.init(values: [range.lowerBound, range.upperBound], step: 0)
    }
}
