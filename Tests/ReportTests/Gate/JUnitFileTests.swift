import Findings
import Foundation
import Testing

@testable import Report

@Suite("The gate as a test report")
struct JUnitFileTests {
    private func report(_ document: ReleaseDocument) throws -> XMLTree {
        try XMLTree.read(Data(try GateReport.render(document, as: .junit).utf8))
    }

    /// What the schemas of Surefire and of Jenkins' xUnit plugin both take: elements with their attributes (required
    /// ones first) and children in their order.
    private static let schema: [String: (required: Set<String>, optional: Set<String>, children: [String])] = [
        "testsuites": ([], ["name", "tests", "failures", "errors", "time"], ["testsuite"]),
        "testsuite": (["name", "tests", "errors", "skipped", "failures"], ["time"], ["properties", "testcase"]),
        "properties": ([], [], ["property"]), "property": (["name", "value"], [], []),
        "testcase": (["name", "time"], ["classname"], ["failure", "skipped", "system-out"]),
        "failure": (["type"], ["message"], []), "skipped": ([], ["message"], []), "system-out": ([], [], []),
    ]

    private func check(_ element: XMLTree) throws {
        let rule = try #require(Self.schema[element.name], "\(element.name)")
        let names = Set(element.attributes.keys)
        #expect(rule.required.isSubset(of: names), "\(element.name) lacks an attribute")
        #expect(names.isSubset(of: rule.required.union(rule.optional)), "\(element.name): \(names)")
        let places = element.children.map { rule.children.firstIndex(of: $0.name) }
        #expect(!places.contains(nil), "\(element.name) holds \(element.children.map(\.name))")
        #expect(places.compactMap(\.self) == places.compactMap(\.self).sorted(), "children of \(element.name)")
        for child in element.children { try check(child) }
    }

    @Test("is well formed and fits the schema whatever texts are", arguments: Releases.all.map(\.name))
    func schema(name: String) throws {
        let root = try report(Releases.named(name))
        try check(root)
        let suites = root.all("testsuite")
        for suite in suites {
            #expect(suite.attributes["tests"] == String(suite.all("testcase").count))
            #expect(suite.attributes["failures"] == String(suite.all("testcase").count { !$0.all("failure").isEmpty }))
            #expect(suite.attributes["skipped"] == String(suite.all("testcase").count { !$0.all("skipped").isEmpty }))
        }
        #expect(root.attributes["tests"] == String(suites.reduce(0) { $0 + $1.all("testcase").count }))
    }

    @Test("has a suite for the whole, each benchmark, measures and thresholds, and fails what blocks")
    func suites() throws {
        let root = try report(Releases.blocked())
        let names = root.all("testsuite").compactMap { $0.attributes["name"] }
        #expect(names == ["overall", "SLAKE", "VQA-RAD", "PathVQA", "MMMU-Med", "measures", "thresholds"])
        let tests = root.all("testsuite").flatMap { $0.all("testcase") }
        let failed = tests.filter { !$0.all("failure").isEmpty }
        #expect(failed.compactMap { $0.attributes["name"] } == ["v2: SLAKE", "v2: SLAKE, reasoning"])
        #expect(failed[0].all("failure")[0].attributes["type"] == "regression")
        #expect(failed[0].all("failure")[0].attributes["message"]?.contains("−3.8 points [−5.5, −2.1]") == true)
        #expect(try failed[0].only("failure").contains("logs/v2/slake.jsonl:411"))
        #expect(try failed[0].only("system-out").contains("adjusted_p_value: 0.0006"))
        let skipped = tests.filter { !$0.all("skipped").isEmpty }
        #expect(skipped.compactMap { $0.attributes["name"] } == ["v2: PathVQA"])
        #expect(skipped[0].all("skipped")[0].attributes["message"]?.contains("Labels are being corrected") == true)
    }

    @Test("an inconclusive comparison passes, and fails by its own type only where the policy is strict")
    func strictness() throws {
        func types(_ document: ReleaseDocument) throws -> [String?] {
            try report(document).all("testsuite").flatMap { $0.all("testcase") }.flatMap { $0.all("failure") }.map {
                $0.attributes["type"]
            }
        }
        #expect(try types(Releases.passed()).isEmpty)
        #expect(try types(Releases.strict()) == ["inconclusive", "inconclusive", "inconclusive"])
    }

    @Test("an expired waiver is told where it would have helped")
    func expiry() throws {
        #expect(try GateReport.render(Releases.blocked(), as: .junit).contains("its waiver expired on 2025-06-30"))
    }
}
