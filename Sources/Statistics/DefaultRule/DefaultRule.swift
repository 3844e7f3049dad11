/// The limits of the rule that chooses an interval, and the words that go with it.
///
/// Measured over 203 proportions at the 95 % level: exact BCa covers 0.937 to 0.954 from 20 items on and is narrower than
/// Clopper-Pearson; below that, and with all scores equal, it falls short.
public enum DefaultRule {
    /// Items from which BCa serves 0/1 scores.
    public static let leastItems = 20
    /// Clusters from which BCa serves clustered items.
    public static let leastClusters = 20
    /// Items from which BCa serves fractional scores.
    public static let leastFractionalItems = 30
    /// Discordant items from which BCa serves paired differences.
    public static let leastDiscordant = 10
}
