import Foundation
import Records
import Testing

@testable import Readers

@Suite("Captures in paths") struct PathCaptureTests {
    private static let rows =
        "{\"id\":1,\"gold\":\"A\",\"response\":\"A\"}\n{\"id\":2,\"gold\":\"B\",\"response\":\"A\"}\n"

    @Test("a pattern names model, benchmark and facets by the parts of the path") func captures() throws {
        let space = try Workspace()
        try space.write("logs/m one/b1_CT.jsonl", Self.rows)
        try space.write("logs/m two/b1_MR.jsonl", Self.rows)
        let listing = LogFinder().find([space.folder.path + "/logs/{model}/{benchmark}_{modality}.jsonl"])
        #expect(listing.logs.map(\.facts.model) == ["m one", "m two"])
        #expect(listing.logs.map(\.facts.benchmark) == ["b1", "b1"])
        let sink = CollectingSink()
        try listing.logs[1].read(into: sink)
        #expect(sink.runs[0].model == "m two" && sink.runs[0].benchmark == "b1")
        #expect(sink.predictions.allSatisfy { $0.facets.contains(Facet(name: "modality", value: "MR")) })
        #expect(!sink.problemKinds.contains("missing-model") && !sink.problemKinds.contains("missing-benchmark"))
    }

    @Test(
        "captures stand within a name, twice the same, and beside wildcards",
        arguments: [
            ("a/{m}/{m}.json", "x/x.json", ["m": "x"]), ("a/{m}/{m}.json", "x/y.json", nil),
            ("a/**/{m}_result.json", "p/q/mo_del_result.json", ["m": "mo_del"]),
            ("a/{m}-*.csv", "k.1-z.csv", ["m": "k.1"]),
            ("a/{m}.json", "p/q.json", nil), ("a/{m}+(.json", "q+(.json", ["m": "q"]),
        ] as [(String, String, [String: String]?)])
    func patterns(pattern: String, path: String, captures: [String: String]?) {
        #expect(CapturingPattern(pattern)?.match(path) == captures)
    }

    @Test("braces without a name capture nothing") func noCapture() {
        #expect(CapturingPattern("a/{}/b*.json") == nil && CapturingPattern("a/*.json") == nil)
    }

    @Test("texts of the study file are filled with the file and its folders") func texts() throws {
        let space = try Workspace()
        let path = try space.write("top/the model/set.jsonl.gz", pack(Array(Self.rows.utf8), .gzip))
        var request = LogRequest(path: path)
        request.mapping = FieldMapping(
            texts: [
                "model": .template("{folder}"), "benchmark": .template("{folder.2}-{file}"), "epoch": .constant("3"),
            ],
            facetTexts: ["site": .constant("A {b}")])
        let log = try #require(LogFinder().find([request]).logs.first)
        let sink = CollectingSink()
        try log.read(into: sink)
        #expect(sink.runs[0].model == "the model" && sink.runs[0].benchmark == "top-set")
        #expect(
            sink.predictions[0].epoch == 3 && sink.predictions[0].facets.contains(Facet(name: "site", value: "A {b}")))
    }

    @Test("a text with an unknown part is a problem that lists the known ones") func unknownPart() throws {
        let space = try Workspace()
        var request = LogRequest(path: try space.write("a.jsonl", Self.rows))
        request.mapping = FieldMapping(texts: ["model": .template("{modell}")])
        let listing = LogFinder().find([request])
        #expect(listing.logs.isEmpty && listing.problems.first?.kind == "unknown-path-part")
        #expect(listing.problems.first?.expected.contains("`{folder}`") == true)
    }

    @Test("names that the user gives go before the log's own") func givenNames() throws {
        let space = try Workspace()
        let path = try space.write(
            "l.jsonl", "{\"model\":\"m\",\"benchmark\":\"b\",\"item\":1,\"target\":\"A\",\"prediction\":\"A\"}\n")
        let listing = LogFinder().find([LogRequest(path: path, facts: GivenFacts(model: "other"))])
        let sink = CollectingSink()
        try listing.logs[0].read(into: sink)
        #expect(sink.runs[0].model == "other" && sink.runs[0].benchmark == "b")
    }
}
