import Records
import Testing

@testable import Readers

@Suite("Names in file names, tables of suites")
struct NamesAndTablesTests {
    @Test("MMMU rows in a folder for several models are named by their file")
    func mmmuFileName() throws {
        let workspace = try Workspace()
        let path = try workspace.write(
            "eval/llava1.5_7b_dev.json",
            #"[{"id": "validation_Math_1", "question_type": "multiple-choice", "answer": "C", "parsed_pred": "C"}]"#)
        let sink = try workspace.read(path)
        #expect(sink.runs.map(\.model) == ["llava1.5_7b"])
        #expect(sink.problemKinds == [])
    }

    @Test(
        "an output folder of MedEvalKit that is called after the data set or by default names no model",
        arguments: [
            ("textonly-pubmedqa", true), ("{}", true), ("PubMedQA", true), ("med-model-8b", false),
            ("med-model-8b-pubmedqa", false),
        ])
    func medEvalKitFolder(folder: String, isDoubtful: Bool) throws {
        let workspace = try Workspace()
        let path = try workspace.write(
            "\(folder)/PubMedQA/results.json",
            #"[{"question": "q?", "choices": ["A.yes", "B.no"], "answer": "A", "prompt": "p", "response": "A", "correct": true}]"#
        )
        let sink = try workspace.read(path)
        #expect(sink.problemKinds.contains("missing-model") == isDoubtful)
    }

    @Test("total results of MedEvalKit without figures are known by their benchmarks")
    func totalResults() throws {
        let workspace = try Workspace()
        try workspace.write("m/total_results.json", #"{"MMMU-Medical-test": "please upload"}"#)
        let listing = LogFinder().find([LogRequest(path: workspace.folder.path)])
        #expect(
            listing.passedOver.map(\.reason)
                == ["figures of all MedEvalKit benchmarks of a model; the items are in their folders"])
    }

    @Test("MMMU rows of the first version are named by subject and number, as later ones are")
    func mmmuNumbers() throws {
        let workspace = try Workspace()
        let path = try workspace.write(
            "m_8b/Accounting/output.json",
            #"[{"No": "22", "question_type": "multiple-choice", "answer": "B", "all_choices": ["A", "B"], "#
                + #""index2ans": {"A": "Project A", "B": "Project B"}, "response": "Project A"}]"#)
        let sink = try workspace.read(path)
        #expect(sink.runs.map(\.model) == ["m_8b"])
        #expect(sink.runs.map(\.benchmark) == ["MMMU"])
        #expect(sink.predictions.map(\.item) == ["validation_Accounting_22"])
        #expect(sink.predictions.map(\.choices) == [["Project A", "Project B"]])
        #expect(sink.predictions[0].facets.contains(Facet(name: "subject", value: "Accounting")))
    }

    @Test("the tables of a HELM suite are told to be over many runs")
    func tablesOfGroups() throws {
        let workspace = try Workspace()
        let table = #"{"title": "Accuracy", "header": [{"value": "Model/adapter", "markdown": false}], "rows": []}"#
        try workspace.write("runs/v1/groups/knowledge.json", "[\(table)]")
        try workspace.write("runs/v1/groups/json/knowledge_accuracy.json", table)
        let listing = LogFinder().find([LogRequest(path: workspace.folder.path)])
        #expect(listing.logs.isEmpty)
        #expect(
            listing.passedOver.map(\.reason)
                == Array(
                    repeating: "a table of HELM over many runs; the runs are in the folders beside `groups`", count: 2))
    }
}
