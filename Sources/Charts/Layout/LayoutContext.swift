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

    /// Measures a text in one of the theme's sizes.
    func block(
        _ string: String, size: KeyPath<TypeSizes, Double> = \.body, weight: TextStyle.Weight = .regular,
        width: Double? = nil, lines: Int = 1, alignment: TextBlock.Alignment = .start
    ) -> TextBlock {
        setter.block(
            string, style: TextStyle(size: theme.type[keyPath: size], weight: weight), maximumWidth: width,
            maximumLines: lines, alignment: alignment)
    }

    /// The height of a line of text in one of the theme's sizes.
    func lineHeight(_ size: KeyPath<TypeSizes, Double> = \.body) -> Double {
        block("Hg", size: size).height
    }
}
