import Foundation
import Records
import Testing

@testable import Readers

@Suite("the tables that VLMEvalKit's families of data sets write")
struct VLMEvalKitVariantsTests {
    private static func table(_ rows: [[String]]) -> String {
        rows.map { $0.map { "\"\($0.replacing("\"", with: "\"\""))\"" }.joined(separator: "\t") }.joined(
            separator: "\n") + "\n"
    }

    private func read(_ workspace: Workspace, _ path: String = "") throws -> [CollectingSink] {
        let listing = LogFinder().find([workspace.folder.appendingPathComponent(path).path])
        if let problem = listing.problems.first { throw problem }
        return try listing.logs.map { log in
            #expect(log.reader.runner.id == "vlmevalkit")
            let sink = CollectingSink()
            try log.read(into: sink)
            #expect(sink.breaches == [])
            return sink
        }
    }

    private func read(_ files: [String: String], _ path: String = "") throws -> [CollectingSink] {
        let workspace = try Workspace()
        for (name, text) in files { try workspace.write(name, text) }
        return try read(workspace, path)
    }

    private static let plain = [
        ["index", "question", "answer", "prediction"], ["1", "q", "A", "A"], ["2", "q", "B", "A"],
    ]

    private static func scored(_ hits: [String], _ column: String = "hit") -> String {
        table([plain[0] + [column, "log"]] + zip(plain.dropFirst(), hits).map { $0 + [$1, "log"] })
    }

    @Test("JSON tables are read, their empty cells and numbers too")
    func json() throws {
        let sink = try read([
            "m/m_MMStar.json":
                #"[{"index": 1.0, "question": "q", "A": "cat", "B": NaN, "answer": "A", "category": "c", "prediction": "A"}, {"index": 2, "question": "q", "A": "cat", "B": "dog", "answer": "B", "category": null, "prediction": "x\ny"}]"#
        ])[0]
        #expect([sink.runs[0].model, sink.runs[0].benchmark] == ["m", "MMStar"])
        #expect(sink.predictions.map(\.item) == ["1", "2"])
        #expect(sink.predictions.map(\.choices) == [["cat"], ["cat", "dog"]])
        #expect(sink.predictions.map(\.facets) == [[Facet(name: "category", value: "c")], []])
        #expect(sink.predictions[1].text == "x\ny")
    }

    @Test("a scored JSON table goes before its predictions, and figures may be JSON")
    func scoredJSON() throws {
        let row = { (hit: Int) in
            #"{"index": \#(hit), "question": "q", "answer": "A", "prediction": "A", "hit": \#(hit), "log": "l"}"#
        }
        let sinks = try read([
            "m/m_MMStar.json": #"[{"index": 0, "question": "q", "answer": "A", "prediction": "A"}]"#,
            "m/m_MMStar_gpt-4o-mini_result.json": "[\(row(0)), \(row(1))]",
            "m/m_MMStar_acc.json": #"[{"split": "none", "Overall": 0.5}]"#,
        ])
        #expect(sinks.count == 1)
        #expect(sinks[0].runs[0].metrics == [MetricRecord(name: "Overall", reported: 0.5)])
    }

    @Test(
        "scores are found in every kind of table",
        arguments: [
            ("m_PathVQA_TEST_judge.tsv", "hit", ["1", "0"]), ("m_POPE_auxmatch.tsv", "score", ["True", "False"]),
            ("m_MMVet_gpt-4-turbo.tsv", "score", ["1", "0.0"]),
            ("m_OCRVQA_TESTCORE_results.tsv", "eval_score", ["1.0", "0"]),
            ("m_MMStar_detailed_results.tsv", "verifier_match", ["1.0", "0.0"]),
            ("m_MMStar_openai_result.tsv", "hit", ["1", "0"]), ("m_MMStar_gpt4_result.tsv", "hit", ["1", "0"]),
            ("m_MathVista_MINI_gpt-4o_score.tsv", "score", ["1", "0"]),
            ("m_VSR-zeroshot_extracted.tsv", "score", ["true", "false"]),
        ])
    func kinds(name: String, column: String, values: [String]) throws {
        let sinks = try read([
            "m/\(name)": Self.scored(values, column), "m/\(VLMEvalKitFileName(name).base).tsv": Self.table(Self.plain),
        ])
        #expect(sinks.count == 1)
        #expect(sinks[0].runs[0].model == "m")
        #expect(sinks[0].runs[0].benchmark == VLMEvalKitFileName(name).base.dropFirst(2))
        #expect(sinks[0].mean(of: "Overall") == (0.5, 2))
    }

    @Test(
        "figures over all items are found in every layout",
        arguments: [
            ("MMStar_result", "acc.csv", "split,Overall,c\nnone,0.5,0.25\n", 0.5),
            ("OCRVQA_TEST_results", "acc.csv", "test,Overall\n50.0,50.0\n", 0.5),
            ("MMStar_detailed_results", "acc.csv", "Category,Total,Hit,Accuracy\nOverall,2,1,50.0\nx,2,1,50.0\n", 0.5),
            (
                "POPE_auxmatch", "score.csv", "split,Overall,acc,precision,recall\nOverall,66.0,50.0,1,1\nx,1,2,1,1\n",
                0.5
            ),
            ("HallusionBench_auxmatch", "score.csv", "split,aAcc,fAcc,qAcc\nOverall,50.0,1,2\nVD,3,4,5\n", 0.5),
            ("MMT-Bench_VAL_result", "acc.csv", "split,Overall\nVAL,0.4\nTEST,0.6\nALL,0.5\n", 0.5),
            ("MMStar_result", "acc.json", #"{"Overall": 50.0}"#, 0.5),
            ("MME_auxmatch", "score.csv", "perception\n700.0\n", nil),
        ] as [(String, String, String, Double?)])
    func figures(name: String, ending: String, text: String, reported: Double?) throws {
        let base = VLMEvalKitFileName("m_\(name).tsv").base
        let column = name.hasSuffix("auxmatch") ? "score" : name.hasSuffix("results") ? "eval_score" : "hit"
        let sink = try read(["m/m_\(name).tsv": Self.scored(["1", "0"], column), "m/\(base)_\(ending)": text])[0]
        #expect(sink.runs[0].metrics == [MetricRecord(name: "Overall", reported: reported)])
    }

    @Test("a small percentage is told from a fraction by the mean of the items")
    func smallPercentage() throws {
        let rows = [Self.plain[0] + ["hit"]] + (0..<200).map { ["\($0)", "q", "A", "A", $0 == 0 ? "1" : "0"] }
        let sink = try read(["m/m_Set_result.tsv": Self.table(rows), "m/m_Set_acc.csv": "Overall\n0.5\n"])[0]
        #expect(sink.runs[0].metrics == [MetricRecord(name: "Overall", reported: 0.005)])
    }

    @Test("splits that are reported apart are metrics of their own")
    func splits() throws {
        let rows =
            [["index", "question", "answer", "split", "prediction", "hit"]]
            + [("1", "dev", "1"), ("2", "validation", "0"), ("3", "validation", "1")].map {
                [$0, "q", "A", $1, "A", $2]
            }
        let sink = try read([
            "m/m_MMMU_DEV_VAL_openai_result.tsv": Self.table(rows),
            "m/m_MMMU_DEV_VAL_acc.csv": "split,Overall\ndev,1.0\nvalidation,0.5\n",
        ])[0]
        #expect(sink.runs[0].metrics.map(\.name) == ["Overall", "Overall (dev)", "Overall (validation)"])
        #expect(sink.runs[0].metrics.map(\.reported) == [nil, 1, 0.5])
        #expect(sink.runs[0].metrics[0].reportedNote?.contains("2 splits") == true)
        #expect(sink.mean(of: "Overall (validation)") == (0.5, 2))
    }

    @Test("several judges of one run are metrics of the same items, a language model before rules")
    func judges() throws {
        let sinks = try read([
            "m/m_Set.tsv": Self.table(Self.plain), "m/m_Set_exact_matching_result.tsv": Self.scored(["0", "0"]),
            "m/m_Set_gpt-4o-mini_result.tsv": Self.scored(["1", "0"]), "m/m_Set_acc.csv": "split,Overall\nnone,0.0\n",
        ])
        #expect(sinks.count == 1)
        #expect(
            sinks[0].runs[0].metrics == [
                MetricRecord(name: "Overall"), MetricRecord(name: "Overall (exact_matching)", reported: 0),
            ])
        #expect(sinks[0].mean(of: "Overall") == (0.5, 2))
        #expect(sinks[0].mean(of: "Overall (exact_matching)") == (0, 2))
    }

    @Test("a table in two formats is read once")
    func formats() throws {
        let json = #"[{"index": 1, "question": "q", "answer": "A", "prediction": "A"}]"#
        let sinks = try read(["m/m_MMStar.tsv": Self.table(Self.plain), "m/m_MMStar.json": json])
        #expect(sinks.count == 1)
        #expect(sinks[0].predictions.count == 1)
        #expect(sinks[0].problemKinds == ["same-table"])
    }

    @Test("what a judge said is passed over where its scores stand in another table")
    func steps() throws {
        let said = Self.table([Self.plain[0] + ["res"]] + Self.plain.dropFirst().map { $0 + ["x"] })
        let sinks = try read([
            "m/m_MathVerse_MINI_gpt-4o.tsv": said, "m/m_MathVerse_MINI_gpt-4o_extract.tsv": said,
            "m/m_MathVerse_MINI_gpt-4o_score.tsv": Self.scored(["1", "1"], "score"),
        ])
        #expect(sinks.count == 1)
        #expect(sinks[0].predictions.count == 2)
        #expect(sinks[0].mean(of: "Overall") == (1, 2))
    }

    @Test("rotations of the options are one item, which is right if every rotation is", arguments: [true, false])
    func circular(hasGroup: Bool) throws {
        let header = ["index", "question", "A", "B", "answer", "prediction"] + (hasGroup ? ["g_index"] : [])
        let rows = [
            ["1", "q", "cat", "dog", "A", "A", "1"], ["1000001", "q", "dog", "cat", "B", "(B)", "1"],
            ["2", "q", "cat", "dog", "A", "The cat", "2"], ["1000002", "q", "dog", "cat", "B", "A.", "2"],
        ].map { hasGroup ? $0 : Array($0.dropLast()) }
        let name = hasGroup ? "m/m_Other_Set.tsv" : "m/m_MMBench_DEV_EN.tsv"
        let sink = try read([name: Self.table([header] + rows)])[0]
        #expect(sink.predictions.map(\.item) == ["1", "2"])
        #expect(sink.mean(of: "Overall") == (0.5, 2))
        #expect(sink.predictions[1].text == "The cat")
        #expect(sink.problemKinds == ["circular-predictions"])
        let hits = zip(rows, ["1", "1", "1", "0"]).map { $0 + [$1] }
        let scored = try read([
            name.replacing(".tsv", with: "_openai_result.tsv"): Self.table([header + ["hit"]] + hits)
        ])[0]
        #expect(scored.predictions.map(\.item) == ["1", "2"])
        #expect(scored.predictions.map { $0.scores.first?.value } == [1, 0])
        #expect(scored.problems == [])
    }

    @Test("an index of millions is no rotation where the data set has none")
    func largeIndices() throws {
        let sink = try read(["m/m_MMStar.tsv": Self.table([Self.plain[0], ["1000001", "q", "A", "A"]])])[0]
        #expect(sink.predictions.map(\.item) == ["1000001"])
    }

    @Test("several right answers count as the data set counts them")
    func matches() {
        #expect(VLMEvalKitColumns.score(matches: "[0.2, 0.9]", benchmark: "DocVQA_VAL") == 0.8)
        #expect(VLMEvalKitColumns.score(matches: "[0.6]", benchmark: "InfoVQA_VAL") == 0)
        #expect(VLMEvalKitColumns.score(matches: "[False, True]", benchmark: "ChartQA_TEST") == 1)
        #expect(VLMEvalKitColumns.score(matches: "[0.3, 1]", benchmark: "TextVQA_VAL") == nil)
        #expect(VLMEvalKitColumns.score(matches: "", benchmark: "DocVQA_VAL") == nil)
    }

    @Test(
        "answers are matched with options as VLMEvalKit does without a judge",
        arguments: [
            ("B", "B"), ("(B) dog", "B"), ("The answer is **B**.", "B"), ("The dog.", "B"),
            ("I think it shows a dog", nil), ("A or B", nil),
            ("B is what I would say after a long thought about it all", nil), ("", nil),
            ("Cannot determine the answer", nil),
        ] as [(String, String?)])
    func matching(prediction: String, letter: String?) {
        #expect(VLMEvalKitMatch.option(in: prediction, options: [("A", "cat"), ("B", "dog")]) == letter)
    }

    @Test("a dated folder and the links to it one level up are one run, earlier runs another")
    func links() throws {
        let workspace = try Workspace()
        for day in ["T20250801-101112", "T20250802_Gabc"] {
            try workspace.write("Qwen/\(day)/Qwen_Set_X.tsv", Self.table(Self.plain))
            try workspace.write("Qwen/\(day)/Qwen_Set_X_exact_matching_result.tsv", Self.scored(["1", "0"]))
        }
        for name in ["Qwen_Set_X.tsv", "Qwen_Set_X_exact_matching_result.tsv"] {
            try FileManager.default.createSymbolicLink(
                atPath: workspace.folder.appendingPathComponent("Qwen/\(name)").path,
                withDestinationPath: "T20250802_Gabc/\(name)")
        }
        let sinks = try read(workspace)
        #expect(
            sinks.flatMap { $0.runs.map(\.startedAt) }.compactMap { $0 }.sorted() == [
                "2025-08-01T10:11:12", "2025-08-02",
            ])
        #expect(sinks.map { $0.runs[0].benchmark } == ["Set_X", "Set_X"])
        let one = try read(workspace, "Qwen/Qwen_Set_X_exact_matching_result.tsv")
        #expect(one[0].runs.map(\.startedAt) == ["2025-08-02"])
        #expect(one[0].runs.map(\.model) == ["Qwen"])
    }

    @Test("a table that is cut off is told, and the rows before it are read")
    func damage() throws {
        let sink = try read([
            "m/m_MMStar_result.json":
                #"[{"index": 1, "question": "q", "answer": "A", "prediction": "A", "hit": 1}, {"index": 2, "#
        ])[0]
        #expect(sink.predictions.count == 1)
        #expect(sink.problemKinds == ["truncated-json"])
    }
}
