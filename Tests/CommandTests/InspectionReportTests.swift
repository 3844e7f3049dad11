import Foundation
import Readers
import Records
import Study
import Testing

@testable import Ingest
@testable import acuity

@Suite("What inspect tells") struct InspectionReportTests {
    private static let rows = """
        {"model":"m","benchmark":"b","item":"1","target":"A","prediction":"B","score":1,"modality":"CT"}
        {"model":"m","benchmark":"b","item":"2","target":"A","prediction":"A","score":1,"modality":"MR"}

        """
    private static let saved = """
        {"accuracy": 1.0, "model": "m", "dataset": "medq", "predictions": ["A"], "references": ["A"], "_evaluate_version": "0.4.6"}
        """

    /// A folder with these files, removed after use.
    private func inFolder<Value>(_ files: [String: String], _ body: (String) throws -> Value) throws -> Value {
        let folder = FileManager.default.temporaryDirectory.appending(path: "acuity-inspect-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for (name, text) in files {
            try text.write(to: folder.appending(path: name), atomically: true, encoding: .utf8)
        }
        return try body(folder.path)
    }

    private func report(_ paths: [LogRequest]) throws -> InspectionReport {
        var report = InspectionReport(listing: LogFinder().find(paths))
        for log in report.listing.logs { report.add(log, try Inspection(log, listsDisagreements: true)) }
        return report
    }

    @Test("the keys of the JSON are those that the documentation lists") func documentedKeys() throws {
        var encoded: [String: Set<String>] = [:]
        func collect(_ value: Any, _ name: String) {
            if let object = value as? [String: Any] {
                encoded[name, default: []].formUnion(object.keys)
                for (key, member) in object { collect(member, key) }
            } else if let list = value as? [Any] {
                for member in list { collect(member, name) }
            }
        }
        let json = try inFolder(["rows.jsonl": Self.rows, "saved.json": Self.saved, "notes.txt": "no log"]) { folder in
            try report([LogRequest(path: folder)]).json(listsDisagreements: true)
        }
        collect(try JSONSerialization.jsonObject(with: Data(json.utf8)), "The object")
        // What no small log has all at once.
        let problem = Problem(
            kind: "k", severity: .note, file: "f", member: "m", line: 1, column: 1, field: "x", expected: "e",
            found: "f",
            remedy: "r")
        collect(try JSONSerialization.jsonObject(with: JSONEncoder().encode(problem)), "problems")
        let disagreement = Disagreement(
            model: "m", benchmark: "b", item: "1", epoch: 1, line: 1, target: "A", metric: "s", runnerScore: 1,
            score: 0,
            runnerAnswer: "A", answer: "B", rule: "letter", status: "parsed", text: "B")
        collect(try JSONSerialization.jsonObject(with: JSONEncoder().encode(disagreement)), "disagreements")

        let page = try String(
            contentsOf: ReaderPages.folder.appending(path: "../inspect.md").standardizedFileURL, encoding: .utf8)
        var documented: [String: Set<String>] = [:]
        var section = ""
        for line in page.split(separator: "\n") {
            if line.hasPrefix("### ") { section = String(line.dropFirst(4)).replacing("`", with: "") }
            if let row = line.wholeMatch(of: #/\| `(?<key>\w+)` \| .+ \|/#), !section.isEmpty {
                documented[section, default: []].insert(String(row.output.key))
            }
        }
        #expect(documented == encoded)
    }

    @Test("the reader that reads a log stands first, and metrics share what their run has in common") func text() throws
    {
        let lines = try inFolder([
            "results.json": #"[{"question":"Is it CT?","answer":"yes","response":"yes","correct":true}]"#
        ]) {
            try report([LogRequest(path: $0 + "/results.json", runner: "generic")]).text
        }.split(separator: "\n")
        #expect(lines[1].hasPrefix("  read as generic"))
        #expect(lines[2].hasPrefix("  or      medevalkit"))
        #expect(lines.filter { $0.contains("disagreements with Acuity's own score") }.count == 1)
        #expect(lines.contains { $0.hasPrefix("    metric acuity: mean 1.0 over 1 item, runner reported none") })
    }

    @Test("a reader that was asked for says so where it would not have taken the log") func askedFor() throws {
        let text = try inFolder(["rows.jsonl": Self.rows]) {
            try report([LogRequest(path: $0 + "/rows.jsonl", runner: "generic")]).text
        }
        #expect(!text.contains("as it was asked for"))
        let other = try inFolder(["rows.jsonl": Self.rows]) {
            try report([LogRequest(path: $0 + "/rows.jsonl", runner: "lm-eval")]).text
        }
        #expect(other.contains("read as lm-eval, as it was asked for"))
    }

    @Test("a condition on a facet that no prediction has is told") func unknownFacet() throws {
        try inFolder(["rows.jsonl": Self.rows]) { folder in
            let log = try #require(LogFinder().find([folder]).logs.first)
            func problems(_ name: String) throws -> [Problem] {
                let condition = [Facet(name: name, value: "CT")]
                return CommandDefinition.unknownFacets(condition, in: try Inspection(log, where: condition), of: log)
            }
            #expect(try problems("modality").isEmpty)
            #expect(try problems("moda").map(\.expected) == ["one of the facets modality"])
        }
    }

    @Test("messages of findings go on in small letters behind their place") func afterColon() {
        #expect(IngestStep.afterColon("Expected one run; found 2.") == "expected one run; found 2.")
        #expect(IngestStep.afterColon("Field `x`: expected y.") == "field `x`: expected y.")
        #expect(IngestStep.afterColon("Expectedly fine") == "Expectedly fine")
    }

    @Test("numbers and nouns agree") func numbers() {
        #expect(counted(1, "log") == "1 log")
        #expect(counted(0, "log") == "0 logs")
        #expect(counted(2, "copy", "copies") == "2 copies")
    }
}
