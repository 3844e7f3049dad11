import Findings
import Foundation
import Testing

@testable import Report

@Suite("The gate's page")
struct GatePageTests {
    private func text(_ name: String) throws -> String { try GateReport.render(Releases.named(name), as: .html) }

    @Test("is whole, loads and runs nothing, and is read alike as HTML and XML", arguments: Releases.all.map(\.name))
    func form(name: String) throws {
        let page = PageCheck(Data(try text(name).utf8))
        #expect(page.error == nil)
        #expect(page.faults == ["inline style"])
        #expect(page.links.isEmpty && page.sources.isEmpty)
        #expect(page.elements["script"] == nil && page.elements["img"] == nil)
        #expect(Set(page.ids).count == page.ids.count)
        #expect(page.labels.allSatisfy(page.ids.contains))
        #expect(page.elements["h1"] == 1)
    }

    @Test("shows every flip of the document with both answers")
    func flips() throws {
        let page = PageCheck(Data(try text("blocked").utf8))
        #expect(page.elements["article"] == Releases.blocked().flips.count)
        #expect(try text("blocked").contains("<h4>Candidate: <bdi>answered Spleen</bdi>"))
    }

    @Test("says the verdict first, and next to each name")
    func verdict() throws {
        let text = try text("blocked")
        #expect(text.contains("<p class=\"verdict blocked\">BLOCKED</p>"))
        #expect(
            text.contains(
                "<bdi>SLAKE</bdi></th><td class=\"left\"><span class=\"bad\">regressed, blocks</span></td><td>81.3</td>"
            ))
    }

    @Test("has contrasts of AA on light and on dark")
    func contrast() throws {
        let style = GatePageStyle.text
        let blocks = style.components(separatedBy: ":root {").dropFirst().map { $0.prefix { $0 != "}" } }
        #expect(blocks.count == 2)
        for block in blocks {
            let colours = Dictionary(
                block.matches(of: #/--([a-z]+): #([0-9a-f]{6})/#).map { (String($0.output.1), String($0.output.2)) }
            ) { first, _ in first }
            for ink in ["ink", "muted", "good", "unsure", "bad"] {
                for ground in ["page", "raised"] {
                    #expect(try contrast(colours[ink], colours[ground]) >= 4.5, "\(ink) on \(ground)")
                }
            }
            for ground in ["good", "unsure", "bad"] {
                #expect(try contrast(colours["on"], colours[ground]) >= 4.5, "\(ground)")
            }
            #expect(try contrast(colours["ink"], colours["notice"]) >= 4.5)
        }
    }

    /// The contrast of two colours by WCAG 2.
    private func contrast(_ first: String?, _ second: String?) throws -> Double {
        let values = try [first, second].map { hex -> Double in
            let number = try #require(Int(hex ?? "", radix: 16))
            let parts = [16, 8, 0].map { shift -> Double in
                let value = Double(number >> shift & 255) / 255
                return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
            }
            return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
        }.sorted()
        return (values[1] + 0.05) / (values[0] + 0.05)
    }
}
