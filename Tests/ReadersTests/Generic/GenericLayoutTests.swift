import Foundation
import Records
import Testing

@testable import Readers

@Suite("Layouts of generic rows") struct GenericLayoutTests {
    private let space: Workspace

    init() throws { space = try Workspace() }

    @Test("a spreadsheet is read like any table") func spreadsheet() throws {
        let sink = try space.read(
            space.write(
                "gpt-4o.xlsx",
                WorkbookBuilder.workbook([["qid", "gold", "response"], ["7", "B", "B"], ["8", "C", "A"]])))
        #expect(sink.predictions.map(\.item) == ["7", "8"] && sink.predictions.map(\.text) == ["B", "A"])
        #expect(sink.runs[0].model == "gpt-4o")
    }

    @Test("lists of equal length, one a field, are rows; a list that is shorter is told") func parallelLists() throws {
        let sink = try space.read(
            space.write("p.json", "{\"ids\": [4, 5], \"correct\": [1, 0], \"f1\": [0.5, null], \"model\": \"m\"}"))
        #expect(sink.predictions.map(\.item) == ["4", "5"] && sink.runs[0].model == "m")
        #expect(sink.mean(of: "correct").value == 0.5 && sink.mean(of: "f1").items == 1)
        let path = try space.write("q.json", "{\"ids\": [4, 5], \"correct\": [1]}")
        #expect(#expect(throws: Problem.self) { try space.read(path) }?.kind == "unequal-lists")
    }

    @Test("answers in a list within the row are epochs of its item") func answerLists() throws {
        let sink = try space.read(
            space.write(
                "r.json",
                """
                {"accuracy": 0.75, "n": 2, "macroF1": 0.7, "correct": 2, "modelId": "m", "bySubject": {"a": {"accuracy": 0.1, "n": 2}}, "perQuestion": [
                 {"questionId": "q1", "gold": "A", "runs": [{"parsed": "A", "correct": true}, {"parsed": "B", "correct": false}]},
                 {"questionId": "q2", "gold": "B", "runs": [{"parsed": "B", "correct": true}, {"parsed": "B", "correct": true}]}]}
                """))
        #expect(sink.runs.count == 1 && sink.runs[0].model == "m")
        #expect(
            sink.predictions.map(\.item) == ["q1", "q1", "q2", "q2"] && sink.predictions.map(\.epoch) == [1, 2, 1, 2])
        #expect(sink.mean(of: "runs.correct").value == 0.75 && sink.runs[0].metrics[0].reported == 0.75)
    }

    @Test("repeats in files of their own are epochs of one run, but other temperatures are another") func repeatFiles()
        throws
    {
        let rows =
            "[{\"question_id\": 1, \"correct\": \"A\", \"predicted\": \"A\"}, {\"question_id\": 2, \"correct\": \"B\", \"predicted\": \"A\"}]"
        for name in ["temp0.7_run1", "temp0.7_run2", "temp0.0_run1", "temp0.0_run2"] {
            try space.write("medqa/olmo3_7b/\(name)_results.json", rows)
        }
        let listing = LogFinder().find([space.folder.path])
        #expect(listing.logs.map(\.parts.count) == [2, 2])
        for (log, model) in zip(listing.logs, ["olmo3_7b temp0.0", "olmo3_7b temp0.7"]) {
            let sink = CollectingSink()
            try log.read(into: sink)
            #expect(sink.runs.map(\.model) == [model] && sink.runs.map(\.benchmark) == ["medqa"])
            #expect(sink.predictions.map(\.epoch) == [1, 1, 2, 2])
        }
    }

    @Test("a folder with one answer a file is one run") func itemFiles() throws {
        try space.write("medqa/gpt-4/test_0004.json", "[]")
        for index in 0..<4 {
            try space.write("medqa/gpt-4/test_000\(index).json", "[\"{\\\"answer_choice\\\": \\\"D\\\"}\"]")
        }
        let listing = LogFinder().find([space.folder.path])
        #expect(listing.logs.count == 1 && listing.logs[0].parts.count == 5)
        let sink = CollectingSink()
        try listing.logs[0].read(into: sink)
        #expect(sink.predictions.map(\.item) == ["test_0000", "test_0001", "test_0002", "test_0003", "test_0004"])
        #expect(sink.predictions[4].text == nil)
        #expect(sink.runs[0].model == "gpt-4" && sink.runs[0].benchmark == "medqa")
    }

    @Test("columns named after models are models") func modelColumns() throws {
        let sink = try space.read(
            space.write("medqa.csv", "id,answer_key,answer,gpt-4o,llama-3.1-8b\n1,x,A,A,B\n2,y,B,B,B\n"))
        #expect(sink.runs.map(\.model) == ["gpt-4o", "llama-3.1-8b"])
        #expect(sink.predictions.map(\.text) == ["A", "B", "B", "B"] && sink.predictions[0].targets == ["A"])
        let scores = try space.read(space.write("scores.csv", "id,answer,qwen-7b,qwen-72b\n1,A,1,0\n2,B,0,0\n"))
        #expect(scores.mean(of: "score", run: 0).value == 0.5 && scores.mean(of: "score", run: 1).value == 0)
    }

    @Test("changed copies of an item are left out and counted, unless the user names their field") func variants()
        throws
    {
        let rows = [("orig", "yes"), ("black", "no"), ("white", "no"), ("orig", "yes")].enumerated().flatMap { _, row in
            (1...3).map { "{\"sample_id\": \($0), \"gt\": \"yes\", \"variant\": \"\(row.0)\", \"pred\": \"\(row.1)\"}" }
        }
        let path = try space.write("v.jsonl", rows.joined(separator: "\n"))
        let sink = try space.read(path)
        #expect(sink.predictions.count == 6 && Set(sink.predictions.map(\.text)) == ["yes"])
        #expect(Set(sink.predictions.map(\.epoch)) == [1, 2])
        #expect(sink.problems.first { $0.kind == "changed-copy" }?.count == 6)
        var log = Log(url: URL(filePath: path), path: path, reader: GenericReader())
        log.mapping = FieldMapping(facets: ["variant": "variant"])
        let all = CollectingSink()
        try log.read(into: all)
        #expect(all.predictions.count == 12)
    }

    @Test("`answer` beside a gold of its own is the model's") func ambiguousAnswer() throws {
        let sink = try space.read(
            space.write(
                "a.jsonl", "{\"id\":1,\"gold\":\"B\",\"answer\":\"C\"}\n{\"id\":2,\"gold\":\"A\",\"answer\":\"A\"}\n"))
        #expect(sink.predictions.map(\.text) == ["C", "A"] && sink.predictions.map(\.targets) == [["B"], ["A"]])
    }

    @Test("figures in a file beside the log are what was reported") func figureFiles() throws {
        try space.write("metrics_mm_qwen-7b.json", "{\"accuracy\": 0.5, \"n\": 2}")
        let path = try space.write(
            "mm_qwen-7b.jsonl",
            "{\"id\":1,\"label\":\"B\",\"letra\":\"B\",\"acierto\":true}\n{\"id\":2,\"label\":\"A\",\"letra\":\"C\",\"acierto\":false}\n"
        )
        let sink = try space.read(path)
        #expect(sink.runs[0].metrics.map(\.reported) == [0.5])
        let listing = LogFinder().find([space.folder.path])
        #expect(listing.logs.count == 1 && listing.passedOver.isEmpty)
    }

    @Test("objects of figures are no rows") func figuresOnly() throws {
        let path = try space.write("m.json", "{\"closed\": {\"exact_match\": 0.5}, \"open\": {\"exact_match\": 0.1}}")
        #expect(LogFinder().find([space.folder.path]).logs.isEmpty)
        #expect(#expect(throws: Problem.self) { try space.read(path) }?.kind == "unknown-runner")
    }

    @Test("an item without a field is numbered by its row, whatever lines the rows take") func rowNumbers() throws {
        let sink = try space.read(space.write("gpt-4.csv", "pergunta,esperado,pred\n\"a\nb\",A,A\nc,B,A\n"))
        #expect(sink.predictions.map(\.item) == ["1", "2"])
        #expect(sink.problems.first { $0.kind == "no-item-key" }?.count == 2)
    }

    @Test("a proposal for an unknown table names what it has and what is missing") func proposal() throws {
        let path = try space.write("u.csv", "frage_nr,said,a \"b\"\n1,x,2\n2,y,3\n")
        let text = try #require(FieldProposal(file: path)?.text)
        #expect(text.contains("[logs.fields]") && text.contains("prediction") && text.contains("frage_nr"))
        #expect(FieldProposal(file: try space.write("e.csv", "")) == nil)
    }

    @Test("a mapping is printed as TOML that holds signs of any kind") func toml() {
        let guess = FieldGuess(
            mapping: FieldMapping(
                roles: ["item": "a\"b\\c"], facets: ["x\u{1}": "y"],
                texts: ["model": .constant("m"), "benchmark": .template("{folder}")]))
        #expect(
            guess.toml == """
                [logs.fields]
                item = "a\\"b\\\\c"
                model = { constant = "m" }
                benchmark = "{folder}"
                facets."x\\u0001" = "y"
                """)
    }
}
