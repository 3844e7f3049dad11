import Foundation

/// A map from values to positions along one direction, straight after a transform of the values.
struct Scale: Sendable, Hashable {
    /// What values go through before they are spread evenly.
    enum Transform: Sendable, Hashable {
        /// Equal differences are equal distances.
        case linear
        /// Equal ratios are equal distances; for values above 0.
        case log
        /// Equal odds ratios are equal distances; for shares strictly between 0 and 1.
        case logit
    }

    var domain: ClosedRange<Double>
    /// Positions of the domain's ends; the first may be the greater one.
    var start: Double
    var end: Double
    var transform: Transform = .linear

    /// Values outside the domain go to its nearest end, so that nothing leaves the plot.
    func position(_ value: Double) -> Double {
        let low = transformed(domain.lowerBound)
        let width = transformed(domain.upperBound) - low
        guard width > 0 else { return (start + end) / 2 }
        let share = min(1, max(0, (transformed(value) - low) / width))
        return start + share * (end - start)
    }

    private func transformed(_ value: Double) -> Double {
        switch transform {
        case .linear: return value
        case .log: return Foundation.log(max(value, Double.leastNormalMagnitude))
        case .logit:
            let share = min(1 - Self.logitMargin, max(Self.logitMargin, value))
            return Foundation.log(share / (1 - share))
        }
    }

    /// The least share that the logit scale tells from 0.
    static let logitMargin = 1e-6
}
