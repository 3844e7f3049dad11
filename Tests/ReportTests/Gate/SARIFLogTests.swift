import Findings
import Foundation
import Testing

@testable import Report

@Suite("The gate as a log of static analysis")
struct SARIFLogTests {
    /// As much of SARIF 2.1.0 as the log uses, with the names and kinds that its schema gives them.
    private struct Log: Decodable {
        struct Message: Decodable { var text: String }
        struct Run: Decodable {
            var tool: Tool
            var results: [Result]
            var columnKind: String
        }
        struct Tool: Decodable { var driver: Driver }
        struct Driver: Decodable {
            var name: String
            var version: String
            var rules: [Rule]
        }
        struct Rule: Decodable {
            var id: String
            var shortDescription: Message
        }
        struct Result: Decodable {
            var ruleId: String
            var ruleIndex: Int
            var level: String
            var message: Message
            var locations: [Location]
            var relatedLocations: [Location]?
            var partialFingerprints: [String: String]
            var suppressions: [Suppression]?
        }
        struct Suppression: Decodable {
            var kind: String
            var status: String
            var justification: String
        }
        struct Location: Decodable {
            var id: Int?
            var physicalLocation: Physical?
            var logicalLocations: [Logical]?
        }
        struct Logical: Decodable { var fullyQualifiedName: String }
        struct Physical: Decodable {
            var artifactLocation: Artifact
            var region: Region
        }
        struct Artifact: Decodable {
            var uri: String
            var uriBaseId: String?
        }
        struct Region: Decodable { var startLine: Int }
        var version: String
        var runs: [Run]
    }

    private func log(_ document: ReleaseDocument, _ options: GateOptions = GateOptions()) throws -> Log {
        let text = try GateReport.render(document, as: .sarif, options: options)
        return try JSONDecoder().decode(Log.self, from: Data(text.utf8))
    }

    @Test("has the form of SARIF 2.1.0 whatever texts are", arguments: Releases.all.map(\.name))
    func form(name: String) throws {
        let log = try log(Releases.named(name))
        #expect(log.version == "2.1.0")
        let run = try #require(log.runs.first)
        #expect(run.columnKind == "unicodeCodePoints")
        #expect(run.tool.driver.rules.map(\.id) == ["acuity/regression", "acuity/threshold", "acuity/measure"])
        for result in run.results {
            #expect(run.tool.driver.rules[result.ruleIndex].id == result.ruleId)
            #expect(["error", "warning", "note"].contains(result.level))
            #expect(!result.message.text.isEmpty && !result.message.text.contains("]("))
            let places = result.locations + (result.relatedLocations ?? [])
            for place in places.compactMap(\.physicalLocation) {
                #expect(place.region.startLine >= 1)
                #expect(
                    place.artifactLocation.uri.wholeMatch(of: #/(file://)?([A-Za-z0-9._~\/-]|%[0-9A-F]{2})*/#) != nil)
            }
            let ids = (result.relatedLocations ?? []).compactMap(\.id)
            #expect(Set(ids).count == ids.count)
        }
        let prints = run.results.flatMap { $0.partialFingerprints.values }
        #expect(Set(prints).count == run.results.count)
    }

    @Test("tells what blocks, what is tolerated and what is waived apart")
    func levels() throws {
        let results = try #require(try log(Releases.blocked()).runs.first).results
        #expect(results.map(\.level) == ["error", "error", "note", "warning", "warning"])
        #expect(results.map(\.ruleId).suffix(2) == ["acuity/measure", "acuity/threshold"])
        let waived = results[2].suppressions?.first
        #expect(waived?.kind == "external" && waived?.status == "accepted")
        #expect(waived?.justification == "Labels are being corrected, see the data team's note (until 2026-01-31)")
        #expect(results.filter { $0.suppressions != nil }.count == 1)
        #expect(results[0].locations[0].physicalLocation?.region.startLine == 411)
        #expect(results[0].relatedLocations?.count == 11)
    }

    @Test("names files by the repository's root, percent-encoded")
    func addresses() throws {
        let options = GateOptions(sourceRoot: "study")
        let result = try #require(try log(Releases.blocked(), options).runs.first?.results.first)
        #expect(result.locations[0].physicalLocation?.artifactLocation.uri == "study/logs/v2/slake.jsonl")
        #expect(LogAddress.uri("a b/ü?#%:.jsonl", root: "") == "a%20b/%C3%BC%3F%23%25%3A.jsonl")
        #expect(LogAddress.uri("/a/b", root: "x") == "file:///a/b")
        #expect(LogAddress.uri("c", root: "x/") == "x/c")
    }

    @Test("a fingerprint depends neither on the numbers nor on the candidate's name")
    func fingerprints() throws {
        var later = Releases.blocked()
        later.releases[1].label = "v9"
        for position in later.comparisons.indices {
            later.comparisons[position].candidate = "v9"
            later.comparisons[position].estimate -= 0.01
        }
        later.outcome.blocking = later.outcome.blocking.map {
            var failure = $0
            failure.candidate = "v9"
            return failure
        }
        let before = try #require(try log(Releases.blocked()).runs.first).results.prefix(2).map(\.partialFingerprints)
        let after = try #require(try log(later).runs.first).results.prefix(2).map(\.partialFingerprints)
        #expect(Array(before) == Array(after))
    }

    @Test("an inconclusive comparison is a warning only where the policy is strict")
    func strictness() throws {
        #expect(try log(Releases.passed()).runs[0].results.isEmpty)
        #expect(try log(Releases.strict()).runs[0].results.map(\.level) == ["warning", "warning", "warning"])
    }
}
