import Foundation
import Records
import Testing

@testable import Readers

@Suite struct VLMEvalKitReaderTests {
    private static let sharedTexts = [
        "index", "question", "A", "B", "answer", "category", "prediction", "hit", "What?", "cat", "dog",
    ]

    private static func sheet(_ rows: String) -> String {
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><worksheet><sheetData>\(rows)</sheetData></worksheet>"
    }

    private static let header =
        "<row r=\"1\">" + zip("ABCDEFGH", 0...).map { "<c r=\"\($0)1\" t=\"s\"><v>\($1)</v></c>" }.joined() + "</row>"

    private static let rows =
        header
        + "<row r=\"2\"><c r=\"A2\"><v>12.0</v></c><c r=\"B2\" t=\"s\"><v>8</v></c><c r=\"C2\" t=\"s\"><v>9</v></c>"
        + "<c r=\"D2\" t=\"s\"><v>10</v></c><c r=\"E2\" t=\"str\"><v>A</v></c><c r=\"G2\" t=\"inlineStr\"><is><r><t>A &amp;</t></r>"
        + "<r><t xml:space=\"preserve\"> so_x000D_</t></r></is></c><c r=\"H2\" t=\"b\"><v>1</v></c></row>"
        + "<row r=\"4\"><c r=\"A4\"><v>1.3E1</v></c><c r=\"E4\" t=\"str\"><v>B</v></c><c r=\"F4\" t=\"str\"><v>Liver</v></c>"
        + "<c r=\"G4\" t=\"str\"><v>Failed to obtain answer via API.</v></c><c r=\"H4\"><v>0</v></c></row>"

    private static func workbook(_ sheet: String) -> [UInt8] {
        let shared = sharedTexts.map { "<si><t>\($0)</t></si>" }.joined()
        return storedArchive([
            (
                "xl/workbook.xml",
                "<workbook xmlns:r=\"r\"><sheets><sheet name=\"S\" sheetId=\"1\" r:id=\"rId7\"/></sheets></workbook>"
            ),
            (
                "xl/_rels/workbook.xml.rels",
                "<Relationships><Relationship Id=\"rId7\" Target=\"worksheets/first.xml\"/></Relationships>"
            ),
            ("xl/worksheets/first.xml", sheet),
            ("xl/sharedStrings.xml", "<sst>\(shared)</sst>"),
        ])
    }

    @Test func cellsOfEveryTypeAndSkippedCellsAreRead() throws {
        let sink = try read(["my_model/my_model_Some_Set_gpt-4o-mini_result.xlsx": Self.workbook(Self.sheet(Self.rows))]
        )
        #expect(sink.runs.map(\.model) == ["my_model"])
        #expect(sink.runs.map(\.benchmark) == ["Some_Set"])
        #expect(sink.runs[0].metrics == [MetricRecord(name: "Overall")])
        #expect(sink.predictions.map(\.item) == ["12", "13"])
        #expect(sink.predictions[0].choices == ["cat", "dog"])
        #expect(sink.predictions[0].targets == ["A"])
        #expect(sink.predictions[0].text == "A & so\r")
        #expect(sink.predictions[0].facets.isEmpty)
        #expect(sink.predictions[1].facets == [Facet(name: "category", value: "Liver")])
        #expect(sink.predictions[1].failure == "Failed to obtain answer via API.")
        #expect(sink.predictions[1].line == 4)
        #expect(sink.predictions.map { $0.scores.first?.value } == [1, 0])
        #expect(sink.order == ["begin", "add", "add", "finish"])
    }

    @Test func aPercentageBesideFractionsIsMadeAFraction() throws {
        let sink = try read([
            "m/m_Set_openai_result.xlsx": Self.workbook(Self.sheet(Self.rows)),
            "m/m_Set_acc.csv": Array("\"split\",\"Overall\"\n\"test\",\"50.0\"\n".utf8),
        ])
        #expect(sink.runs[0].metrics == [MetricRecord(name: "Overall", reported: 0.5)])
    }

    @Test func severalSplitsHaveNoFigureForAllItems() throws {
        let sink = try read([
            "m/m_Set_openai_result.xlsx": Self.workbook(Self.sheet(Self.rows)),
            "m/m_Set_acc.csv": Array("split,Overall\ndev,0.5\ntest,0.6\n".utf8),
        ])
        #expect(sink.runs[0].metrics[0].reported == nil)
        #expect(sink.runs[0].metrics[0].reportedNote?.contains("2 splits") == true)
    }

    @Test func quotedTabSeparatedTablesAreRead() throws {
        let text =
            "\u{FEFF}\"index\"\t\"question\"\t\"answer\"\t\"prediction\"\r\n\"a\"\t\"Line 1\nline\t2\"\t\"C\"\t\"He said \"\"C\"\"\"\r\n"
        let sink = try read(["llava_next_MMMU_DEV_VAL.tsv": Array(text.utf8)])
        #expect(sink.runs.map(\.model) == ["llava_next"])
        #expect(sink.runs.map(\.benchmark) == ["MMMU_DEV_VAL"])
        #expect(sink.runs[0].metrics.isEmpty)
        #expect(sink.predictions.map(\.question) == ["Line 1\nline\t2"])
        #expect(sink.predictions.map(\.text) == ["He said \"C\""])
    }

    @Test func plainPredictionsArePassedOverForTheScoredTable() throws {
        let folder = try Folder([
            "m/m_Set.xlsx": Self.workbook(Self.sheet(Self.rows)),
            "m/m_Set_exact_matching_result.xlsx": Self.workbook(Self.sheet(Self.rows)),
            "m/m_Set_acc.csv": Array("split,Overall\ntest,0.5\n".utf8),
        ])
        let listing = LogFinder(readers: [VLMEvalKitReader()]).find([folder.url.path])
        #expect(listing.logs.map(\.url.lastPathComponent) == ["m_Set_exact_matching_result.xlsx"])
        #expect(listing.logs[0].sidecars.map(\.lastPathComponent) == ["m_Set_acc.csv"])
        #expect(listing.passedOver.count == 1)
        #expect(listing.passedOver.first?.reason.contains("m_Set_exact_matching_result.xlsx") == true)
    }

    @Test(arguments: [
        ("", "missing-field"),
        ("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c></row>", "missing-field"),
        ("<row r=\"1\"><c r=\"A1\"", "damaged-table"),
    ])
    func sheetsWithoutRowsOfPredictionsAreProblems(rows: String, kind: String) throws {
        let folder = try Folder(["m_Set.xlsx": Self.workbook(Self.sheet(rows))])
        let url = folder.url.appendingPathComponent("m_Set.xlsx")
        let problem = #expect(throws: Problem.self) {
            try VLMEvalKitReader().read(Log(url: url, path: "m_Set.xlsx", reader: VLMEvalKitReader()), into: Sink())
        }
        #expect(problem?.kind == kind)
    }

    @Test func sheetsThatDeclareEntitiesAreRefused() throws {
        let text = "<!DOCTYPE w [<!ENTITY a \"x\">]>" + "<worksheet><sheetData>&a;</sheetData></worksheet>"
        let folder = try Folder(["m_Set.xlsx": Self.workbook(text)])
        let url = folder.url.appendingPathComponent("m_Set.xlsx")
        let problem = #expect(throws: Problem.self) {
            try VLMEvalKitReader().read(Log(url: url, path: "m_Set.xlsx", reader: VLMEvalKitReader()), into: Sink())
        }
        #expect(problem?.kind == "unsafe-xml")
    }

    @Test(
        arguments: [
            ("a_b_MMStar.xlsx", [String](), "a_b", "MMStar", nil, nil),
            ("a_b_PathVQA_TEST_auxmatch.xlsx", [], "a_b", "PathVQA_TEST", nil, "auxmatch"),
            ("a_b_Other_Set.xlsx", ["T20250801-101112", "a_b"], "a_b", "Other_Set", nil, nil),
            ("a_Set_chatgpt-0125_result.xlsx", ["x"], "a", "Set", "chatgpt-0125", "result"),
            ("a_SLAKE_openai_results.tsv", ["x"], "a", "SLAKE", "openai", "results"),
        ] as [(String, [String], String, String, String?, String?)])
    func fileNamesAreSplit(
        name: String, folders: [String], model: String, benchmark: String, judge: String?, kind: String?
    ) {
        let parts = VLMEvalKitFileName(name)
        #expect(parts.modelAndBenchmark(folders: folders)?.model == model)
        #expect(parts.modelAndBenchmark(folders: folders)?.benchmark == benchmark)
        #expect(parts.judge == judge)
        #expect(parts.kind == kind)
    }

    @Test func theNameOfAFolderTellsTheTime() {
        #expect(VLMEvalKitFileName.startedAt(folders: ["T20250801-101112"]) == "2025-08-01T10:11:12")
        #expect(VLMEvalKitFileName.startedAt(folders: ["m", "T20250801_Gabc123"]) == "2025-08-01")
        #expect(VLMEvalKitFileName.startedAt(folders: ["Tables"]) == nil)
    }

    @Test(.enabled(if: RealLogs.folder != nil, "skipped: the logs of ../shared/logs are absent"))
    func realLogsGiveTheFiguresThatTheRunnerReported() throws {
        let folder = try #require(RealLogs.folder)
        let rows = try RealLogs.rows("/vlmevalkit/")
        #expect(!rows.isEmpty)
        for row in rows {
            let sink = try readLogs(folder.appendingPathComponent(row[0]))
            let metric = try #require(sink.runs.first?.metrics.first, "\(row[0])")
            let scores = sink.predictions.compactMap { $0.scores.first?.value }
            let mean = scores.reduce(0, +) / Double(scores.count)
            #expect(metric.name == row[1])
            #expect(scores.count == Int(row[3]))
            #expect(abs(mean - (Double(row[4]) ?? .nan)) < 1e-6)
            #expect(abs((metric.reported ?? .nan) - (Double(row[2]) ?? .nan)) < 1e-6)
            #expect(sink.runs[0].benchmark == "MedQDemo")
            #expect(sink.problems.isEmpty)
        }
    }

    @Test(.enabled(if: RealLogs.folder != nil, "skipped: the logs of ../shared/logs are absent"))
    func aRealWorkbookOfPredictionsIsReadWhole() throws {
        let sink = try readLogs(try #require(RealLogs.folder).appendingPathComponent("vlmevalkit"))
        #expect(sink.runs.map(\.model) == ["llava_next_yi_34b"])
        #expect(sink.runs.map(\.benchmark) == ["MMStar"])
        #expect(sink.predictions.count == 1500)
        #expect(sink.predictions.allSatisfy { $0.text?.isEmpty == false && $0.targets.count == 1 })
    }

    private func read(_ files: [String: [UInt8]]) throws -> Sink {
        let folder = try Folder(files)
        return try readLogs(folder.url)
    }

    private func readLogs(_ url: URL) throws -> Sink {
        let listing = LogFinder(readers: [VLMEvalKitReader()]).find([url.path])
        if let problem = listing.problems.first { throw problem }
        let sink = Sink()
        for log in listing.logs { try log.reader.read(log, into: sink) }
        return sink
    }
}

private final class Sink: RecordSink {
    var runs: [RunRecord] = []
    var predictions: [PredictionRecord] = []
    var problems: [Problem] = []
    var order: [String] = []

    func begin(_ run: RunRecord) { order.append("begin") }
    func add(_ prediction: PredictionRecord) {
        order.append("add")
        predictions.append(prediction)
    }
    func finish(_ run: RunRecord) {
        order.append("finish")
        runs.append(run)
    }
    func note(_ problem: Problem) { problems.append(problem) }
}

/// A folder of files that is removed with it.
private final class Folder {
    let url: URL

    init(_ files: [String: [UInt8]]) throws {
        url = FileManager.default.temporaryDirectory.appendingPathComponent("acuity-vlmevalkit-\(UUID().uuidString)")
        for (name, bytes) in files {
            let file = url.appendingPathComponent(name)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(bytes).write(to: file)
        }
    }

    deinit { try? FileManager.default.removeItem(at: url) }
}

/// The logs that lie beside the repository, if they do.
private enum RealLogs {
    /// The package's root may itself be a folder of worktrees, so two places are looked at.
    static let folder: URL? = {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        return ["../shared/logs", "../../shared/logs"].map { root.appendingPathComponent($0).standardizedFileURL }
            .first { FileManager.default.fileExists(atPath: $0.appendingPathComponent("EXPECTED.tsv").path) }
    }()

    static func rows(_ part: String) throws -> [[String]] {
        guard let folder else { return [] }
        return try String(contentsOf: folder.appendingPathComponent("EXPECTED.tsv"), encoding: .utf8)
            .split(separator: "\n").map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
            .filter { $0[0].contains(part) }
    }
}

/// A ZIP file whose members are stored.
private func storedArchive(_ members: [(name: String, text: String)]) -> [UInt8] {
    func little<Number: FixedWidthInteger>(_ number: Number) -> [UInt8] {
        (0..<MemoryLayout<Number>.size).map { UInt8(truncatingIfNeeded: number >> (8 * Number($0))) }
    }
    var body: [UInt8] = []
    var directory: [UInt8] = []
    for (name, text) in members {
        let bytes = Array(text.utf8)
        var sum = CyclicRedundancy()
        bytes.withUnsafeBytes { sum.add($0) }
        let size = little(UInt32(bytes.count))
        let common =
            little(UInt16(20)) + little(UInt64(0)) + little(sum.value) + size + size
            + little(UInt16(name.utf8.count)) + little(UInt16(0))
        directory +=
            little(UInt32(0x0201_4B50)) + little(UInt16(20)) + common + [UInt8](repeating: 0, count: 10)
            + little(UInt32(body.count)) + Array(name.utf8)
        body += little(UInt32(0x0403_4B50)) + common + Array(name.utf8) + bytes
    }
    let count = little(UInt16(members.count))
    return body + directory + little(UInt32(0x0605_4B50)) + little(UInt32(0)) + count + count
        + little(UInt32(directory.count)) + little(UInt32(body.count)) + little(UInt16(0))
}
