import Foundation

/// Writes a scene as SVG.
///
/// Written here rather than by Cairo for three reasons: Cairo numbers its identifiers over the life of the process,
/// repeats each glyph for each size, and uses style attributes, which a page with a strict content security policy
/// refuses. Text becomes outlines, one a glyph and face, reused at all sizes; the words stand in `title` and `desc`.
struct SVGWriter {
    let setter: TextSetter
    let unit: ChartSize.Unit

    /// The whole file, UTF-8. It has no style sheet, script or link to anything outside.
    func data(of scene: Scene) -> Data {
        var glyphs = GlyphTable(setter: setter)
        var body = MarkupText()
        for element in scene.elements {
            switch element {
            case .text(let text): glyphs.add(text, to: &body)
            case .shape(let shape): Self.add(shape, to: &body)
            }
        }
        let (width, height) = (Self.number(scene.width), Self.number(scene.height))
        let mark = unit == .point ? "pt" : ""
        var svg = MarkupText()
        svg.add("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"\(width)\(mark)\" height=\"\(height)\(mark)\"")
        svg.add(" viewBox=\"0 0 \(width) \(height)\" role=\"img\">")
        svg.add("<title>")
        svg.add(escaped: PlainText.cleaned(scene.text.title))
        svg.add("</title><desc>")
        svg.add(escaped: PlainText.cleaned(scene.summary))
        svg.add("</desc>")
        if let background = scene.background {
            svg.add("<path fill=\"\(background.hexString)\" d=\"M0 0h\(width)v\(height)H0z\"/>")
        }
        // Identifiers begin with a digest of the outlines: two drawings on one page either share the same outlines
        // under the same names or differ in all names.
        let digest = Self.digest(of: glyphs.definitions)
        svg.add("<defs>")
        svg.add(glyphs.definitions.replacing(GlyphTable.prefix, with: digest))
        svg.add("</defs>")
        svg.add(body.replacing(GlyphTable.prefix, with: digest))
        svg.add("</svg>\n")
        return Data(svg.bytes)
    }

    /// A number with at most two decimals and no needless zeros.
    static func number(_ value: Double) -> String {
        var text = MarkupText()
        text.add(value)
        return String(decoding: text.bytes, as: UTF8.self)
    }

    /// FNV-1a over 64 bits, in base 36, after a letter.
    private static func digest(of text: MarkupText) -> String {
        let hash = text.bytes.reduce(UInt64(0xCBF2_9CE4_8422_2325)) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
        return "g" + String(hash & 0xFF_FFFF_FFFF, radix: 36) + "-"
    }

    private static func add(_ shape: Shape, to text: inout MarkupText) {
        switch shape.geometry {
        case .rectangle(let box, let radius):
            text.add("<rect x=\"", box.x, "\" y=\"", box.y)
            text.add("\" width=\"", box.width, "\" height=\"", box.height)
            if radius > 0 { text.add("\" rx=\"", radius) }
        case .circle(let centre, let radius):
            text.add("<circle cx=\"", centre.x, "\" cy=\"", centre.y)
            text.add("\" r=\"", radius)
        case .leftHalfDisc(let centre, let radius):
            text.add("<path d=\"M", centre.x, " ", centre.y + radius)
            text.add("A", radius, " ", radius)
            text.add(" 0 0 1 ", centre.x, " ", centre.y - radius)
            text.add("z")
        case .polygon(let points):
            text.add("<path d=\"")
            add(points, to: &text)
            text.add("z")
        case .lines(let lines):
            text.add("<path d=\"")
            for line in lines { add(line, to: &text) }
        }
        text.add("\" fill=\"")
        if let fill = shape.fill { text.add(fill) } else { text.add("none") }
        if let stroke = shape.stroke {
            text.add("\" stroke=\"")
            text.add(stroke)
            if shape.strokeWidth != 1 { text.add("\" stroke-width=\"", shape.strokeWidth) }
            if !shape.dash.isEmpty {
                text.add("\" stroke-dasharray=\"\(shape.dash.map(number).joined(separator: " "))")
            }
        }
        text.add("\"/>")
    }

    private static func add(_ points: [Point], to text: inout MarkupText) {
        for (position, point) in points.enumerated() { text.add(position == 0 ? "M" : "L", point.x, " ", point.y) }
    }
}

/// The outlines that a drawing uses, numbered in the order of first use.
private struct GlyphTable {
    /// Stands for the digest until all outlines are known; the character cannot occur in cleaned text.
    static let prefix: UInt8 = 1

    private struct Key: Hashable {
        var face: Int
        var identifier: UInt32
    }

    private let setter: TextSetter
    /// Nil for a glyph without ink.
    private var numbers: [Key: Int?] = [:]
    private var count = 0
    private var scales: [Double: String] = [:]
    private(set) var definitions = MarkupText()

    init(setter: TextSetter) {
        self.setter = setter
    }

    mutating func add(_ text: PlacedText, to markup: inout MarkupText) {
        let size = text.block.style.size
        var isOpen = false
        // Positions are written in thousandths of an em, the unit of the outlines.
        for glyph in setter.glyphs(of: text.block) {
            guard let number = number(of: glyph) else { continue }
            if !isOpen {
                markup.add("<g fill=\"")
                markup.add(text.colour)
                markup.add("\" transform=\"translate(", text.x, " ", text.y + text.block.baseline)
                markup.add(")scale(\(scale(size)))\">")
                isOpen = true
            }
            markup.add("<use href=\"#\u{1}")
            markup.add(number, radix: 36)
            markup.add("\" x=\"")
            markup.add(Int((glyph.x / size * 1000).rounded()))
            let y = Int(((glyph.y - text.block.baseline) / size * 1000).rounded())
            if y != 0 {
                markup.add("\" y=\"")
                markup.add(y)
            }
            markup.add("\"/>")
        }
        if isOpen { markup.add("</g>") }
    }

    /// Thousandths of a size, to five significant figures.
    private mutating func scale(_ size: Double) -> String {
        if let known = scales[size] { return known }
        let text = String(format: "%.5g", size / 1000)
        scales[size] = text
        return text
    }

    private mutating func number(of glyph: PlacedGlyph) -> Int? {
        let key = Key(face: glyph.face, identifier: glyph.identifier)
        if let known = numbers[key] { return known }
        let path = setter.path(of: glyph)
        guard !path.isEmpty else {
            numbers[key] = .some(nil)
            return nil
        }
        let number = count
        count += 1
        numbers[key] = number
        definitions.add("<path id=\"\u{1}")
        definitions.add(number, radix: 36)
        definitions.add("\" d=\"\(path)\"/>")
        return number
    }
}
