import Foundation
import Records
import Testing

@testable import Readers

@Suite("hostile logs")
struct HostileLogTests {
    private static let last = Int.max

    private func read(_ path: String) throws -> CollectingSink {
        let sink = CollectingSink()
        for log in LogFinder().find([LogRequest(path: path)]).logs { try log.read(into: sink) }
        return sink
    }

    // MARK: - Numbers

    @Test(
        "counts beyond reason in the header of an Inspect log are none",
        arguments: [
            (#""config": {"epochs": \#(last)}, "dataset": {"samples": \#(last)}"#, "null", 1),
            (#""config": {"epochs": 0}, "dataset": {"samples": -5}"#, "\(last)", 1),
            (#""config": {}, "dataset": {"samples": 2}"#, "1", last),
        ])
    func inspectCounts(eval: String, total: String, epoch: Int) throws {
        let text =
            #"{"version": 2, "status": "success", "eval": {"task": "t", "model": "m", \#(eval)}, "#
            + #""results": {"total_samples": \#(total), "scores": []}, "samples": [{"id": 1, "epoch": \#(epoch), "#
            + #""input": "q", "target": "A", "output": {"completion": "A"}, "scores": {"s": {"value": 1}}}]}"#
        let workspace = try Workspace()
        let sink = try read(workspace.write("log.json", text))
        #expect(sink.predictions.map(\.epoch) == [1])
        #expect((0...2).contains(sink.runs[0].itemsReported ?? 0))
    }

    @Test("only whole numbers that count something are counters")
    func counters() throws {
        let text = Array("[0, 2147483648, 2147483649, -1, 9223372036854775807, 1.5, null]".utf8)
        let document = try JSONDocument(text, place: InputPlace(file: "f"))
        #expect(document.root.elements.map(\.counter) == [0, 1 << 31, nil, nil, nil, nil, nil])
    }

    @Test("infinite and absurdly large scores count as missing and are told")
    func infiniteScores() throws {
        let sink = CollectingSink()
        let finite = FiniteSink(sink, place: InputPlace(file: "f.jsonl"))
        var run = RunRecord(index: 0, runner: "generic", model: "m", benchmark: "b", metrics: [MetricRecord(name: "s")])
        run.metrics[0].reported = .infinity
        try finite.begin(run)
        for (index, value) in [1, .infinity, -1e308, .nan, 0].enumerated() {
            let scores = [MetricScore(metric: 0, value: value)]
            try finite.add(PredictionRecord(run: 0, item: "\(index)", scores: scores, line: index + 1))
        }
        try finite.finish(run)
        #expect(sink.mean(of: "s").items == 3)
        #expect(sink.predictions[1].scores[0].value == nil && sink.predictions[2].scores[0].value == nil)
        #expect(sink.runs[0].metrics[0].reported == nil)
        let problem = try #require(sink.problems.first)
        #expect(problem.kind == "infinite-score" && problem.count == 2 && problem.line == 2)
    }

    @Test("every log is read through the guard against infinite scores")
    func infiniteScoresOfLogs() throws {
        let line =
            #"{"doc_id": 0, "doc": {"question": "q?"}, "target": "B", "arguments": {}, "resps": [["B"]], "#
            + #""filtered_resps": ["B"], "filter": "none", "metrics": ["acc"], "doc_hash": "h", "acc": 1e308}"#
        let workspace = try Workspace()
        let sink = try read(workspace.write("org__m/samples_t_x_2026-01-01T02-03-04.5.jsonl", line + "\n"))
        #expect(sink.predictions.map { $0.scores.first?.value } == [nil])
        #expect(sink.problemKinds.contains("infinite-score"))
    }

    // MARK: - Wide rows

    @Test("the fields of a row come once, the last of several with one key")
    func repeatedFields() throws {
        let text = Array(#"{"a": 1, "b": {"c": 2}, "a": 3, "b": 4}"#.utf8)
        let document = try JSONDocument(text, place: InputPlace(file: "f"))
        let row = GenericRow(json: document.root, line: 1)
        #expect(row.fieldNames == ["a", "b", "b.c"])
        #expect(row.fields.map(\.content.text) == ["3", "4", "2"])
    }

    @Test("a row of a hundred thousand equal keys and one of ten thousand fields are read")
    func wideRows() throws {
        let equal = String(repeating: #""prediction": "A", "#, count: 100_000)
        let many = (0..<10_000).map { #""k\#($0)": 1"# }.joined(separator: ", ")
        let start = #"{"id": 1, "model": "m", "benchmark": "b", "answer": "A", "prediction": "A", "#
        let text = "\(start)\(equal)\"x\": 1}\n\(start.replacing("1", with: "2"))\(many)}\n"
        let workspace = try Workspace()
        #expect(try read(workspace.write("w.jsonl", text)).predictions.map(\.item) == ["1", "2"])
    }

    @Test("a field beyond those that are looked at is found if the user names it")
    func namedFieldOfAWideTable() throws {
        let fill = (0..<5000).map { "c\($0)" }
        let workspace = try Workspace()
        let path = try workspace.write(
            "w.csv",
            (["id", "answer"] + fill + ["said"]).joined(separator: ",") + "\n"
                + (["1", "A"] + fill + ["B"]).joined(separator: ",") + "\n")
        var log = Log(url: URL(fileURLWithPath: path), path: "w.csv", reader: GenericReader())
        log.mapping = FieldMapping(roles: ["prediction": "said"])
        let sink = CollectingSink()
        try log.read(into: sink)
        #expect(sink.predictions.map(\.text) == ["B"])
    }

    @Test("a text where the names of fields should be is no field")
    func endlessName() throws {
        let name = String(repeating: "model answer score ", count: 500)
        let workspace = try Workspace()
        let path = try workspace.write("w.jsonl", "{\"id\": 1, \"\(name)\": \"x\"}\n{\"id\": 2, \"\(name)\": \"y\"}\n")
        #expect(LogFinder().find([LogRequest(path: path)]).logs.isEmpty)
        #expect(FieldProfile.accepts("answer", beside: 5) && !FieldProfile.accepts(name, beside: 5))
        #expect(FieldProfile.accepts(name, beside: 5, named: [name]) && !FieldProfile.accepts("answer", beside: 5000))
    }

    @Test("a table row of more fields than any table has is a problem")
    func tooManyFields() throws {
        let bytes = [UInt8](repeating: UInt8(ascii: ","), count: QuotedRows.mostFields + (1 << 17))
        let rows = QuotedRows(open: { MemorySource(bytes, place: InputPlace(file: "f.csv")) }, separator: 0x2C)
        let problem = #expect(throws: Problem.self) { try rows.forEachRow { _ in true } }
        #expect(problem?.kind == "too-long" && problem?.line == 1)
    }

    // MARK: - Workbooks

    private func sheet(_ xml: [UInt8]) throws -> [(Int, [RawCell])] {
        var rows: [(Int, [RawCell])] = []
        try withoutActuallyEscaping({ rows.append(($0, $1)) }) { body in
            try XMLStream.walk(
                MemorySource(xml, place: InputPlace(file: "f.xlsx")), limit: 1 << 20,
                SheetVisitor(at: InputPlace(file: "f.xlsx"), body))
        }
        return rows
    }

    private static let body = "<worksheet><sheetData><row><c><v>1</v></c></row></sheetData></worksheet>"

    @Test(
        "XML that the parser does not withstand is refused",
        arguments: [
            "<?x?>" + body, body + "<?x?>", "<!DOCTYPE w [<!NOTATION n PUBLIC \"p\">]>" + body,
            "<?" + String(repeating: "x", count: 300) + "?>" + body,
            "<?xml version=\"1.0\" encoding=\"UTF-7\"?>" + body,
        ])
    func unsafeXML(text: String) {
        let problem = #expect(throws: Problem.self) { try sheet(Array(text.utf8)) }
        #expect(problem?.kind == "unsafe-xml")
    }

    @Test(
        "XML that is no UTF-8 is refused",
        arguments: [
            [0xFF, 0xFE] + body.utf16.flatMap { [UInt8($0 & 0xFF), 0] },
            Array("<worksheet xmlns=\"sch".utf8) + [0xE9] + Array("mas\"/>".utf8),
            Array("<worksh".utf8) + [0xED, 0xA0, 0x80] + Array("t/>".utf8),
        ] as [[UInt8]])
    func otherEncodings(bytes: [UInt8]) {
        let problem = #expect(throws: Problem.self) { try sheet(bytes) }
        #expect(problem?.kind == "unsafe-xml")
    }

    @Test("the XML declaration and instructions with content may stand")
    func safeXML() throws {
        let text =
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?><?mso-application progid=\"Excel.Sheet\"?><!-- é漢😀 -->"
            + Self.body
        #expect(try sheet(Array(text.utf8)).map(\.0) == [1])
    }

    @Test("a row number beyond the largest sheet is none")
    func rowNumbers() throws {
        let text =
            "<worksheet><sheetData><row r=\"2\"/><row r=\"9223372036854775807\"/><row/><row r=\"-4\"/></sheetData></worksheet>"
        #expect(try sheet(Array(text.utf8)).map(\.0) == [2, 3, 4, 5])
    }

    // MARK: - HELM

    @Test("a trial beyond reason is the first")
    func trials() throws {
        let text = Array(#"{"instance_id": "id1", "train_trial_index": \#(Self.last)}"#.utf8)
        let document = try JSONDocument(text, place: InputPlace(file: "f"))
        #expect(HELMKey(document.root)?.trial == 0)
    }
}
