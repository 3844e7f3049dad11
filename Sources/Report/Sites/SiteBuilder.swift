import Findings
import Foundation
import Synchronization

/// Makes the pages, drawings and data files of a site from findings. Nothing is read or written here.
public enum SiteBuilder {
    /// Builds the whole site in memory, as `build(findings:templates:items:to:)` does.
    ///
    /// - Returns: The files, sorted by path.
    public static func build(
        findings: FindingsDocument, templates: TemplateFolder, items: (any ItemSource)? = nil
    ) throws -> [SiteFile] {
        let files = Mutex<[SiteFile]>([])
        try build(findings: findings, templates: templates, items: items) { file in files.withLock { $0.append(file) } }
        return files.withLock { $0 }.sorted { $0.path < $1.path }
    }

    /// Builds the whole site and hands over each file as soon as it is made. The same findings, items and templates give
    /// the same bytes as long as the fonts are the same.
    ///
    /// - Parameters:
    ///   - findings: What the pages show.
    ///   - templates: How the pages look.
    ///   - items: Where the pages of items take them from; without it there are none.
    ///   - write: Takes a file, from several threads and in any order. Paths are relative and use `/`.
    /// - Throws: `TemplateProblem` if a template is malformed, `ChartProblem` if a figure cannot be drawn, an encoding
    ///   error if the findings hold a number that JSON cannot, and what `items` and `write` throw.
    public static func build(
        findings: FindingsDocument, templates: TemplateFolder, items: (any ItemSource)?,
        to write: @escaping @Sendable (SiteFile) throws -> Void
    ) throws {
        let set = try templates.parsed()
        let hasItems = items != nil && ItemSite.isNeeded(findings)
        let material = try PageMaterial(findings, hasItems: hasItems)
        let data = try DataFiles.make(findings)
        let layout = Layout(material: material, templates: set, hasItems: hasItems)
        var pages = pages(material, data: data, hasItems: hasItems)
        var overviews: [ItemOverview] = []
        if hasItems, let items {
            let hidden: [String]
            let site = ItemSite(source: items, index: material.index, layout: layout)
            (overviews, hidden) = try site.write(to: write)
            pages.append(ItemsPage.page(overviews, hidden: hidden, index: material.index))
        }
        // Last, because it lists the cards of the others.
        pages.append(DataPage.page(material, files: data, pages: pages))
        _ = try Parallel.map(pages) { try write(SiteFile(path: $0.path, text: try layout.html($0))) }
        let itemPaths = overviews.flatMap(\.paths)
        for file in Sitemap.files(pages: pages.map(\.path) + itemPaths, address: SiteAddress(findings.study.baseURL)) {
            try write(file)
        }
        if let feed = Feed(index: material.index, ranking: material.ranking) { try write(feed.file) }
        for file in try PageCards(material).files(pages) { try write(file) }
        let drawn = material.figures.files + material.badges.files
        _ = try Parallel.map(data.map(\.file) + drawn + (try PairData.files(material)), write)
        for (name, asset) in templates.assets.sorted(by: { $0.key < $1.key }) {
            try write(SiteFile(path: "assets/" + name, data: asset))
        }
    }

    static func pages(_ material: PageMaterial, data: [DataFile], hasItems: Bool) -> [Page] {
        var pages = [HomePage.page(material), ModelsPage.page(material), BenchmarksPage.page(material)]
        if ClaimsPage.isNeeded(material.findings) { pages.append(ClaimsPage.page(material)) }
        pages += Parallel.map(material.findings.models) { ModelPage.page($0, material) }
        pages += Parallel.map(material.findings.benchmarks) { BenchmarkPage.page($0, material) }
        pages += Parallel.map(material.index.pairs.all) { PairPage.page($0.first, $0.second, material) }
        pages += [
            ComparePage.page(material), GapPage.page(material), VerdictsPage.page(material),
            VariancePage.page(material), RanksPage.page(material), ReleasesPage.page(material),
            MethodsPage.page(material), ChecklistPage.page(material, hasItems: hasItems),
            AboutPage.page(material, files: data),
        ]
        var missing = Page(path: "404.html", title: "Not found", template: "404", value: [:], section: nil)
        missing.hasOwnCard = false
        return pages + [missing]
    }
}
