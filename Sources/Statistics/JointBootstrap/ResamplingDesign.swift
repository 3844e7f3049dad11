/// How a replicate is drawn.
public enum ResamplingDesign: Sendable, Equatable {
    /// All units among themselves: items, or whole clusters (one stage, as Davison and Hinkley 1997, section 3.8, recommend).
    case units
    /// The units of each stratum among themselves, so that every replicate has as many of each stratum as the sample.
    ///
    /// The stratum of each unit. Stratum h draws from a stream of its own, under the plan's name followed by `/stratum h`.
    case stratified([Int])
    /// Clusters first, then in each drawn cluster of m items m of its items (two stages).
    ///
    /// The cluster of each unit, which is an item. The items draw from a stream of their own, under the plan's name
    /// followed by `/items`. Overstates the variance of clusters of few items.
    case twoStage([Int])
}
