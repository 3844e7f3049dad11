import Findings
import Foundation
import Testing

@testable import Report

@Suite("Pages of items") struct ItemPagesTests {
    private static func site(_ findings: FindingsDocument, _ items: MadeItems) throws -> [String: Data] {
        let files = try SiteBuilder.build(
            findings: findings, templates: TemplateFolder(reading: Project.templates), items: items)
        return Dictionary(uniqueKeysWithValues: files.map { ($0.path, $0.data) })
    }

    private static let attacks: [String] =
        Variants.attackTexts + [
            "</p></article><script>alert(4)</script>", "{{root}}{{/items}}", "<!--", "]]>", "&amp;&lt;",
            "\u{202E}gnp.exe", String(repeating: "<b>", count: 3000),
        ]

    private static func check(_ site: [String: Data]) {
        let pages = site.filter { $0.key.hasSuffix(".html") }.mapValues { PageCheck($0) }
        for (path, page) in pages.sorted(by: { $0.key < $1.key }) {
            #expect(page.error == nil, "\(path)")
            #expect(page.faults.isEmpty, "\(path): \(page.faults)")
            #expect(Set(page.ids).count == page.ids.count, "\(path) repeats an id")
            #expect(page.labels.allSatisfy(page.ids.contains), "\(path) names a label that is not there")
            for link in page.links + page.sources {
                let fault = LinkCheck.fault(link, on: path, site: site, pages: pages)
                #expect(fault == nil, "\(path): \(link): \(fault ?? "")")
            }
        }
    }

    @Test("are whole, well formed and lead everywhere, and other pages lead to them")
    func pagesHold() throws {
        let findings = Fixture.study(models: 4, benchmarks: 2)
        let site = try Self.site(findings, MadeItems(findings, items: 60))
        Self.check(site)
        #expect(site["items/slake/3.html"] == nil || findings.benchmarks.contains { $0.id == "slake" })
        let folder = "items/" + FindingsIndex(findings).benchmarkSlugs[findings.benchmarks[0].id]
        #expect(site["\(folder)/3.html"] != nil && site["\(folder)/4.html"] == nil)
        #expect(Project.text(site, "index.html").contains("href=\"items.html\""))
        #expect(Project.text(site, "models/\(findings.models[0].id).html").contains("\(folder)/index.html?model="))
    }

    @Test("show every answer of every model to every item")
    func everyAnswer() throws {
        let findings = Fixture.study(models: 4, benchmarks: 1)
        let items = MadeItems(findings, items: 30)
        let site = try Self.site(findings, items)
        let folder = "items/" + FindingsIndex(findings).benchmarkSlugs[findings.benchmarks[0].id]
        let text = ["1", "2"].map { Project.text(site, "\(folder)/\($0).html") }.joined()
        let board = try #require(items.boards[findings.benchmarks[0].id])
        for item in 0..<30 {
            let start = try #require(text.range(of: "<bdi>item \(item + 1000)</bdi></a> <span"))
            let rest = text[start.upperBound...]
            let article = rest[..<(rest.range(of: "</article>")?.lowerBound ?? rest.endIndex)]
            for (number, model) in board.models.enumerated() where model.outcome(of: item) != .missing {
                #expect(article.contains("Item \(item): the answer of \(number) is A."), "\(item) \(number)")
            }
            for model in findings.models { #expect(article.contains(model.name), "\(item) \(model.name)") }
        }
    }

    @Test("show texts of logs as text, whatever they hold")
    func attacksAreEscaped() throws {
        let attacks = Self.attacks
        let findings = Fixture.study(models: 3, benchmarks: 1)
        let items = MadeItems(
            findings, items: attacks.count, key: { attacks[$0] + "\($0)" },
            texts: { ItemTexts(question: attacks[$0], options: [attacks[$0], "b"], targets: [attacks[$0]]) },
            prediction: { attacks[$0] + "\($1)" })
        let site = try Self.site(findings, items)
        Self.check(site)
        for (path, data) in site where path.hasPrefix("items") && path.hasSuffix(".html") {
            let text = String(decoding: data, as: UTF8.self)
            for attack in [
                "<script>alert", "<img src=x", "\" onerror", "\u{202E}", "\u{0}", "\u{1B}", "<b><b>", "<!--",
            ] {
                #expect(!text.contains(attack), "\(path) holds \(attack)")
            }
        }
        for (path, data) in site where path.hasSuffix(".json") && path.hasPrefix("items") {
            #expect(throws: Never.self, "\(path)") { try JSONSerialization.jsonObject(with: data) }
        }
    }

    @Test("cut a megabyte of one line, and say so")
    func longLines() throws {
        let findings = Fixture.study(models: 1, benchmarks: 1)
        let items = MadeItems(findings, items: 2, prediction: { _, _ in String(repeating: "x", count: 1_000_000) })
        let site = try Self.site(findings, items)
        let folder = "items/" + FindingsIndex(findings).benchmarkSlugs[findings.benchmarks[0].id]
        let text = Project.text(site, "\(folder)/1.html")
        #expect(text.utf8.count < 30_000)
        #expect(text.contains("the whole has 1\u{2009}000\u{2009}000 characters"))
    }

    @Test("are left out where the study says so or there is no store, with a word on it")
    func hidden() throws {
        var findings = Fixture.study(models: 2, benchmarks: 2)
        findings.benchmarks[0].itemLimit = 0
        findings.benchmarks[1].itemLimit = 10
        let site = try Self.site(findings, MadeItems(findings, items: 60))
        let slugs = FindingsIndex(findings).benchmarkSlugs
        #expect(!site.keys.contains { $0.hasPrefix("items/\(slugs[findings.benchmarks[0].id])/") })
        #expect(Project.text(site, "items.html").contains("The items of \(findings.benchmarks[0].name) are not shown"))
        let browse = Project.text(site, "items/\(slugs[findings.benchmarks[1].id])/index.html")
        #expect(browse.contains("10 of 60 items are shown: every 6th in the order of their keys."))
        #expect(site["items/\(slugs[findings.benchmarks[1].id])/1.html"] != nil)
        #expect(!(try Project.site(findings)).keys.contains { $0.hasPrefix("items") })
    }

    @Test("offer to the search what the board holds: outcomes, counts, facets, titles")
    func searchData() throws {
        let findings = Fixture.study(models: 3, benchmarks: 1)
        let items = MadeItems(findings, items: 60)
        let site = try Self.site(findings, items)
        let board = try #require(items.boards[findings.benchmarks[0].id])
        let index = FindingsIndex(findings)
        let folder = "items/" + index.benchmarkSlugs[findings.benchmarks[0].id]
        for model in board.models {
            let bytes = [UInt8](try #require(site["\(folder)/outcomes/\(index.modelSlugs[model.model]).bin"]))
            for item in 0..<60 {
                #expect((bytes[item / 2] >> (item % 2 == 0 ? 0 : 4)) & 15 == model.outcome(of: item).rawValue)
            }
        }
        let counts = [UInt8](try #require(site["\(folder)/counts.bin"]))
        for item in 0..<60 {
            let expected = ItemValue.counts(board, item)
            #expect((Int(counts[2 * item]), Int(counts[2 * item + 1])) == expected)
        }
        #expect(site["\(folder)/facets/modality.bin"] == Data(board.facets[0].codes.map { UInt8($0) }))
        let titles = try JSONDecoder().decode([[String]].self, from: try #require(site["\(folder)/titles/0.json"]))
        #expect(titles.map { $0[0] } == board.keys)
        #expect(titles[5] == ["item 1005", "item-item-1005", "What does image 5 show?"])
    }

    @Test("are the same bytes twice")
    func bytesRepeat() throws {
        let findings = Fixture.study(models: 3, benchmarks: 2)
        let items = MadeItems(findings, items: 80)
        #expect(try Self.site(findings, items) == Self.site(findings, items))
    }
}
