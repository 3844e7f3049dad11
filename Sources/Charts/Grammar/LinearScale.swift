/// A straight map from values to positions.
struct LinearScale: Sendable, Hashable {
    var domain: ClosedRange<Double>
    /// Positions of the domain's ends; the first may be the greater one.
    var start: Double
    var end: Double

    /// Values outside the domain go to its nearest end, so that nothing leaves the plot.
    func position(_ value: Double) -> Double {
        let width = domain.upperBound - domain.lowerBound
        guard width > 0 else { return (start + end) / 2 }
        let share = min(1, max(0, (value - domain.lowerBound) / width))
        return start + share * (end - start)
    }
}
