import Foundation
import Records
import Testing

@testable import FuzzTargets

@Suite("the inputs of fuzz targets") struct FuzzInputTests {
    @Test("files begin with their marks, and bytes before them are the head")
    func files() {
        let files = FuzzFiles(Array("head\n=== a/b\nx === y\n=== c\n=== no end".utf8))
        #expect(files.head == Array("head\n".utf8))
        #expect(files.files.map(\.path) == ["a/b", "c"])
        #expect(files.files.map { String(decoding: $0.bytes, as: UTF8.self) } == ["x === y\n", "=== no end"])
    }

    @Test("no path of an input leaves its folder, and the folder goes with its value")
    func paths() throws {
        var path = ""
        do {
            let folder = try FuzzFolder(FuzzFiles(Array("=== ../../x\n1=== /etc/y\n=== /etc/y\n2".utf8)))
            path = folder.path
            #expect(try FileManager.default.subpathsOfDirectory(atPath: path).sorted() == ["etc", "etc/y", "x"])
        }
        #expect(!FileManager.default.fileExists(atPath: path))
    }

    @Test("a sink that is called out of order, or is handed what cannot be, breaks a promise")
    func sink() throws {
        let sink = CheckingSink(takesRaw: false)
        let run = RunRecord(index: 0, runner: "r", model: "m", benchmark: "b", metrics: [MetricRecord(name: "s")])
        #expect(throws: BrokenPromise.self) { try sink.add(PredictionRecord(run: 0, item: "1")) }
        try sink.begin(run)
        #expect(throws: BrokenPromise.self) { try sink.begin(run) }
        #expect(throws: BrokenPromise.self) { try sink.add(PredictionRecord(run: 0, item: "1", confidence: 2)) }
        let score = MetricScore(metric: 0, value: 1e200)
        #expect(throws: BrokenPromise.self) { try sink.add(PredictionRecord(run: 0, item: "1", scores: [score])) }
        #expect(throws: BrokenPromise.self) {
            try sink.finish(RunRecord(index: 0, runner: "r", model: "m", benchmark: "b"))
        }
    }

    @Test("a reader that says another thing of a row as bytes is found out")
    func rawRows() throws {
        let sink = CheckingSink(takesRaw: true)
        try sink.begin(RunRecord(index: 0, runner: "r", model: "m", benchmark: "b"))
        try sink.add(PredictionRecord(run: 0, item: "1", question: "q", text: "A"))
        let raw = try #require(sink.rawSink)
        raw.remember(RawPrediction(), form: "f")
        #expect(try raw.add(RawPrediction(), form: "f") && !raw.add(RawPrediction(), form: "g"))
        #expect(sink.predictions.map(\.question) == ["q", "q"] && sink.predictions.map(\.text) == ["A", nil])
    }
}
