/// What a chart needs to lay itself out: colours, the width and a ruler for text.
public struct LayoutContext {
    /// Colours, type and line widths.
    public let theme: Theme
    /// The width to fill.
    public let size: ChartSize
    let setter: TextSetter

    init(theme: Theme, size: ChartSize, setter: TextSetter) {
        self.theme = theme
        self.size = size
        self.setter = setter
    }

    /// The unit of distances: the size of the body text.
    var em: Double { theme.type.body }

    /// The width in ems, by which charts choose their layout: it holds for pixels and points alike.
    var widthInEms: Double { size.width / em }

    /// Whether so little room is left beside names that they go down to small type.
    var isNarrow: Bool { widthInEms < 40 }

    /// Measures a text in one of the theme's sizes.
    func block(
        _ string: String, size: KeyPath<TypeSizes, Double> = \.body, weight: TextStyle.Weight = .regular,
        width: Double? = nil, lines: Int = 1, alignment: TextBlock.Alignment = .start
    ) -> TextBlock {
        setter.block(
            string, style: TextStyle(size: theme.type[keyPath: size], weight: weight), maximumWidth: width,
            maximumLines: lines, alignment: alignment)
    }

    /// Measures a figure or an interval: one line, figures equally wide.
    func number(
        _ string: String, size: KeyPath<TypeSizes, Double> = \.body, weight: TextStyle.Weight = .regular
    ) -> TextBlock {
        let style = TextStyle(size: theme.type[keyPath: size], weight: weight, hasTabularFigures: true)
        return setter.block(string, style: style, maximumWidth: nil, maximumLines: 1, alignment: .start)
    }

    /// Measures a name, which may break after hyphens, low lines and slashes even before a figure.
    func name(
        _ string: String, size: KeyPath<TypeSizes, Double> = \.body, width: Double, lines: Int = 2,
        alignment: TextBlock.Alignment = .start
    ) -> TextBlock {
        let longest = longestPiece(of: string, size: size)
        return Self.balanced(width: width, least: max(longest, width * 0.4)) { width in
            setter.block(
                string, style: TextStyle(size: theme.type[keyPath: size], weight: .regular), maximumWidth: width,
                maximumLines: lines, alignment: alignment, wordBreaks: .afterPunctuation)
        }
    }

    /// A block with lines of about equal length: the narrowest of some widths that needs no more lines.
    static func balanced(width: Double, least: Double, block: (Double) -> TextBlock) -> TextBlock {
        var best = block(width)
        guard best.lineCount > 1, !best.isShortened else { return best }
        for share in [0.9, 0.8, 0.7, 0.6, 0.5] where width * share >= least {
            let narrower = block(width * share)
            guard narrower.lineCount == best.lineCount, !narrower.isShortened else { break }
            best = narrower
        }
        return best
    }

    /// The width of the longest piece of a name between two chances to break.
    func longestPiece(of name: String, size: KeyPath<TypeSizes, Double>) -> Double {
        let pieces = PlainText.withBreaks(PlainText.cleaned(name)).unicodeScalars.split {
            $0 == " " || $0 == "\u{200B}"
        }
        return pieces.map { block(String($0), size: size).width }.max() ?? 0
    }

    /// The height of a line of text in one of the theme's sizes.
    func lineHeight(_ size: KeyPath<TypeSizes, Double> = \.body) -> Double {
        block("Hg", size: size).height
    }
}
