import Charts
import Findings
import Foundation
import FoundationXML
import Testing

@testable import Report

@Suite("Cards of pages")
struct PageCardsTests {
    private static let base = "https://bench.example.org/a%20b"

    /// The meta elements of a page by `property` or `name`.
    private final class Metas: NSObject, XMLParserDelegate {
        var values: [String: String] = [:]

        init(_ data: Data) {
            super.init()
            let parser = XMLParser(data: data)
            parser.delegate = self
            _ = parser.parse()
        }

        func parser(
            _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
            attributes: [String: String] = [:]
        ) {
            guard name == "meta", let key = attributes["property"] ?? attributes["name"] else { return }
            values[key] = attributes["content"]
        }
    }

    @Test("are named on every page by an absolute address, and are there", arguments: ["whole", "attacks", "empty"])
    func everyPageHasOne(variant: String) throws {
        var findings = try #require(Variants.all.first { $0.name == variant }).findings
        findings.study.baseURL = Self.base
        let site = try Project.site(findings)
        for (path, data) in site where path.hasSuffix(".html") {
            let metas = Metas(data).values
            for name in ["title", "description", "type", "url", "image", "image:alt", "site_name"] {
                #expect(metas["og:\(name)"]?.isEmpty == false, "\(path) has no og:\(name)")
            }
            #expect(metas["twitter:card"] == "summary_large_image", "\(path)")
            #expect(metas["og:image:width"] == "1200" && metas["og:image:height"] == "630", "\(path)")
            let image = try #require(metas["og:image"], "\(path)")
            #expect(image.hasPrefix(Self.base + "/cards/"), "\(path): \(image)")
            let file = image.dropFirst(Self.base.count + 1).removingPercentEncoding ?? ""
            #expect(site[file]?.prefix(4) == Data([0x89, 0x50, 0x4E, 0x47]), "\(path): no file \(file)")
            #expect((site[file]?.count ?? 0) < 60_000, "\(file)")
        }
    }

    @Test("are drawn but not named where the study has no address")
    func withoutAnAddressNothingIsAbsolute() throws {
        let site = try Project.site(Fixture.study())
        #expect(site["cards/index.png"] != nil && site["cards/models/lingshu-32b.png"] != nil)
        for (path, data) in site where path.hasSuffix(".html") {
            let metas = Metas(data).values
            #expect(metas["og:title"]?.isEmpty == false, "\(path)")
            for name in ["og:image", "og:url", "og:image:width", "twitter:card"] {
                #expect(metas[name] == nil, "\(path) has \(name)")
            }
        }
    }

    @Test("of pages without their own are their section's, else the home page's")
    func cardsAreShared() {
        var page = Page(path: "items/slake/3.html", title: "t", template: "x", value: [:], section: .benchmarks)
        #expect(page.card == "cards/items/slake/3.png")
        page.hasOwnCard = false
        #expect(page.card == "cards/benchmarks.png")
        page.section = nil
        #expect(page.card == "cards/index.png")
    }

    @Test("show a model's number with its interval, n and level among the other models, and the label")
    func modelsShowTheirNumber() throws {
        let material = try PageMaterial(Fixture.study())
        let model = try #require(material.findings.models.first { $0.kind == "medical" })
        let estimate = try #require(material.index.estimate(model.id, on: nil))
        let card = PageCards(material).card(ModelPage.page(model, material))
        let strip = try #require(card.strip)
        #expect(card.title == model.name && card.label == "simulated" && card.accent == .medical)
        #expect(strip.shown.estimate == estimate.estimate && strip.shown.lower == estimate.interval.lower)
        #expect(strip.others.count == material.findings.models.count - 1)
        #expect(strip.words.contains("n = ") && strip.words.contains("95% interval"))
        for interval in [strip.shown] + strip.others {
            #expect(strip.scale.contains(interval.lower) && strip.scale.contains(interval.upper))
        }
        #expect(card.source.contains("CC-BY-4.0") && card.source.contains("Acuity 0.1.0"))
    }

    @Test("show the finding that the page opens with, no line of which ends within an interval")
    func findingsAreShown() throws {
        let material = try PageMaterial(Fixture.study())
        let page = Page(
            .gap, template: "gap", value: [:], finding: "The gap is 4.1 points [1.2, 7.0] on (SLAKE, PathVQA).")
        #expect(
            PageCards(material).card(page).finding
                == "The gap is 4.1 points\u{A0}[1.2,\u{A0}7.0] on (SLAKE, PathVQA).")
    }
}
