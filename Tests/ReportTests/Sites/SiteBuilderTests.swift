import Findings
import Foundation
import Testing

@testable import Report

@Suite("A site built from findings")
struct SiteBuilderTests {
    /// Writes the sites of all variants where `ACUITY_TRIAL_SITE` points, for looking at them in a browser.
    @Test(.enabled(if: ProcessInfo.processInfo.environment["ACUITY_TRIAL_SITE"] != nil, "no trial site was asked for"))
    func theVariantsCanBeLookedAt() throws {
        let place = try #require(ProcessInfo.processInfo.environment["ACUITY_TRIAL_SITE"])
        let templates = try TemplateFolder(reading: Project.templates)
        for (name, findings) in Variants.all {
            let files = try SiteBuilder.build(findings: findings, templates: templates)
            try SiteWriter.write(files, to: URL(fileURLWithPath: place).appendingPathComponent(name))
        }
    }

    @Test("is whole, well formed and self-contained", arguments: Variants.all.map(\.name))
    func pagesHold(variant: String) throws {
        let findings = try #require(Variants.all.first { $0.name == variant }).findings
        let site = try Project.site(findings)
        let pages = site.filter { $0.key.hasSuffix(".html") }.mapValues { PageCheck($0) }
        let pairs = FindingsIndex(findings).pairs.all.count
        let claims = ClaimsPage.isNeeded(findings) ? 1 : 0
        #expect(pages.count == 14 + claims + findings.models.count + findings.benchmarks.count + pairs)
        for (path, page) in pages.sorted(by: { $0.key < $1.key }) {
            #expect(page.error == nil, "\(path)")
            #expect(page.faults.isEmpty, "\(path)")
            #expect(Set(page.ids).count == page.ids.count, "\(path) repeats \(Self.repeated(page.ids))")
            #expect(
                page.elements["h1"] == 1 && page.elements["main"] == 1 && page.elements["nav", default: 0] >= 1,
                "\(path)")
            #expect(page.labels.allSatisfy(page.ids.contains), "\(path) names a label that is not there")
            #expect(Self.repeated(page.regionNames).isEmpty, "\(path) has regions of one name")
            #expect(page.regionNames.allSatisfy { !$0.isEmpty }, "\(path) has a region without a name")
            for link in page.links + page.sources {
                let fault = LinkCheck.fault(link, on: path, site: site, pages: pages)
                #expect(fault == nil, "\(path): \(link): \(fault ?? "")")
            }
            #expect(page.sources.allSatisfy { !$0.contains(":") }, "\(path) asks another site for something")
            Self.expectFinding(on: path, Project.text(site, path), findings.study)
        }
    }

    /// Every page opens with its finding and describes itself by it, with the study's label; one that is not there by the
    /// study's summary.
    private static func expectFinding(on path: String, _ text: String, _ study: StudyFinding) {
        let isMissing = path == "404.html"
        let parts = text.components(separatedBy: "</h1>\n<p class=\"finding\">")
        #expect(parts.count == (isMissing ? 1 : 2) && !parts[parts.count - 1].hasPrefix("</p>"), "\(path)")
        let words = isMissing ? study.summary : study.label == nil ? "" : "Simulated: "
        guard let words else { return }
        #expect(text.contains("<meta name=\"description\" content=\"\(words)"), "\(path)")
    }

    private static func repeated(_ ids: [String]) -> [String] {
        Dictionary(grouping: ids) { $0 }.filter { $0.value.count > 1 }.keys.sorted()
    }

    @Test("has the same bytes twice")
    func bytesRepeat() throws {
        #expect(try Project.freshSite(Fixture.study()) == Project.freshSite(Fixture.study()))
    }

    @Test("never shows text from logs as markup")
    func attacksAreEscaped() throws {
        let site = try Project.site(Variants.attacks)
        for (path, data) in site where path.hasSuffix(".html") {
            let text = String(decoding: data, as: UTF8.self)
            for attack in ["<script>alert", "<img src=x", "\" onerror", "href=\"javascript:", "\u{0}", "\u{1B}"] {
                #expect(!text.contains(attack), "\(path) holds \(attack)")
            }
            #expect(!path.contains(".."))
        }
        #expect(Project.text(site, "models.html").contains("&lt;script&gt;alert(1)&lt;/script&gt;"))
    }

    @Test("says on every page and beside every table and chart that it is simulated")
    func noticeStands() throws {
        let site = try Project.site(Fixture.study())
        for (path, data) in site where path.hasSuffix(".html") {
            let text = String(decoding: data, as: UTF8.self)
            #expect(text.contains("Simulated from published accuracies"), "\(path)")
            for caption in text.components(separatedBy: "<caption").dropFirst() {
                let end = try #require(caption.range(of: "</caption>"))
                #expect(caption[..<end.lowerBound].contains("simulated"), "\(path)")
            }
            for figure in text.components(separatedBy: "<figure").dropFirst() {
                let end = try #require(figure.range(of: "</figure>"))
                #expect(figure[..<end.lowerBound].contains("<span class=\"label\">simulated</span>"), "\(path)")
            }
        }
        #expect(Project.text(site, "data/estimates.csv").hasPrefix("scope,"))
        #expect(Project.text(site, "data/estimates.csv").contains(",simulated\r\n"))
    }

    @Test("gives every page the strict content security policy and no inline code")
    func policyStands() throws {
        for (path, data) in try Project.site(Fixture.study()) where path.hasSuffix(".html") {
            let text = String(decoding: data, as: UTF8.self)
            #expect(
                text.contains("default-src 'none'; img-src 'self' data:; style-src 'self'; script-src 'self'"),
                "\(path)")
        }
    }

    /// The budget is 100 KB compressed, to which pages of tables and marks shrink to less than a sixth.
    @Test("keeps the home page within 150 KB of HTML and CSS before compression")
    func homeIsLight() throws {
        let site = try Project.site(Fixture.study())
        #expect((site["index.html"]?.count ?? 0) + (site["assets/style.css"]?.count ?? 0) < 150_000)
    }

    @Test("leaves pages without findings out of the navigation and says why they are empty")
    func emptyStudiesAreSaid() throws {
        let site = try Project.site(Variants.empty)
        let home = Project.text(site, "index.html")
        #expect(home.contains("There are no estimates"))
        #expect(!home.contains(">Gap</a>"))
        #expect(Project.text(site, "verdicts.html").contains("names no thresholds"))
    }

    @Test("gives estimates with interval, n and method in the same row")
    func rowsAreWhole() throws {
        let page = Project.text(try Project.site(Fixture.study()), "models/lingshu-32b.html")
        let row = try #require(page.components(separatedBy: "<tr").first { $0.contains("id=\"on-vqa-rad\"") })
        for part in ["<b>63.0", "[58.5, 67.4]", "451", "exact BCa bootstrap", "95%"] {
            #expect(row.contains(part), "\(part)")
        }
    }
}
