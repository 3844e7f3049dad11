import Foundation
import FoundationXML
import Testing

@testable import Charts

@Suite("A badge")
struct BadgeTests {
    private static func badges(_ text: String) -> [Badge] {
        ([nil] + VerdictMark.allCases.map { Optional($0) }).map {
            Badge(label: text, message: text, mark: $0, note: text, words: text)
        }
    }

    @Test("has text that stands out by 4.5 from what is below it, within its part and the badge")
    func contrastsHold() throws {
        for badge in Self.badges("Clinical deployment") + Self.badges(String(repeating: "long ", count: 80)) {
            let scene = try Drawing(badge, theme: .light, size: .narrow).scene
            var fills: [(box: Rectangle, colour: Colour)] = []
            var texts = 0
            for element in scene.elements {
                switch element {
                case .shape(let shape):
                    if case .rectangle(let box, _) = shape.geometry, let fill = shape.fill { fills.append((box, fill)) }
                case .text(let text):
                    texts += 1
                    let below = try #require(fills.last { $0.box.contains(text.box, tolerance: 5) })
                    #expect(text.colour.contrast(with: below.colour) >= 4.5)
                    #expect(Rectangle(x: 0, y: 0, width: scene.width, height: scene.height).contains(text.box))
                }
            }
            #expect(texts == 3)
            #expect(scene.height == Badge.height)
        }
    }

    @Test("tells verdicts apart by shape, not by colour alone")
    func shapesDiffer() throws {
        let shapes = try VerdictMark.allCases.map { mark in
            try Drawing(
                Badge(label: "a", message: "b", mark: mark, words: "c"), theme: .light, size: .narrow
            ).scene.elements.compactMap { element -> Geometry? in
                if case .shape(let shape) = element { return shape.geometry }
                return nil
            }
        }
        #expect(Set(shapes).count == 3)
    }

    @Test("is an image with a title, without script, style or anything from outside", arguments: Samples.hostile)
    func filesAreSafe(text: String) throws {
        for badge in Self.badges(text) {
            let data = try render(badge, theme: .light, size: .narrow, format: .svg)
            let reader = SVGReader()
            let parser = XMLParser(data: data)
            parser.delegate = reader
            #expect(parser.parse())
            #expect(reader.root["role"] == "img")
            let known: Set = ["svg", "title", "desc", "defs", "path", "use", "g", "rect", "circle"]
            #expect(reader.elements.isSubset(of: known))
            #expect(reader.attributes.isDisjoint(with: ["style", "onload", "class"]))
            #expect(reader.links.allSatisfy { $0.hasPrefix("#") } && !reader.hasDanglingLinks)
        }
        let words = Badge(label: "a", message: "b", words: "All of it")
        let svg = String(decoding: try render(words, theme: .light, size: .narrow, format: .svg), as: UTF8.self)
        #expect(svg.contains("<title>All of it</title>"))
    }
}
