/// How several lines of one quantity are told apart: by dash first and by lightness second.
struct LineStyle {
    var colour: Colour
    var dash: [Double]
    var width: Double

    /// - Parameters:
    ///   - index: Of the line; the first is the strongest.
    ///   - count: Of the lines.
    init(index: Int, count: Int, role: ColourRole, context: LayoutContext) {
        let em = context.em
        let share = count > 1 ? Double(index) / Double(count - 1) * 0.36 : 0
        colour = context.theme[role].mixed(with: context.theme.page, share: share)
        let dashes: [[Double]] = [
            [], [0.85, 0.3], [0.3, 0.26], [0.85, 0.26, 0.2, 0.26], [1.5, 0.4], [0.5, 0.5],
            [1.2, 0.26, 0.2, 0.26, 0.2, 0.26], [0.16, 0.4],
        ]
        dash = dashes[index % dashes.count].map { $0 * em }
        width = em * 0.15
    }
}

extension KeyEntry {
    static func line(_ word: String, style: LineStyle, context: LayoutContext) -> KeyEntry {
        let width = context.em * 2.6
        return KeyEntry(word: word, width: width) { scene, centre in
            let piece = [Point(centre.x - width / 2, centre.y), Point(centre.x + width / 2, centre.y)]
            scene.add(
                Shape(geometry: .lines([piece]), stroke: style.colour, strokeWidth: style.width, dash: style.dash))
        }
    }
}
