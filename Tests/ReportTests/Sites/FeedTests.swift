import Findings
import Foundation
import Testing

@testable import Report

@Suite("The feed of releases")
struct FeedTests {
    private func feed(_ findings: FindingsDocument) throws -> XMLTree {
        let index = FindingsIndex(findings)
        return try XMLTree.read(try #require(Feed(index: index, ranking: index.homeRanking())).file.data)
    }

    private func charted(at address: String?) -> FindingsDocument {
        var findings = Fixture.charted()
        findings.study.baseURL = address
        return findings
    }

    @Test("has what RFC 4287 requires, with and without an address", arguments: ["https://example.org/study", nil])
    func elementsAreThere(address: String?) throws {
        let findings = charted(at: address)
        let feed = try feed(findings)
        #expect(feed.name == "feed" && feed.attributes["xmlns"] == "http://www.w3.org/2005/Atom")
        #expect(try feed.only("title").hasSuffix(": releases"))
        #expect(try feed.all("author").map { try $0.only("name") } == [findings.study.title])
        let entries = feed.all("entry")
        #expect(entries.count == findings.models.count + 1, "the models and the comparison")
        for part in entries + [feed] {
            #expect(try part.only("updated").wholeMatch(of: #/\d{4}-\d\d-\d\dT00:00:00Z/#) != nil)
            let id = try part.only("id")
            let urn = #/urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/#
            #expect(address.map { id.hasPrefix($0 + "/") } ?? (id.wholeMatch(of: urn) != nil), "\(id)")
            let pages = part.all("link").filter { $0.attributes["rel"] == "alternate" }.compactMap {
                $0.attributes["href"]
            }
            #expect(pages.count == 1)
            #expect(address == nil || pages[0].hasPrefix("https://example.org/study/"))
        }
        for entry in entries {
            #expect(try !entry.only("title").isEmpty)
            #expect(try entry.only("summary").contains(/\[.*,.*\]/), "a number with its interval")
            #expect(try entry.only("summary").hasSuffix("Simulated from published accuracies."))
        }
        #expect(Set(try entries.map { try $0.only("id") }).count == entries.count)
        #expect(feed.all("link").contains { $0.attributes["rel"] == "self" } == (address != nil))
    }

    @Test("begins with the newest, and is as new as that")
    func newestIsFirst() throws {
        let feed = try feed(charted(at: nil))
        let dates = try feed.all("entry").map { try $0.only("updated") }
        #expect(dates == dates.sorted(by: >))
        #expect(try feed.only("updated") == dates.first)
        #expect(dates.first == "2025-04-15T00:00:00Z" && dates.last == "2025-01-15T00:00:00Z")
    }

    @Test("tells where each model stands and what the number rests on, and leads to its page")
    func entriesTell() throws {
        let entry = try #require(
            try feed(charted(at: "https://example.org")).all("entry").first { try $0.only("title") == "Lingshu-32B" })
        #expect(
            try entry.only("summary").hasPrefix(
                "Lingshu-32B stands at 63.0% [61.5, 64.5] in macro-average accuracy, place 1 of 10 by estimate;"))
        #expect(try entry.only("summary").contains(" (n = "))
        #expect(try entry.only("summary").contains("95% interval: "))
        #expect(entry.all("link")[0].attributes["href"] == "https://example.org/models/lingshu-32b.html")
        #expect(try entry.only("id") == "https://example.org/models/lingshu-32b.html")
    }

    @Test("tells of the comparison in numbers, as of the candidate's day")
    func comparisonIsTold() throws {
        let findings = charted(at: "https://example.org")
        let some = try #require(findings.comparisons.first)
        let entry = try #require(try feed(findings).all("entry").first { try $0.only("title").contains(" against ") })
        #expect(try entry.only("summary").hasPrefix("Against "))
        #expect(try entry.only("summary").contains("points ["))
        #expect(entry.all("link")[0].attributes["href"] == "https://example.org/releases.html#comparison")
        let released = findings.models.first { $0.id == some.candidate }?.released
        #expect(try entry.only("published") == "\(released ?? "")T00:00:00Z")
    }

    @Test("is none without a release date", arguments: [nil, "soon", "2025-02-30", ""])
    func datesAreNeeded(released: String?) throws {
        var findings = Fixture.charted()
        for position in findings.models.indices { findings.models[position].released = released }
        let index = FindingsIndex(findings)
        #expect(Feed(index: index, ranking: index.homeRanking()) == nil)
        #expect(!Feed.isNeeded(findings))
    }

    @Test(
        "takes days, months and years as the first moment of them",
        arguments: [
            ("2025-01-26", "2025-01-26T00:00:00Z"), ("2025-01", "2025-01-01T00:00:00Z"),
            ("2025", "2025-01-01T00:00:00Z"),
            ("2025-01-26T10:30:00Z", "2025-01-26T00:00:00Z"), ("0999-1-2", "0999-01-02T00:00:00Z"),
        ])
    func datesAreRead(released: String, text: String) { #expect(FeedDate(released)?.text == text) }

    @Test("holds names that attack as text, in one line")
    func attacksAreText() throws {
        var findings = Variants.attacks
        for position in findings.models.indices { findings.models[position].released = "2025-01-01" }
        findings.study.license = "<b>&"
        let feed = try feed(findings)
        let titles = try feed.all("entry").map { try $0.only("title") }
        #expect(titles.contains("<script>alert(1)</script>"))
        #expect(titles.contains("נמוך ⟨U+202E⟩מודל"))
        #expect(titles.contains("a⟨U+0000⟩b⟨U+001B⟩[31m"))
        #expect(try feed.only("rights") == "<b>&")
    }

    @Test("tells of every benchmark where no order holds the models")
    func barestudiesAreTold() throws {
        var findings = Variants.bare
        findings.models[0].released = "2025"
        let entries = try feed(findings).all("entry")
        #expect(entries.count == 1)
        let summary = try entries[0].only("summary")
        for benchmark in findings.benchmarks { #expect(summary.contains(benchmark.name + ": ")) }
    }

    @Test("is linked from every page of a site that has one", arguments: [true, false])
    func pagesLink(hasDates: Bool) throws {
        let site = try Project.site(
            hasDates ? charted(at: "https://example.org") : Fixture.study(models: 2, benchmarks: 1))
        #expect((site["feed.xml"] != nil) == hasDates)
        #expect((site["sitemap.xml"] != nil) == hasDates)
        #expect(site["robots.txt"] != nil)
        for (path, data) in site where path.hasSuffix(".html") {
            let head = String(decoding: data, as: UTF8.self)
            let root = path.contains("/") ? "../" : ""
            #expect(head.contains("type=\"application/atom+xml\"") == hasDates, "\(path)")
            #expect(head.contains("href=\"\(root)feed.xml\"") == hasDates, "\(path)")
        }
        guard hasDates else { return }
        let listed = try XMLTree.read(try #require(site["sitemap.xml"])).children.map { try $0.only("loc") }
        #expect(listed.count == site.keys.count { $0.hasSuffix(".html") } - 1)
    }
}
