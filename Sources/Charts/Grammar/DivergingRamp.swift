/// Blue through the page's colour to orange, even in OKLab and symmetric around zero: for differences.
struct DivergingRamp: Sendable, Hashable {
    /// The greatest distance from zero; values beyond it have the colour of the end.
    var limit: Double
    var page: Colour
    var isDark: Bool

    /// - Parameter values: Differences; the limit is the greatest magnitude, widened to a round number, and at least
    ///   0.01, so that differences below a point never look strong.
    init(values: [Double], page: Colour, isDark: Bool) {
        let most = values.map(abs).max() ?? 0
        limit = Ticks(range: 0...max(most, 0.01), target: 3, isLoose: true).values.last ?? 1
        self.page = page
        self.isDark = isDark
    }

    /// Orange above zero, blue below.
    func colour(of value: Double) -> Colour { colour(at: value / limit) }

    /// - Parameter share: From −1 to 1; 0 is the page.
    func colour(at share: Double) -> Colour {
        let share = min(1, max(-1, share))
        let strength = abs(share)
        let paper = OKLab(page).lightness
        let end = isDark ? 0.72 : 0.50
        let hue = share > 0 ? 55.0 : 252
        return OKLab(
            lightness: paper + (end - paper) * strength, chroma: 0.14 * strength, hueInDegrees: hue
        ).colour
    }
}
