/// One hue from faint to strong, even in OKLab lightness, over a domain of round numbers.
///
/// On a light page lightness runs from 0.97 to 0.35; on a dark page low values stay near the page and high values
/// glow, so that "more" stands out from the page in both.
struct HeatRamp: Sendable, Hashable {
    /// Ends of the ramp, the data's range widened to round numbers.
    var domain: ClosedRange<Double>
    var isDark: Bool

    init(values: [Double], limits: ClosedRange<Double>?, isDark: Bool) {
        // Values within a few points must not look like day and night.
        let middle = ((values.min() ?? 0) + (values.max() ?? 1)) / 2
        let low = min(values.min() ?? 0, middle - Self.leastSpan / 2)
        let high = max(values.max() ?? 1, middle + Self.leastSpan / 2)
        let ticks = Ticks(range: low...high, target: 5, isLoose: true).values
        var domain = (ticks.first ?? low)...(ticks.last ?? high)
        if let limits, values.allSatisfy(limits.contains) { domain = domain.clamped(to: limits) }
        self.domain = domain
        self.isDark = isDark
    }

    /// The least range that the ramp is spread over.
    static let leastSpan = 0.05

    /// The colour of a value's cell.
    func colour(of value: Double) -> Colour {
        let share = Scale(domain: domain, start: 0, end: 1).position(value)
        return colour(at: share)
    }

    /// The colour at a share of the ramp, from 0 to 1.
    func colour(at share: Double) -> Colour {
        let lightness = isDark ? 0.27 + share * (0.90 - 0.27) : 0.97 - share * (0.97 - 0.35)
        // Chroma rises to the middle of the ramp and falls a little at the strong end, as far as sRGB allows.
        let strength = isDark ? 0.03 + 0.09 * share * (2 - 1.35 * share) : 0.012 + 0.13 * share * (2 - 1.2 * share)
        return OKLab(lightness: lightness, chroma: strength, hueInDegrees: 252).colour
    }

    /// Black or white, whichever stands out more on a cell; the worst case is a contrast of 4.58.
    static func inkColour(on cell: Colour) -> Colour {
        let (black, white) = (Colour(hex: 0x000000), Colour(hex: 0xFFFFFF))
        return cell.contrast(with: black) >= cell.contrast(with: white) ? black : white
    }
}
