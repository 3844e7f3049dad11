import Findings
import Foundation
import Testing

@testable import Report

@Suite("The data of templates") struct TemplateDataTests {
    private static let place = Project.templates.deletingLastPathComponent()
        .appendingPathComponent("Sources/Report/Resources/template-data.txt")

    /// What the pages of all variants, with items, give to their templates.
    private static func recorded() throws -> TemplateDataRecord {
        var record = TemplateDataRecord()
        for (_, findings) in Variants.all {
            let material = try PageMaterial(findings, hasItems: true)
            let set = try TemplateSet(TemplateFolder(reading: Project.templates).sources)
            let layout = Layout(material: material, templates: set, hasItems: true)
            let data = try DataFiles.make(findings)
            var pages = SiteBuilder.pages(material, data: data, hasItems: true)
            pages += try itemPages(material)
            pages.append(DataPage.page(material, files: data, pages: pages))
            for page in pages {
                record.add(layout.value(of: page), to: page.template)
                record.add(layout.frame(page, content: "…"), to: "layout")
            }
        }
        return record
    }

    private static func itemPages(_ material: PageMaterial) throws -> [Page] {
        let index = material.index
        var pages: [Page] = []
        var overviews: [ItemOverview] = []
        for (number, benchmark) in index.document.benchmarks.prefix(2).enumerated() {
            let items = MadeItems(
                index.document,
                texts: { place in
                    ItemTexts(
                        question: place == 1 ? String(repeating: "long ", count: 3000) : "q",
                        options: place == 2 ? [] : ["a", "b"], targets: [place == 2 ? "x" : "A"])
                },
                prediction: { place, model in place == 1 ? String(repeating: "long ", count: 3000) : "\(place)-\(model)"
                })
            guard var board = items.boards[benchmark.id] else { continue }
            // Epochs, an item without a score, and an answer for part of it.
            for model in board.models.indices {
                board.models[model].epochScores = [board.models[model].scores]
                board.models[model].scores[3] = .nan
                board.models[model].scores[4] = 0.5
            }
            let plan = ItemPlan(board, limit: number == 0 ? nil : 30, folder: "items/\(number)")
            let overview = ItemOverview(board, plan: plan)
            overviews.append(overview)
            let images: [Int: ItemImages.Image] = [
                0: .init(path: "items/0/images/x.png", address: nil),
                1: .init(path: nil, address: "https://x.org/i.png"),
            ]
            let page = ItemPage(board: board, plan: plan, index: index, images: images)
            for number in 0..<plan.pages { pages.append(try page.page(number, reader: items)) }
            let browse = BrowsePage(
                board: board, overview: overview, index: index, data: BrowseData(board, plan: plan, index: index),
                missingImages: 1)
            pages.append(try browse.page(reader: items))
        }
        return pages + [ItemsPage.page(overviews, hidden: ["hidden"], index: index)]
    }

    /// `ACUITY_WRITE_TEMPLATE_DATA=1` writes the list anew.
    @Test("is what the list says, name by name") func listIsTrue() throws {
        let text = try Self.recorded().text
        if ProcessInfo.processInfo.environment["ACUITY_WRITE_TEMPLATE_DATA"] != nil {
            try Data(text.utf8).write(to: Self.place)
        }
        let stored = try String(contentsOf: Self.place, encoding: .utf8)
        #expect(stored == text, "write it anew with ACUITY_WRITE_TEMPLATE_DATA=1 and look at the difference")
    }

    @Test("holds every name that the project's templates ask for") func templatesAreCovered() throws {
        let stored = TemplateData(try String(contentsOf: Self.place, encoding: .utf8))
        try stored.check(TemplateFolder(reading: Project.templates).sources)
    }

    @Test(
        "tells a name that no page gives, with file, line and the nearest one",
        arguments: [
            (
                "a\n{{nmae}}", "page.mustache:2: expected a name that the page gives; found `nmae`.",
                "Did you mean `name`?"
            ),
            (
                "{{#rows}}\n\n{{#gone}}{{/gone}}{{/rows}}",
                "page.mustache:3: expected a name that the page gives; found `gone`.", ""
            ),
            ("{{> part}}", "part.mustache:1: expected a name that the page gives; found `lost`.", ""),
        ])
    func unknownNames(source: String, message: String, hint: String) throws {
        let data = TemplateData("page\n  name text\n  rows list\n    cell text\n")
        let problem = try #require(throws: TemplateProblem.self) {
            try data.check(["page": source, "part": "{{lost}}", "unused": "{{whatever}}"])
        }
        #expect(problem.description.hasPrefix(message))
        #expect(problem.description.hasSuffix(hint))
    }

    @Test("leaves known names, partials, comments and unused templates alone") func knownNames() throws {
        let data = TemplateData("# note\npage\n  name text\n  rows list\n    cell text\n")
        try data.check([
            "page": "{{name}}{{{name}}}{{#rows}}{{cell}}{{.}}{{/rows}}{{! note }}{{> part}}",
            "part": "{{^rows}}{{/rows}}",
            "unused": "{{whatever}}",
        ])
    }
}
