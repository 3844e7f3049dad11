import Findings
import Foundation
import Testing

@testable import Report

@Suite("Pages that compare models")
struct ComparePagesTests {
    private static let findings = Fixture.charted()
    private static let site: [String: Data] = (try? Project.site(findings)) ?? [:]

    private static func row(_ page: String, _ heading: String) throws -> String {
        let rows = page.components(separatedBy: "<tr").filter { $0.contains("<bdi>\(heading)</bdi>") }
        return try #require(rows.first)
    }

    @Test("give both accuracies, the paired difference, flips, p, n and method of each benchmark in a row")
    func rowsAreWhole() throws {
        let page = Project.text(Self.site, "compare/qwen2.5-vl-3b--lingshu-32b.html")
        let row = try Self.row(page, "OmniMedVQA")
        let found = try #require(
            Self.findings.differences.first {
                $0.first == "qwen2.5-vl-3b" && $0.second == "lingshu-32b" && $0.benchmark == "omnimedvqa"
            })
        for part in [
            "<b>57.10</b>", "<b>76.62</b>", "<b>−19.52</b>", "<bdi>Lingshu-32B</bdi> better", "&lt; 0.001",
            "88\u{2009}996",
            "exact BCa bootstrap", "data-value=\"\(try #require(found.onlyFirst))\"",
            "data-value=\"\(try #require(found.onlySecond))\"",
        ] {
            #expect(row.contains(part), "\(part)")
        }
        #expect(page.contains("No paired test is made of parts of a benchmark"))
        #expect(page.contains("Agreement beyond chance"))
        #expect(page.contains("href=\"../models/lingshu-32b.html\""))
    }

    @Test("open with the sentence of the pair, and describe themselves by it")
    func pagesOpen() throws {
        let page = Project.text(Self.site, "compare/qwen2.5-vl-3b--lingshu-32b.html")
        let finding = try #require(page.components(separatedBy: "<p class=\"finding\">").dropFirst().first)
        #expect(finding.hasPrefix("<a href=\"../models/lingshu-32b.html\">"))
        #expect(
            page.contains("content=\"Simulated: Lingshu-32B is better than Qwen2.5-VL-3B by macro-average accuracy:"))
    }

    @Test("are reached from the table of all pairs, the neighbours of a model, pairs of a benchmark and releases")
    func pagesAreReached() {
        let path = "compare/qwen2.5-vl-7b--lingshu-7b.html"
        for page in ["compare.html", "releases.html"] {
            #expect(Project.text(Self.site, page).contains("href=\"\(path)\""), "\(page)")
        }
        for page in ["models/lingshu-7b.html", "models/qwen2.5-vl-7b.html", "benchmarks/slake.html"] {
            #expect(Project.text(Self.site, page).contains("href=\"../\(path)\""), "\(page)")
        }
        let table = Project.text(Self.site, "compare.html")
        #expect(table.components(separatedBy: "href=\"compare/").count - 1 == 90)
        #expect(table.components(separatedBy: "class=\"cell told\"").count - 1 == 64)
    }

    @Test("stay below 200 KB, with all of their tables")
    func pagesAreLight() {
        let pages = Self.site.filter { $0.key.hasPrefix("compare") }
        #expect(pages.count == 45 + 10 + 1)
        #expect(pages.values.allSatisfy { $0.count < 200_000 })
    }

    @Test("end their lists of subgroups where they are too long, and say so")
    func longListsEnd() throws {
        var findings = Fixture.study(models: 2, benchmarks: 1)
        let some = try #require(findings.estimates.first { $0.scope == .facet })
        findings.estimates.removeAll { $0.scope == .facet }
        for value in 0..<500 {
            var estimate = some
            estimate.facet = FacetValue(name: "site", value: "value \(value)")
            findings.estimates.append(estimate)
        }
        let site = try Project.site(findings)
        let page = Project.text(site, "compare/qwen2.5-vl-3b--qwen2.5-vl-7b.html")
        #expect(page.contains("value 119<") && !page.contains("value 120<"))
        #expect(page.contains("The first 120 rows are shown"))
        #expect(page.utf8.count < 200_000)
    }

    @Test("lead to the live comparison where a pair has no page")
    func liveIsLinked() throws {
        let index = FindingsIndex(Variants.many)
        let pair = try #require(
            Variants.many.differences.first { index.pairs.path($0.first, $0.second) == nil && $0.benchmark != nil })
        let page = Project.text(try Project.site(Variants.many), index.benchmarkPath(try #require(pair.benchmark)))
        let links = [index.pairPath(pair.first, pair.second), index.pairPath(pair.second, pair.first)]
        #expect(links.allSatisfy { $0.hasPrefix("compare.html?a=") })
        #expect(links.contains { page.contains("href=\"../\($0.replacing("&", with: "&amp;"))\"") })
    }
}
