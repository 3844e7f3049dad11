import Findings
import Foundation
import Testing

@testable import Report

@Suite("A site built from findings")
struct SiteBuilderTests {
    /// Writes the fixture's site where `ACUITY_TRIAL_SITE` points, for looking at it in a browser.
    @Test(.enabled(if: ProcessInfo.processInfo.environment["ACUITY_TRIAL_SITE"] != nil, "no trial site was asked for"))
    func theFixtureCanBeLookedAt() throws {
        let place = try #require(ProcessInfo.processInfo.environment["ACUITY_TRIAL_SITE"])
        let templates = try TemplateFolder(reading: Project.templates)
        for (name, findings) in Variants.all {
            let files = try SiteBuilder.build(findings: findings, templates: templates)
            try SiteWriter.write(files, to: URL(fileURLWithPath: place).appendingPathComponent(name))
        }
    }
}
