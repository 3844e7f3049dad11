import Records
import Testing

@testable import Readers

/// Layouts met in logs that people published.
@Suite("VLMEvalKit traps")
struct VLMEvalKitTrapsTests {
    private func find(_ files: [String: String]) throws -> (sink: CollectingSink, passedOver: [String: String]) {
        let workspace = try Workspace()
        for (name, text) in files { try workspace.write(name, text) }
        let listing = LogFinder().find([LogRequest(path: workspace.folder.path)])
        #expect(listing.problems.isEmpty)
        let sink = CollectingSink()
        for log in listing.logs { try log.reader.read(log, into: sink) }
        let reasons = listing.passedOver.map { (String($0.path.split(separator: "/").last ?? ""), $0.reason) }
        return (sink, Dictionary(reasons) { first, _ in first })
    }

    private static func table(_ rows: [[String]], log: Bool = false) -> String {
        let header = ["index", "question", "A", "B", "answer", "prediction", "hit"] + (log ? ["log"] : [])
        return ([header] + rows).map { $0.map { "\"\($0)\"" }.joined(separator: "\t") }.joined(separator: "\n") + "\n"
    }

    @Test("an index that stands for two questions makes two items, and the mean counts every row as VLMEvalKit does")
    func repeatedIndex() throws {
        let (sink, _) = try find([
            "m/m_SEEDBench2_openai_result.tsv": Self.table([
                ["7", "first?", "x", "y", "A", "A", "1"], ["7", "second?", "x", "y", "A", "B", "0"],
                ["7", "second?", "x", "y", "A", "B", "0"], ["8", "third?", "x", "y", "A", "A", "1"],
            ]),
            "m/m_SEEDBench2_acc.csv": "\"split\",\"Overall\"\n\"none\",\"0.6666666666666666\"\n",
        ])
        #expect(sink.predictions.map(\.item) == ["7", "7#2", "7#2", "8"])
        #expect(sink.problemKinds == ["repeated-index"])
        #expect(sink.problems[0].count == 2)
    }

    @Test("a hit over rotations that the table does not hold is said, since Acuity's own score is of one rotation")
    func hiddenRotations() throws {
        let log = "Failed in Prefetching Rolling 2: Answer is A, Prediction is B, Pre-fetched is B. "
        let (sink, _) = try find([
            "m/m_CCBench_openai_result.tsv": Self.table([["7", "first?", "x", "y", "A", "A", "0", log]], log: true)
        ])
        #expect(sink.problemKinds == ["circular-scores"])
        #expect(sink.mean(of: "Overall").value == 0)
    }

    @Test("the only figure may stand in `_acc_all`, and a copy of the rows as CSV is no second run")
    func figuresAndCopies() throws {
        let (sink, passedOver) = try find([
            "m/m_AfrimedQA_openai_result.tsv": Self.table([["1", "q?", "x", "y", "A", "A", "1"]]),
            "m/m_AfrimedQA_acc_all.csv": "\"split\",\"Overall\",\"Total_Correct\"\n\"none\",\"1.0\",\"1\"\n",
            "m/m_AfrimedQA_full_data.csv": "index,question,answer,prediction,hit\n1,q?,A,A,1\n",
        ])
        #expect(sink.runs.count == 1)
        #expect(sink.runs[0].metrics[0].reported == 1)
        #expect(
            passedOver["m_AfrimedQA_full_data.csv"]
                == "a copy of VLMEvalKit rows that are read from m_AfrimedQA_openai_result.tsv")
    }

    @Test("figures of POPE count an item for each of its categories, which is said")
    func pope() throws {
        let (sink, _) = try find([
            "m/m_POPE_auxmatch.tsv": "\"index\"\t\"question\"\t\"answer\"\t\"category\"\t\"prediction\"\t\"score\"\n"
                + "\"1\"\t\"q?\"\t\"Yes\"\t\"random,popular\"\t\"Yes\"\t\"True\"\n",
            "m/m_POPE_score.csv":
                "\"split\",\"Overall\",\"acc\",\"precision\",\"recall\"\n\"Overall\",\"90.0\",\"80.0\",\"90.0\",\"90.0\"\n",
        ])
        #expect(sink.runs[0].metrics[0].reported == 0.8)
        #expect(sink.runs[0].metrics[0].reportedNote == "VLMEvalKit counts an item once for each of its categories")
    }

    @Test("figures as a JSON object with any keys are known by their run")
    func figuresAsJSON() throws {
        let (_, passedOver) = try find([
            "m/m_OCRBench.tsv": "\"index\"\t\"question\"\t\"answer\"\t\"prediction\"\n\"1\"\t\"q?\"\t\"x\"\t\"x\"\n",
            "m/m_OCRBench_score.json": #"{"Text Recognition": 12, "Final Score": 40}"#,
        ])
        // A file that is read with a log is not passed over.
        #expect(passedOver == [:])
    }
}
