import Findings
import Foundation

/// Makes the pages, drawings and data files of a site from findings. Nothing is read or written here.
public enum SiteBuilder {
    /// The name of the file by which a folder is known to be a site of Acuity.
    static let marker = ".acuity-site"

    /// Builds the whole site. The same findings and templates give the same bytes as long as the fonts are the same.
    ///
    /// - Returns: The files by path; the paths are relative and use `/`.
    /// - Throws: `TemplateProblem` if a template is malformed, `ChartProblem` if a figure cannot be drawn, an encoding
    ///   error if the findings hold a number that JSON cannot.
    public static func build(findings: FindingsDocument, templates: TemplateFolder) throws -> [SiteFile] {
        let set = try TemplateSet(templates.sources)
        let material = try PageMaterial(findings)
        let data = try DataFiles.make(findings)
        let pages = pages(material, data: data)
        let layout = Layout(material: material, templates: set)
        var files = [SiteFile(path: marker, text: "This folder is made by Acuity and replaced as a whole.\n")]
        files += try Parallel.map(pages) { SiteFile(path: $0.path, text: try layout.html($0)) }
        files += data.map(\.file) + material.figures.files + material.badges.files
        files += try PageCards(material).files(pages)
        files += templates.assets.sorted { $0.key < $1.key }.map { SiteFile(path: "assets/" + $0.key, data: $0.value) }
        return files.sorted { $0.path < $1.path }
    }

    private static func pages(_ material: PageMaterial, data: [DataFile]) -> [Page] {
        var pages = [HomePage.page(material), ModelsPage.page(material), BenchmarksPage.page(material)]
        pages += material.findings.models.map { ModelPage.page($0, material) }
        pages += material.findings.benchmarks.map { BenchmarkPage.page($0, material) }
        pages += [
            GapPage.page(material), VerdictsPage.page(material), VariancePage.page(material), RanksPage.page(material),
            ReleasesPage.page(material),
            MethodsPage.page(material), AboutPage.page(material, files: data),
        ]
        // Last, because it lists the cards of the others.
        pages.append(DataPage.page(material, files: data, pages: pages))
        var missing = Page(path: "404.html", title: "Not found", template: "404", value: [:], section: nil)
        missing.hasOwnCard = false
        return pages + [missing]
    }
}
