import Foundation
import Records
import Testing

@testable import Readers

/// Which files belong to a run.
extension OpenCompassReaderTests {
    @Test("parts are joined in the order of their numbers, each of which begins at 0")
    func parts() throws {
        let row = { (text: String) in Self.predicted("\"\(text)\"") }
        var files: [String: String] = [:]
        for part in 0..<11 {
            files["predictions/m-1/d_\(part).json"] = Self.object([row("p\(part)a"), row("p\(part)b")])
        }
        let sink = try read(files)
        #expect(sink.runs.map(\.benchmark) == ["d"])
        #expect(sink.predictions.map(\.item) == (0..<22).map(String.init))
        #expect(sink.predictions[20].text == "p10a")
        let workspace = try workspace(files)
        let named = try workspace.read(
            workspace.folder.appendingPathComponent("\(Self.root)/predictions/m-1/d_3.json").path)
        #expect(named.predictions.count == 22)
    }

    @Test("a data set whose name ends in a number is no part")
    func numberedDatasets() throws {
        var files = ["predictions/m-1/d_0.json": Self.object([Self.predicted("\"x\"")])]
        #expect(try read(files).runs.map(\.benchmark) == ["d_0"])
        files["predictions/m-1/d_1.json"] = files["predictions/m-1/d_0.json"]
        files["results/m-1/d_0.json"] = #"{"accuracy": 0}"#
        files["results/m-1/d_1.json"] = #"{"accuracy": 0}"#
        let workspace = try workspace(files)
        #expect(LogFinder().find([workspace.folder.path]).logs.count == 2)
    }

    @Test("lines with their number are read, and an interim file only if the whole one is missing")
    func lines() throws {
        let rows = [1, 0].map { #"{"idx": \#($0), "origin_prompt": "q\#($0)", "prediction": "p\#($0)", "gold": "g"}"# }
        let text = rows.joined(separator: "\n") + "\nbroken\n"
        let sink = try read(["predictions/m-1/tmp_d.jsonl": text])
        #expect(sink.runs.map(\.benchmark) == ["d"])
        #expect(sink.predictions.map(\.item) == ["1", "0"])
        #expect(sink.problemKinds.contains("malformed-line"))
        var files = Self.two
        files["predictions/m-1/tmp_d.jsonl"] = text
        let workspace = try workspace(files)
        #expect(LogFinder().find([workspace.folder.path]).logs.count == 1)
    }

    @Test("summaries and judges' folders are passed over with a reason")
    func passedOver() throws {
        var files = Self.two
        files["summary/summary_20260102_030405.csv"] = "dataset,version,metric,mode,m-1\nd,1,accuracy,gen,50.00\n"
        files["predictions/m-1_judged-by--gpt/d.json"] = files["predictions/m-1/d.json"]
        files["predictions/m-1/tmp_d.jsonl"] = #"{"idx": 0, "prediction": "x"}"#
        let workspace = try workspace(files)
        let listing = LogFinder().find([workspace.folder.path])
        #expect(listing.logs.count == 1)
        #expect(listing.problems.isEmpty)
        #expect(listing.passedOver.count == 3)
        #expect(listing.passedOver.allSatisfy { $0.reason.contains("OpenCompass") })
    }

    @Test(
        "rows and figures of others in a folder of results are not taken",
        arguments: [
            ("a.jsonl", #"{"id": "1", "prompt": "q", "prediction": "A", "is_correct": 1}"#),
            ("b.json", #"{"model": "m", "accuracy": 0.5}"#), ("c.json", #"{"loss": 0.5}"#),
        ])
    func others(_ name: String, _ text: String) throws {
        let workspace = try workspace(["results/m-1/\(name)": text])
        let url = workspace.folder.appendingPathComponent("\(Self.root)/results/m-1/\(name)")
        let probe = try LogProbe(url: url, path: name)
        #expect(OpenCompassReader().recognise(probe) == nil)
    }

    @Test("a file elsewhere is read, and its names are asked for")
    func elsewhere() throws {
        let workspace = try Workspace()
        let path = try workspace.write("mine.json", try #require(Self.two["predictions/m-1/d.json"]))
        let sink = try workspace.read(path)
        #expect(sink.runs[0].runner == "opencompass")
        #expect(sink.runs[0].benchmark == "mine")
        #expect(sink.problemKinds == ["missing-model", "missing-benchmark", "no-scores"])
    }
}
