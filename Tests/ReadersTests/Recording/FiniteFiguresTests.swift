import Records
import Testing

@testable import Readers

@Suite("Finite figures")
struct FiniteFiguresTests {
    @Test("an infinite figure of the aggregate is said in words, so that the run can be written as JSON")
    func infiniteFigure() throws {
        let workspace = try Workspace()
        try workspace.write(
            "org__m/results_2026-01-01T02-03-04.5.json",
            #"{"results": {"t_x": {"alias": "t_x", "acc,none": 1.0, "perplexity,none": Infinity}}, "configs": {"t_x": {"task": "t_x"}}, "#
                + #""versions": {}, "n-shot": {}, "n-samples": {"t_x": {"original": 1, "effective": 1}}, "config": {"model_args": ""}}"#
        )
        let sink = try workspace.read(
            try workspace.write(
                "org__m/samples_t_x_2026-01-01T02-03-04.5.jsonl",
                #"{"doc_id": 0, "doc": {"question": "q?"}, "target": "B", "arguments": {}, "resps": [["B"]], "filtered_resps": ["B"], "#
                    + #""filter": "none", "metrics": ["acc", "perplexity"], "doc_hash": "h", "acc": 1.0, "perplexity": [-1.0, 1]}"#
                    + "\n"))
        let perplexity = try #require(sink.runs[0].metrics.first { $0.name == "perplexity,none" })
        #expect(perplexity.reported == nil)
        #expect(perplexity.reportedNote?.contains("the runner reported inf") == true)
        #expect(sink.runs[0].metrics.first { $0.name == "acc,none" }?.reported == 1)
    }
}
