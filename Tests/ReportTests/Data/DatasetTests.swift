import Findings
import Foundation
import Testing

@testable import Report

@Suite("The dataset in the words of schema.org")
struct DatasetTests {
    private static func object(_ site: [String: Data]) throws -> [String: Any] {
        let data = try #require(site["data/dataset.jsonld"])
        return try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    }

    @Test("is JSON with name, description, licence, variables and the files with their sizes and hashes")
    func fileIsWhole() throws {
        var findings = Fixture.study()
        findings.study.baseURL = "https://a.org/b"
        findings.study.cite = "@misc{x, author = {Doe, Jane and Roe, Richard}}"
        let site = try Project.site(findings)
        let dataset = try Self.object(site)
        #expect(dataset["@context"] as? String == "https://schema.org/" && dataset["@type"] as? String == "Dataset")
        #expect(dataset["name"] as? String == findings.study.title)
        let description = try #require(dataset["description"] as? String)
        #expect(description.contains("Simulated from published accuracies") && description.count >= 50)
        #expect(dataset["license"] as? String == "https://creativecommons.org/licenses/by/4.0/")
        #expect(dataset["url"] as? String == "https://a.org/b/")
        #expect(dataset["isAccessibleForFree"] as? Bool == true)
        #expect((dataset["creator"] as? [[String: String]])?.map { $0["name"] } == ["Doe, Jane", "Roe, Richard"])
        #expect((dataset["measurementTechnique"] as? [String])?.contains("exact McNemar test") == true)
        #expect((dataset["variableMeasured"] as? [[String: Any]])?.count == 4)
        let files = try #require(dataset["distribution"] as? [[String: String]])
        #expect(files.count == 7)
        for file in files {
            let url = try #require(file["contentUrl"])
            #expect(url.hasPrefix("https://a.org/b/data/"))
            let data = try #require(site[String(url.dropFirst("https://a.org/b/".count))])
            #expect(file["sha256"] == Checksum.sha256(data) && file["contentSize"] == "\(data.count) B")
            #expect(file["encodingFormat"]?.contains("/") == true)
        }
    }

    @Test("has no absolute address of the site where the study names none")
    func addressesAreRelative() throws {
        let dataset = try Self.object(try Project.site(Fixture.study()))
        #expect(dataset["url"] == nil && dataset["@id"] == nil)
        let files = try #require(dataset["distribution"] as? [[String: String]])
        #expect(files.first?["contentUrl"] == "findings.json")
    }

    @Test("is valid JSON whatever the study is called")
    func textsAreEscaped() throws {
        let dataset = try Self.object(try Project.site(Variants.attacks))
        #expect(dataset["name"] as? String == Variants.attacks.study.title)
    }

    @Test("is linked from the home page and the data page, and no other")
    func pagesLinkIt() throws {
        for (path, data) in try Project.site(Fixture.study()) where path.hasSuffix(".html") {
            let isLinked = String(decoding: data, as: UTF8.self).contains("application/ld+json")
            #expect(isLinked == ["index.html", "data.html"].contains(path), "\(path)")
        }
    }

    @Test("stands in the data page as microdata too, with a download for each file of findings")
    func microdataStands() throws {
        let page = Project.text(try Project.site(Fixture.study()), "data.html")
        #expect(page.contains("itemtype=\"https://schema.org/Dataset\""))
        for name in ["name", "description", "license", "version", "variableMeasured", "measurementTechnique"] {
            #expect(page.contains("itemprop=\"\(name)\""), "\(name)")
        }
        #expect(page.components(separatedBy: "itemtype=\"https://schema.org/DataDownload\"").count == 8)
        #expect(page.components(separatedBy: "itemprop=\"contentUrl\" href=\"data/").count == 8)
    }
}
