/// A distribution as bins of equal width, for a drawing.
public struct DistributionBins: Sendable, Equatable {
    /// The lower edge of the first bin.
    public let start: Double
    /// The width of each bin, positive.
    public let width: Double
    /// The mass of each bin, (lower, upper]; the first and the last bin take the tails. Sums to 1.
    public let masses: [Double]

    /// Spacings of the values per span of the distribution up to which bins are made to hold equally many values each;
    /// beyond, one value more or less in a bin does not show.
    private static let coarsest = 2000.0
    /// The width of the only bin of a distribution with a single value.
    private static let pointWidth = 0.01

    /// - Parameters:
    ///   - distribution: what is binned.
    ///   - most: the largest number of bins, at least 1.
    ///   - coverage: the mass that lies within the bins before the ends take the tails, in (0, 1).
    public init(_ distribution: any ResamplingDistribution, most: Int, coverage: Double = 0.9999) {
        let tail = (1 - coverage) / 2
        let (low, high) = (distribution.quantile(tail), distribution.quantile(1 - tail))
        let span = high - low
        guard span > 0 else {
            (start, width, masses) = (low - Self.pointWidth / 2, Self.pointWidth, [1])
            return
        }
        let spacing = distribution.spacing
        let count: Int
        if spacing * Self.coarsest > span {
            // The values are on a lattice, at least nearly: edges lie between values, equally many in each bin.
            let points = (span / spacing).rounded() + 1
            let pointsPerBin = (points / Double(most)).rounded(.up)
            width = pointsPerBin * spacing
            start = low - spacing / 2
            count = max(1, Int((points / pointsPerBin).rounded(.up)))
        } else {
            width = span / Double(most)
            start = low
            count = most
        }
        var masses: [Double] = []
        var below = 0.0
        for bin in 1...count {
            let upTo = bin == count ? 1 : distribution.cdf(start + Double(bin) * width)
            masses.append(max(0, upTo - below))
            below = max(below, upTo)
        }
        self.masses = masses
    }
}
