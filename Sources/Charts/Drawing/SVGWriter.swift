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
        let body = scene.elements.map { element in
            switch element {
            case .text(let text): glyphs.markup(of: text)
            case .shape(let shape): Self.markup(of: shape)
            }
        }.joined()
        let definitions = glyphs.definitions
        let (width, height) = (Self.number(scene.width), Self.number(scene.height))
        let mark = unit == .point ? "pt" : ""
        var svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"\(width)\(mark)\" height=\"\(height)\(mark)\""
        svg += " viewBox=\"0 0 \(width) \(height)\" role=\"img\">"
        svg += "<title>\(Self.escaped(scene.text.title))</title><desc>\(Self.escaped(scene.summary))</desc>"
        if let background = scene.background {
            svg += "<path fill=\"\(background.hexString)\" d=\"M0 0h\(width)v\(height)H0z\"/>"
        }
        // Identifiers begin with a digest of the outlines: two drawings on one page either share the same outlines
        // under the same names or differ in all names.
        let digest = Self.digest(of: definitions)
        svg += "<defs>\(definitions)</defs>\(body)".replacingOccurrences(of: GlyphTable.prefix, with: digest)
        return Data((svg + "</svg>\n").utf8)
    }

    /// Text for an element's content, after cleaning.
    static func escaped(_ text: String) -> String {
        PlainText.cleaned(text).replacingOccurrences(of: "&", with: "&amp;")
            .replacingOccurrences(of: "<", with: "&lt;").replacingOccurrences(of: ">", with: "&gt;")
            .replacingOccurrences(of: "\"", with: "&quot;").replacingOccurrences(of: "'", with: "&#39;")
    }

    /// A number with at most two decimals and no needless zeros.
    static func number(_ value: Double) -> String {
        let hundredths = Int((value * 100).rounded())
        let (whole, rest) = (hundredths.magnitude / 100, hundredths.magnitude % 100)
        var text = hundredths < 0 ? "-" : ""
        if whole > 0 || rest == 0 { text += "\(whole)" }
        if rest > 0 { text += rest % 10 == 0 ? ".\(rest / 10)" : rest < 10 ? ".0\(rest)" : ".\(rest)" }
        return text == "-0" ? "0" : text
    }

    /// FNV-1a over 64 bits, in base 36, after a letter.
    private static func digest(of text: String) -> String {
        let hash = text.utf8.reduce(UInt64(0xCBF2_9CE4_8422_2325)) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
        return "g" + String(hash & 0xFF_FFFF_FFFF, radix: 36) + "-"
    }

    private static func markup(of shape: Shape) -> String {
        var attributes = " fill=\"\(shape.fill?.hexString ?? "none")\""
        if let stroke = shape.stroke {
            attributes += " stroke=\"\(stroke.hexString)\""
            if shape.strokeWidth != 1 { attributes += " stroke-width=\"\(number(shape.strokeWidth))\"" }
            if !shape.dash.isEmpty {
                attributes += " stroke-dasharray=\"\(shape.dash.map(number).joined(separator: " "))\""
            }
        }
        switch shape.geometry {
        case .rectangle(let box, let radius):
            let rounding = radius > 0 ? " rx=\"\(number(radius))\"" : ""
            let extent = "width=\"\(number(box.width))\" height=\"\(number(box.height))\""
            let place = "x=\"\(number(box.x))\" y=\"\(number(box.y))\""
            return
                "<rect \(place) \(extent)\(rounding)\(attributes)/>"
        case .circle(let centre, let radius):
            return
                "<circle cx=\"\(number(centre.x))\" cy=\"\(number(centre.y))\" r=\"\(number(radius))\"\(attributes)/>"
        case .leftHalfDisc(let centre, let radius):
            let (x, size) = (number(centre.x), number(radius))
            let arc = "M\(x) \(number(centre.y + radius))A\(size) \(size) 0 0 1 \(x) \(number(centre.y - radius))z"
            return "<path d=\"\(arc)\"\(attributes)/>"
        case .polygon(let points):
            return "<path d=\"\(data(of: points))z\"\(attributes)/>"
        case .lines(let lines):
            return "<path d=\"\(lines.map(data).joined())\"\(attributes)/>"
        }
    }

    private static func data(of points: [Point]) -> String {
        points.enumerated().map { "\($0 == 0 ? "M" : "L")\(number($1.x)) \(number($1.y))" }.joined()
    }
}

/// The outlines that a drawing uses, numbered in the order of first use.
private struct GlyphTable {
    /// Stands for the digest until all outlines are known; the character cannot occur in cleaned text.
    static let prefix = "\u{1}"

    private struct Key: Hashable {
        var face: Int
        var identifier: UInt32
    }

    let setter: TextSetter
    private var numbers: [Key: Int] = [:]
    private(set) var definitions = ""

    init(setter: TextSetter) {
        self.setter = setter
    }

    mutating func markup(of text: PlacedText) -> String {
        let size = text.block.style.size
        // Positions are written in thousandths of an em, the unit of the outlines.
        var result = ""
        for glyph in setter.glyphs(of: text.block) {
            let number = number(of: glyph)
            guard number >= 0 else { continue }
            let (x, y) = (
                Int((glyph.x / size * 1000).rounded()), Int(((glyph.y - text.block.baseline) / size * 1000).rounded())
            )
            result += "<use href=\"#\(Self.prefix)\(String(number, radix: 36))\" x=\"\(x)\""
            result += y == 0 ? "/>" : " y=\"\(y)\"/>"
        }
        guard !result.isEmpty else { return "" }
        let place = "\(SVGWriter.number(text.x)) \(SVGWriter.number(text.y + text.block.baseline))"
        let scale = String(format: "%.5g", size / 1000)
        return "<g fill=\"\(text.colour.hexString)\" transform=\"translate(\(place))scale(\(scale))\">\(result)</g>"
    }

    /// The number of an outline, or -1 for a glyph without ink.
    private mutating func number(of glyph: PlacedGlyph) -> Int {
        let key = Key(face: glyph.face, identifier: glyph.identifier)
        if let known = numbers[key] { return known }
        let path = setter.path(of: glyph)
        let number = path.isEmpty ? -1 : numbers.values.count { $0 >= 0 }
        numbers[key] = number
        if number >= 0 {
            definitions += "<path id=\"\(Self.prefix)\(String(number, radix: 36))\" d=\"\(path)\"/>"
        }
        return number
    }
}
