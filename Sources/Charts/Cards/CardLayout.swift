import Foundation

/// Places the parts of a card: series and label above, title and finding in the middle, strip and source below.
struct CardLayout {
    private let card: Card
    private let theme: Theme
    private let setter: TextSetter
    private var drawn: Scene

    private static let band = 20.0
    private static let left = 76.0
    private static let right = Card.size.width - 64
    private static let top = 54.0
    private static let bottom = Card.height - 48
    private static var width: Double { right - left }

    /// Sizes of the title with the lines that it may take, the largest first.
    private static let titles = [(92.0, 1), (76, 1), (58, 2), (48, 3)]
    /// Sizes of the finding, the largest first; the last one takes an ellipsis.
    private static let findings = [50.0, 44, 40, 36, 32]
    private static let findingLines = 5

    init(card: Card, theme: Theme, setter: TextSetter) {
        self.card = card
        self.theme = theme
        self.setter = setter
        drawn = Scene(width: Card.size.width, height: Card.height, text: card.text, background: theme.page)
    }

    mutating func scene() -> Scene {
        let edge = Rectangle(x: 0, y: 0, width: Self.band, height: Card.height)
        drawn.add(Shape(geometry: .rectangle(edge, radius: 0), fill: theme[card.accent]))
        var y = head() + 30
        let foot = foot()
        let below = card.strip.map { strip(above: foot - 34, $0) } ?? foot
        let title = title()
        add(title, y: y, .ink)
        y += title.height + 18
        if let text = card.finding, let finding = finding(text, height: below - 26 - y) { add(finding, y: y, .ink) }
        return drawn
    }

    /// The mark of an interval, the series and the label; returns where they end.
    private mutating func head() -> Double {
        let style = TextStyle(size: 28, weight: .semibold)
        let label = card.label.map {
            setter.block($0, style: style, maximumWidth: Self.width / 2, maximumLines: 1, alignment: .start)
        }
        let line = setter.block("Hg", style: style, maximumWidth: nil, maximumLines: 1, alignment: .start)
        let middle = Self.top + line.height / 2
        var end = Self.right
        if let label {
            let box = Rectangle(
                x: Self.right - label.width - 32, y: middle - label.height / 2 - 8, width: label.width + 32,
                height: label.height + 16)
            drawn.add(
                Shape(
                    geometry: .rectangle(box.inset(by: 1.5), radius: 8), stroke: theme[.inconclusive], strokeWidth: 3))
            add(label, x: box.x + 16, y: middle - label.height / 2, .inconclusive)
            end = box.x - 32
        }
        let mark = (from: Self.left, to: Self.left + 46)
        let whiskers = [mark.from + 2, mark.to - 2].map { [Point($0, middle - 11), Point($0, middle + 11)] }
        drawn.add(
            Shape(
                geometry: .lines([[Point(mark.from, middle), Point(mark.to, middle)]] + whiskers),
                stroke: theme[card.accent], strokeWidth: 4))
        drawn.add(
            Shape(
                geometry: .circle(centre: Point((mark.from + mark.to) / 2, middle), radius: 10),
                fill: theme[card.accent]))
        let series = setter.block(
            card.series, style: TextStyle(size: 30, weight: .medium), maximumWidth: end - mark.to - 18,
            maximumLines: 1, alignment: .start)
        add(series, x: mark.to + 18, y: middle - series.height / 2, .muted)
        return middle + line.height / 2
    }

    /// The source on one line; returns where it begins.
    private mutating func foot() -> Double {
        let source = block(card.source, 25, .regular, lines: 1)
        add(source, y: Self.bottom - source.height, .muted)
        return Self.bottom - source.height
    }

    /// The number and the line of intervals; returns where they begin.
    private mutating func strip(above bottom: Double, _ strip: Card.Strip) -> Double {
        let height = 34.0
        let middle = bottom - height / 2
        let style = TextStyle(size: 25, weight: .regular, hasTabularFigures: true)
        let ends = [strip.lowerEnd, strip.upperEnd].map {
            setter.block($0, style: style, maximumWidth: nil, maximumLines: 1, alignment: .start)
        }
        let (from, to) = (Self.left + ends[0].width + 20, Self.right - ends[1].width - 20)
        add(ends[0], x: Self.left, y: middle - ends[0].height / 2, .muted)
        add(ends[1], x: to + 20, y: middle - ends[1].height / 2, .muted)
        drawn.add(
            Shape(
                geometry: .lines([[Point(from, middle), Point(to, middle)]]), stroke: theme[.grid], strokeWidth: 4))
        let span = strip.scale.upperBound - strip.scale.lowerBound
        func place(_ value: Double) -> Double {
            guard span > 0 else { return (from + to) / 2 }
            return from + min(1, max(0, (value - strip.scale.lowerBound) / span)) * (to - from)
        }
        func capsule(_ interval: Card.Interval, height: Double, fill: Colour) -> Shape {
            let width = max(8, place(interval.upper) - place(interval.lower))
            let centre = (place(interval.upper) + place(interval.lower)) / 2
            let box = Rectangle(x: centre - width / 2, y: middle - height / 2, width: width, height: height)
            return Shape(geometry: .rectangle(box, radius: 4), fill: fill)
        }
        let pale = theme[.axis].mixed(with: theme.page, share: 0.55)
        for other in strip.others { drawn.add(capsule(other, height: 10, fill: pale)) }
        for x in strip.others.map({ place($0.estimate) }) {
            drawn.add(
                Shape(
                    geometry: .lines([[Point(x, middle - 11), Point(x, middle + 11)]]), stroke: theme[.axis],
                    strokeWidth: 4))
        }
        // A rim in the page's colour keeps the interval apart from those that it lies on.
        var rim = capsule(strip.shown, height: height, fill: theme[card.accent])
        rim.stroke = theme.page
        rim.strokeWidth = 4
        drawn.add(rim)
        drawn.add(capsule(strip.shown, height: height, fill: theme[card.accent]))
        let x = place(strip.shown.estimate)
        drawn.add(
            Shape(
                geometry: .lines([[Point(x, middle - height / 2 + 6), Point(x, middle + height / 2 - 6)]]),
                stroke: theme.page, strokeWidth: 4))
        let number = setter.block(
            strip.number, style: TextStyle(size: 40, weight: .semibold, hasTabularFigures: true),
            maximumWidth: Self.width * 0.6, maximumLines: 1, alignment: .start)
        let start = Self.left + number.width + 22
        let words = words(strip.words, width: Self.right - start)
        let y = middle - height / 2 - 12 - number.height
        drawn.add(PlacedText(block: number, x: Self.left, y: y, colour: theme[card.accent]))
        add(words, x: start, y: y + number.baseline - words.baseline, .muted)
        return y
    }

    /// The title as large as it fits.
    private func title() -> TextBlock {
        var last = block(card.title, Self.titles[0].0, .semibold, lines: Self.titles[0].1, isName: true)
        for (size, lines) in Self.titles.dropFirst() where last.isShortened {
            last = block(card.title, size, .semibold, lines: lines, isName: true)
        }
        return last
    }

    /// What a number is, on one line beside it.
    private func words(_ text: String, width: Double) -> TextBlock {
        let blocks = [27.0, 24, 21].map {
            setter.block(
                text, style: TextStyle(size: $0, weight: .regular), maximumWidth: width, maximumLines: 1,
                alignment: .start)
        }
        return blocks.first { !$0.isShortened } ?? blocks[0]
    }

    /// The finding as large as it fits, else its first clauses, else as much of it as fits; nil where no line does.
    private func finding(_ text: String, height: Double) -> TextBlock? {
        let whole = fitted(text, height: height)
        guard whole?.isShortened == true else { return whole }
        var rest = text
        while let end = rest.range(of: "; ", options: .backwards) {
            rest = String(rest[..<end.lowerBound])
            if let clauses = fitted(rest + "; …", height: height), !clauses.isShortened { return clauses }
        }
        return whole
    }

    /// A text as large as it fits, at the smallest size with an ellipsis.
    private func fitted(_ text: String, height: Double) -> TextBlock? {
        var last: TextBlock?
        for size in Self.findings {
            let line = block("Hg", size, .regular, lines: 1).height
            let lines = min(Self.findingLines, Int(height / line))
            guard lines > 0 else { continue }
            let found = block(text, size, .regular, lines: lines)
            if !found.isShortened { return found }
            last = found
        }
        return last
    }

    private func block(
        _ text: String, _ size: Double, _ weight: TextStyle.Weight, lines: Int, isName: Bool = false
    ) -> TextBlock {
        setter.block(
            text, style: TextStyle(size: size, weight: weight), maximumWidth: Self.width, maximumLines: lines,
            alignment: .start, wordBreaks: isName && lines > 1 ? .afterPunctuation : .never)
    }

    private mutating func add(_ block: TextBlock, x: Double = CardLayout.left, y: Double, _ role: ColourRole) {
        drawn.add(PlacedText(block: block, x: x, y: y, colour: theme[role]))
    }
}
