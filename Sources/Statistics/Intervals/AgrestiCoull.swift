/// The adjusted Wald interval of a proportion. Source: Agresti and Coull 1998.
public enum AgrestiCoull {
    /// The interval of k of n, clipped to [0, 1]: p̃ ± z sqrt(p̃(1 − p̃)/ñ) with ñ = n + z², p̃ = (k + z²/2)/ñ.
    public static func interval(correct k: Double, size n: Double, level: Double) -> Interval {
        let z = Normal.criticalValue(level: level)
        let size = n + z * z
        let centre = (k + z * z / 2) / size
        let half = z * (centre * (1 - centre) / size).squareRoot()
        return Interval(lower: centre - half, upper: centre + half, level: level, method: .agrestiCoull)
            .clipped(to: 0...1)
    }
}
