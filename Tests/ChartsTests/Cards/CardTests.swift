import Foundation
import Testing

@testable import Charts

@Suite("A card")
struct CardTests {
    private static let strip = Card.Strip(
        number: "63.0% [61.3, 64.6]", words: "macro-average, 95% interval, n = 97 166",
        shown: Card.Interval(estimate: 0.63, lower: 0.613, upper: 0.646),
        others: (0..<9).map { Card.Interval(estimate: 0.5 + Double($0) / 100, lower: 0.48, upper: 0.62) },
        scale: 0.4...0.7, lowerEnd: "40%", upperEnd: "70%")
    private static let long = String(repeating: "a very long finding of many words, ", count: 30)
    private static let names =
        Samples.hostile + [
            String(repeating: "name-", count: 60), String(repeating: "x", count: 300), "🩺 médical 模型",
            "<b>bold</b> & {{name}}", "דגם רפואי גדול", "",
        ]

    private func scene(_ card: Card) throws -> Scene { try Drawing(card, theme: .light, size: Card.size).scene }

    @Test("keeps all its words within itself and apart from each other, whatever they are", arguments: names)
    func wordsHold(name: String) throws {
        for strip in [nil, Self.strip] {
            for finding in [nil, "Short.", Self.long, name] {
                let card = Card(
                    series: name, title: name, finding: finding, label: name.isEmpty ? nil : String(name.prefix(40)),
                    source: name, strip: strip)
                let scene = try scene(card)
                #expect(scene.width == 1200 && scene.height == 630)
                let texts = scene.elements.compactMap { element -> PlacedText? in
                    if case .text(let text) = element, !text.block.string.isEmpty { return text }
                    return nil
                }
                let page = Rectangle(x: 0, y: 0, width: scene.width, height: scene.height)
                for (position, text) in texts.enumerated() {
                    #expect(page.contains(text.box), "\(text.block.string)")
                    for other in texts.dropFirst(position + 1) {
                        #expect(
                            !text.box.overlaps(other.box, tolerance: 0.5),
                            "\(text.block.string) lies on \(other.block.string)")
                    }
                }
            }
        }
    }

    @Test("shows a finding whole where there is room, and ends it in an ellipsis where there is none")
    func findingsWrap() throws {
        func block(_ finding: String) throws -> TextBlock? {
            try scene(Card(series: "s", title: "t", finding: finding)).elements.compactMap { element in
                if case .text(let text) = element, text.block.string.hasPrefix("a very") { return text.block }
                return nil
            }.first
        }
        let whole = try #require(try block("a very short one"))
        let cut = try #require(try block(Self.long))
        #expect(!whole.isShortened && whole.lineCount == 1)
        #expect(cut.isShortened && cut.lineCount == 5 && cut.style.size < whole.style.size)
    }

    @Test("cuts a finding between its clauses where that is possible")
    func clausesStayWhole() throws {
        let clause = "a very long clause that says one thing and fills more than a line of the card by itself"
        let finding = Array(repeating: clause, count: 9).joined(separator: "; ")
        let scene = try scene(Card(series: "s", title: "t", finding: finding))
        let texts = scene.elements.compactMap { element -> TextBlock? in
            if case .text(let text) = element, text.block.string.hasPrefix(clause) { return text.block }
            return nil
        }
        let found = try #require(texts.first)
        #expect(found.string.hasSuffix("by itself; …") && !found.isShortened)
        #expect(found.string.count < finding.count)
    }

    @Test("draws the interval where its scale says")
    func intervalsLie() throws {
        let scene = try scene(Card(series: "s", title: "t", accent: .medical, strip: Self.strip))
        let boxes = scene.elements.compactMap { element -> Rectangle? in
            if case .shape(let shape) = element, case .rectangle(let box, let radius) = shape.geometry, radius == 4,
                shape.fill == Theme.light[.medical], shape.stroke == nil
            {
                return box
            }
            return nil
        }
        let lines = scene.elements.compactMap { element -> [Point]? in
            if case .shape(let shape) = element, case .lines(let lines) = shape.geometry,
                shape.stroke == Theme.light[.grid]
            {
                return lines.first
            }
            return nil
        }
        let (box, line) = (try #require(boxes.first), try #require(lines.first))
        let length = line[1].x - line[0].x
        #expect(abs((box.x - line[0].x) / length - (0.613 - 0.4) / 0.3) < 1e-9)
        #expect(abs((box.right - line[0].x) / length - (0.646 - 0.4) / 0.3) < 1e-9)
    }

    @Test("weighs less than 60 KB with all that it can hold, has its size, and the same bytes twice")
    func bytesAreFew() throws {
        let card = Card(
            series: Self.long, title: String(repeating: "Wide title ", count: 20), finding: Self.long,
            label: "simulated", source: Self.long, strip: Self.strip)
        let data = try render(card, theme: .light, size: Card.size, format: .palettePNG)
        #expect(data.count < 60_000)
        #expect([UInt8](data[16..<24]) == [0, 0, 4, 0xB0, 0, 0, 2, 0x76])
        #expect(try render(card, theme: .light, size: Card.size, format: .palettePNG) == data)
    }

    @Test("refuses a number that is none")
    func numbersAreFinite() {
        var strip = Self.strip
        strip.others[3].upper = .nan
        let card = Card(series: "s", title: "t", strip: strip)
        #expect(throws: ChartProblem.self) { try Drawing(card, theme: .light, size: Card.size) }
    }
}
