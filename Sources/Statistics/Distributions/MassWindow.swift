/// Masses on consecutive integers, the first of which is `first`; masses outside the window are negligible.
public struct MassWindow: Sendable, Equatable {
    /// The integer of the first mass.
    public var first: Int
    /// The masses of `first`, `first + 1`, …
    public var masses: [Double]

    /// Masses that start at `first`, as they are: at least 0, not made to sum to 1.
    public init(first: Int, masses: [Double]) {
        self.first = first
        self.masses = masses
    }

    /// The same masses divided by their sum.
    func normalised() -> MassWindow {
        let total = masses.reduce(0, +)
        return MassWindow(first: first, masses: masses.map { $0 / total })
    }

    /// By place: the sum of the mass there and of all behind it.
    var upperTails: [Double] {
        var tails = masses
        for place in tails.indices.dropLast().reversed() { tails[place] += tails[place + 1] }
        return tails
    }

    /// The window without the ends whose masses do not exceed `cutoff` times the largest, normalised.
    func trimmed(cutoff: Double) -> MassWindow {
        let limit = (masses.max() ?? 0) * cutoff
        guard let start = masses.firstIndex(where: { $0 > limit }),
            let end = masses.lastIndex(where: { $0 > limit })
        else { return self }
        return MassWindow(first: first + start, masses: Array(masses[start...end])).normalised()
    }
}
