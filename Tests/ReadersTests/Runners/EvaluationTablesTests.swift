import Foundation
import Records
import SQLite
import Testing

@testable import Readers

@Suite("tables of MLflow and W&B")
struct EvaluationTablesTests {
    private static let table =
        #"{"columns":["id","inputs","ground_truth","outputs","toxicity\/v1\/score","letter\/score","letter\/justification","kind"],"#
        + #""data":[["q1","A or B?","A","A",0.1,1.0,"so","x"],["q2","A or B?","B","A",0.2,null,null,"y"],"#
        + #"["q3","A or B?","B","B",0.3,4.0,"so","x"],["q4","A or B?","A","B",0.1,0.0,"so","y"]]}"#

    @Test("each score column of MLflow is a metric in its own unit; what says nothing of being right judges last")
    func scoreColumns() throws {
        let workspace = try Workspace()
        let sink = try workspace.read(try workspace.write("run7/artifacts/eval_results_table.json", Self.table))
        #expect(sink.runs[0].runner == "mlflow")
        #expect(sink.runs[0].metrics.map(\.name) == ["letter/score", "toxicity/v1/score"])
        #expect(sink.runs[0].metrics.map(\.higherIsBetter) == [true, false])
        #expect(sink.mean(of: "letter/score").items == 3)
        #expect(abs((sink.mean(of: "letter/score").value ?? 0) - 5.0 / 3) < 1e-12)
        #expect(sink.predictions.map(\.item) == ["q1", "q2", "q3", "q4"])
        #expect(sink.predictions[1].text == "A")
        #expect(sink.predictions[1].targets == ["B"])
        #expect(sink.predictions[1].question == "A or B?")
        #expect(sink.predictions[1].facets == [Facet(name: "kind", value: "y")])
        #expect(sink.runs[0].model == "run7")
        #expect(Set(sink.problemKinds) == ["missing-model", "missing-benchmark"])
    }

    @Test("the folder of an MLflow run names the model and has the figures")
    func runFolder() throws {
        let workspace = try Workspace()
        try workspace.write("mlruns/9/meta.yaml", "experiment_id: '9'\nname: medq\n")
        try workspace.write("mlruns/9/r1/meta.yaml", "run_id: r1\nrun_name: first\nstart_time: 1795487528000\n")
        try workspace.write("mlruns/9/r1/params/model", "lab/m\n")
        try workspace.write("mlruns/9/r1/metrics/letter/mean", "1795487528000 1.5 0\n1795487529000 1.25 0\n")
        let sink = try workspace.read(try workspace.write("mlruns/9/r1/artifacts/eval_results_table.json", Self.table))
        #expect(sink.runs[0].model == "lab/m")
        #expect(sink.runs[0].benchmark == "medq")
        #expect(sink.runs[0].startedAt == "2026-11-24T02:32:08Z")
        #expect(sink.runs[0].metrics[0].reported == 1.25)
    }

    @Test("so does the database of a tracking server")
    func database() throws {
        let workspace = try Workspace()
        let table = try workspace.write("mlartifacts/r1/artifacts/eval_results_table.json", Self.table)
        let database = try Database(path: workspace.folder.appendingPathComponent("mlflow.db").path) { _ in
            CocoaError(.fileReadUnknown)
        }
        try database.execute(
            """
            CREATE TABLE experiments (experiment_id INTEGER, name TEXT);
            CREATE TABLE runs (run_uuid TEXT, name TEXT, start_time INTEGER, experiment_id INTEGER);
            CREATE TABLE params (key TEXT, value TEXT, run_uuid TEXT);
            CREATE TABLE metrics (key TEXT, value REAL, timestamp INTEGER, run_uuid TEXT, step INTEGER, is_nan BOOLEAN);
            INSERT INTO experiments VALUES (1, 'medq');
            INSERT INTO runs VALUES ('r1', 'first', 1795487528000, 1), ('r2', 'other', 1, 1);
            INSERT INTO params VALUES ('model_name', 'lab/m', 'r1'), ('model_name', 'lab/n', 'r2'), ('key', 'secret', 'r1');
            INSERT INTO metrics VALUES ('letter/mean', 1.25, 1, 'r1', 0, 0), ('letter/mean', 9, 2, 'r2', 0, 0);
            """)
        let sink = try workspace.read(table)
        #expect(sink.runs[0].model == "lab/m")
        #expect(sink.runs[0].startedAt == "2026-11-24T02:32:08Z")
        #expect(sink.runs[0].metrics[0].reported == 1.25)
    }

    private static func wandb(_ rows: Range<Int>) -> String {
        let data = rows.map { row in
            let right = row % 2 == 0
            return #"["q\#(row)", "A or B?", {"_type": "image-file", "path": "a.png"}, "\#(right ? "A" : "B")", "A", "#
                + #"\#(right), 0.5]"#
        }
        return #"{"columns": ["id", "question", "picture", "prediction", "target", "correct", "f1"], "data": ["#
            + data.joined(separator: ", ") + "]}"
    }

    @Test(
        "parts of an incremental table of W&B are one log in the order of their steps; its configuration names the model"
    )
    func increments() throws {
        let workspace = try Workspace()
        let run = "wandb/run-20261124_025357-abc/files"
        try workspace.write(
            "\(run)/config.yaml",
            "_wandb:\n    value:\n        cli_version: 0.31.0\nmodel:\n    desc: null\n    value: lab/m\nbenchmark:\n    value: 'medq'\n"
        )
        try workspace.write("\(run)/wandb-summary.json", #"{"f1": 0.5, "_step": 3}"#)
        for (step, rows) in [(9, 0..<4), (10, 4..<8), (11, 8..<10)] {
            try workspace.write("\(run)/media/table/p_x_\(step)_0123456789abcdef0123.table.json", Self.wandb(rows))
        }
        let sink = try workspace.read(workspace.folder.path)
        #expect(sink.runs.count == 1)
        #expect(sink.runs[0].runner == "wandb")
        #expect(sink.runs[0].model == "lab/m")
        #expect(sink.runs[0].benchmark == "medq")
        #expect(sink.runs[0].startedAt == "2026-11-24T02:53:57")
        #expect(sink.runs[0].runnerVersion == "0.31.0")
        #expect(sink.predictions.map(\.item) == (0..<10).map { "q\($0)" })
        #expect(sink.runs[0].metrics.map(\.name) == ["correct", "f1"])
        #expect(sink.runs[0].metrics[1].reported == 0.5)
        #expect(sink.mean(of: "correct").value == 0.5)
        #expect(sink.breaches.isEmpty)
    }

    @Test("of a table that was logged again and again the last version counts")
    func loggedAgain() throws {
        let workspace = try Workspace()
        try workspace.write("media/table/p_2_aaaa.table.json", Self.wandb(0..<2))
        try workspace.write("media/table/p_10_bbbb.table.json", Self.wandb(0..<4))
        let sink = try workspace.read(workspace.folder.path)
        #expect(sink.predictions.count == 4)
        #expect(sink.problemKinds.contains("table-logged-again"))
    }

    @Test("columns may be named after the rows, and the user's names go before every guess")
    func order() throws {
        let workspace = try Workspace()
        let path = try workspace.write(
            "t.table.json",
            #"{"_type": "table", "data": [["a", "b", 1], ["c", "d", 0]], "columns": ["u", "v", "w"], "ncols": 3}"#)
        let mapping = FieldMapping(roles: ["item": "u", "prediction": "v", "score": "w"])
        let listing = LogFinder().find([LogRequest(path: path, mapping: mapping)])
        let log = try #require(listing.logs.first)
        let sink = CollectingSink()
        try log.read(into: sink)
        #expect(sink.predictions.map(\.item) == ["a", "c"])
        #expect(sink.predictions.map(\.text) == ["b", "d"])
        #expect(sink.mean(of: "w").value == 0.5)
        var wrong = log
        wrong.mapping = FieldMapping(roles: ["item": "nothing"])
        #expect(try #require(throws: Problem.self) { try wrong.read(into: CollectingSink()) }.field == "nothing")
    }

    @Test("a model column makes a run of each model; rows without an item are counted and told")
    func modelColumn() throws {
        let workspace = try Workspace()
        let sink = try workspace.read(
            try workspace.write(
                "t.table.json",
                #"{"columns": ["model", "output", "label", "correct"], "data": [["m1", "A", "A", 1], ["m2", "B", "A", 0]]}"#
            ))
        #expect(sink.runs.map(\.model) == ["m1", "m2"])
        #expect(sink.problemKinds.contains("no-item-key"))
    }

    @Test(
        "a table that is cut, empty or without predictions is a problem, never a crash",
        arguments: [
            #"{"columns": ["id", "prediction"], "data": []}"#, #"{"columns": ["id"], "data": [["a"]]}"#,
            #"{"columns": [], "data": [[]]}"#, #"{"columns": ["prediction"], "data": [["#,
            #"{"columns": [1, null], "data": [3, null]}"#,
        ])
    func damage(_ text: String) throws {
        let workspace = try Workspace()
        let path = try workspace.write("t.table.json", text)
        let problem = try #require(throws: Problem.self) { try workspace.read(path, runner: "wandb") }
        #expect(problem.file == path)
        #expect(!problem.remedy.isEmpty)
    }

    @Test("YAML of runs: scalars with their keys, and nothing of lists and comments")
    func yaml() {
        let values = FlatYAML(
            "# c\nmodel:\n  desc: null\n  value: a: b\nplain: 'x y'\nlist:\n- 1\nurl: http://h/p\nargs:\n  value:\n    model: inner\n"
        ).values
        #expect(values == ["plain": "x y", "model": "a: b", "url": "http://h/p", "args.model": "inner"])
    }
}
