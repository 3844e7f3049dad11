/// The limits of the rule that chooses an interval. The coverage study decides them.
public enum DefaultRule {
    /// Independent items with fractional scores from which their variance is trusted.
    public static let leastFractionalItems = 20
    /// Events of each kind from which BCa serves combinations of counts: items that only one model gets right; right and
    /// wrong items of each part.
    public static let leastEvents = 10
}
