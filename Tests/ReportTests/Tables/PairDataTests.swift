import Findings
import Foundation
import Testing

@testable import Report

@Suite("The data of live comparisons")
struct PairDataTests {
    /// A file as its script sees it.
    private struct File: Decodable {
        var name: String
        var scopes: [[String]]
        var estimates: [[Cell]]
        var others: [String: Other]
    }

    private struct Other: Decodable {
        var said: String
        var rows: [[Cell]]
    }

    private struct Cell: Decodable {
        var number: Double?
        var text: String?

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            number = try? container.decode(Double.self)
            text = try? container.decode(String.self)
        }
    }

    private func file(_ site: [String: Data], _ path: String) throws -> File {
        try JSONDecoder().decode(File.self, from: try #require(site[path], "\(path)"))
    }

    @Test("hold the numbers of the findings, unrounded, and the texts of the pages")
    func numbersAgree() throws {
        let findings = Fixture.study()
        let file = try file(Project.site(findings), "compare/data/lingshu-32b.json")
        #expect(file.scopes.count == 8 && file.scopes[0] == ["macro-average", "index.html"])
        #expect(file.others.count == 9)
        for (place, scope) in ([nil] + findings.benchmarks.map { Optional($0.id) }).enumerated() {
            let estimate = try #require(FindingsIndex(findings).estimate("lingshu-32b", on: scope))
            let row = try #require(file.estimates.first { $0[0].number == Double(place) })
            #expect(row[1].number == estimate.estimate && row[4].number == Double(estimate.items))
        }
        for found in findings.differences where found.second == "lingshu-32b" {
            let place =
                found.benchmark.flatMap { id in findings.benchmarks.firstIndex { $0.id == id } }.map { $0 + 1 } ?? 0
            let row = try #require(file.others[found.first]?.rows.first { $0[0].number == Double(place) })
            #expect(row.count == 18)
            #expect(row[1].number == -found.estimate)
            #expect(row[2].number == -found.interval.upper && row[3].number == -found.interval.lower)
            #expect(row[4].number == found.adjustedPValue)
            #expect(row[7].number == found.onlySecond.map { Double($0) })
            #expect(row[8].number == found.onlyFirst.map { Double($0) })
        }
        let other = try #require(file.others["qwen2.5-vl-3b"])
        let row = try #require(other.rows.first { $0[0].number == 2 })
        #expect(row[9].number == 1)
        #expect(row[11].text == "+19.52" && row[13].text == "< 0.001" && row[14].text == "88\u{2009}996")
        #expect(other.said.hasPrefix("Lingshu-32B is better than Qwen2.5-VL-3B by macro-average accuracy:"))
    }

    @Test("carry names as they are, for a script that never reads them as markup")
    func namesAreText() throws {
        let site = try Project.site(Variants.attacks)
        let files = site.keys.filter { $0.hasPrefix("compare/data/") }.sorted()
        #expect(files.count == 10)
        let names = try files.map { try file(site, $0).name }
        #expect(Set(names) == Set(Variants.attacks.models.map(\.name)))
        let script = Project.text(site, "assets/compare.js")
        for sink in ["innerHTML", "outerHTML", "insertAdjacent", "document.write", "eval(", "Function("] {
            #expect(!script.contains(sink), "\(sink)")
        }
        #expect(script.utf8.count < 5_000)
    }

    @Test("name files by safe names, whatever the models are called")
    func pathsAreSafe() throws {
        var findings = Ranked.study([0.6, 0.5, 0.4])
        for (position, name) in ["../../etc", "CON", "con"].enumerated() {
            let old = findings.models[position].id
            findings.models[position].id = name
            for place in findings.estimates.indices where findings.estimates[place].model == old {
                findings.estimates[place].model = name
            }
        }
        let paths = try Project.site(findings).keys.filter { $0.hasPrefix("compare/") }
        #expect(paths.count == 6 && Set(paths.map { $0.lowercased() }).count == 6)
        #expect(paths.allSatisfy { !$0.contains("..") })
    }

    @Test("of one of 50 models on 10 benchmarks stay below 200 KB")
    func filesAreLight() throws {
        var findings = Ranked.study([0.6])
        let model = findings.models[0], benchmark = findings.benchmarks[0], estimate = findings.estimates[0]
        let difference = try #require(Ranked.study([0.61234567890123, 0.5]).differences.first)
        findings.models = (0..<50).map { ModelFinding(id: "model-of-some-family-\($0)", name: model.name + "\($0)") }
        findings.benchmarks = (0..<10).map {
            var copy = benchmark
            copy.id = "benchmark-\($0)"
            copy.name = "Benchmark \($0)"
            return copy
        }
        let scopes: [String?] = [nil] + findings.benchmarks.map { Optional($0.id) }
        let first = findings.models[0].id
        findings.estimates = scopes.map {
            var copy = estimate
            copy.scope = $0 == nil ? .macroAverage : .benchmark
            copy.model = first
            copy.benchmark = $0
            return copy
        }
        findings.differences = findings.models.dropFirst().flatMap { other in
            scopes.map {
                var copy = difference
                copy.first = first
                copy.second = other.id
                copy.benchmark = $0
                copy.items = 9_999
                return copy
            }
        }
        let value = PairData.value(first, try PageMaterial(findings))
        #expect(try JSONEncoder().encode(value).count < 200_000)
    }
}
