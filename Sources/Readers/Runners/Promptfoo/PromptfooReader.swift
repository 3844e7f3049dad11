import Foundation
import Records

/// Reads the results of promptfoo: its JSON of versions 2 and 3, JSONL, CSV and its database.
///
/// One provider is one model and so one run; a log holds as many runs as its evals have providers.
public struct PromptfooReader: LogReader {
    /// promptfoo, with the identifier `promptfoo`.
    public let runner = Runner(
        id: "promptfoo", name: "promptfoo",
        files: "`promptfoo eval -o out.json|jsonl|csv`, `promptfoo export`, and `promptfoo.db`")

    /// A reader without settings.
    public init() {}

    /// Goes by the tables of the database, the keys of the JSON or the columns of the CSV. Exports as YAML, XML and
    /// HTML hold nothing to read.
    public func recognise(_ probe: LogProbe) -> Recognition? {
        if probe.container == .sqlite {
            guard probe.tableNames.isSuperset(of: ["evals", "eval_results"]) else { return nil }
            return Recognition(confidence: 0.98, reason: "a database with the tables `evals` and `eval_results`")
        }
        return recogniseJSON(probe) ?? recogniseText(probe)
    }

    private func recogniseJSON(_ probe: LogProbe) -> Recognition? {
        let outline = probe.outline
        guard outline.root == .object else { return nil }
        if outline.has("results.results") || outline.has("results.prompts"), outline.has("results.version") {
            return Recognition(confidence: 0.98, reason: "`results.version` and `results.results`")
        }
        if outline.has("evalId", "results"), outline.kinds["results"] == "{" {
            return Recognition(confidence: 0.9, reason: "`evalId` and `results`")
        }
        if outline.has("results", "config"), outline.kinds["results"] == "[",
            probe.firstBytes.firstRange(of: Array("\"promptIdx\"".utf8)) != nil
        {
            return Recognition(confidence: 0.9, reason: "`config` and `results` with `promptIdx`")
        }
        if outline.has("results", "version"), outline.has("stats") || outline.has("table") {
            return Recognition(confidence: 0.9, reason: "`version`, `results`, and `stats` or `table`")
        }
        let isRow = outline.has("provider", "prompt", "success", "score") && outline.has("vars")
        if isRow, outline.has("testIdx") || outline.has("promptIdx") || outline.has("namedScores") {
            return Recognition(confidence: 0.97, reason: "rows with `testIdx`, `promptIdx`, `provider` and `success`")
        }
        return nil
    }

    private func recogniseText(_ probe: LogProbe) -> Recognition? {
        let ending = probe.nameEnding
        let start = String(decoding: probe.firstBytes.prefix(1 << 14), as: UTF8.self)
        if ["yaml", "yml"].contains(ending), start.hasPrefix("evalId:") || start.contains("\nevalId:") {
            return Recognition(
                confidence: 0.9,
                reason: "an export of promptfoo as YAML; export it as JSON (`promptfoo export eval ID -o out.json`)",
                role: .nothing)
        }
        if start.hasPrefix("<promptfoo>") || start.contains("<testsuites name=\"promptfoo")
            || (ending == "html" && start.contains("promptfoo"))
        {
            return Recognition(
                confidence: 0.8, reason: "a report of promptfoo for reading; export it as JSON (`-o out.json`)",
                role: .nothing)
        }
        guard ["csv", "tsv", "txt"].contains(ending),
            let layout = PromptfooTableLayout(firstBytes: probe.firstBytes)
        else { return nil }
        return Recognition(
            confidence: 0.95,
            reason: layout.outputs[0].status == nil
                ? "columns of outputs whose cells begin with [PASS] or [FAIL]"
                : "columns of outputs followed by `Status`, `Score` and `Named Scores`")
    }

    /// Reads a run for each provider of each eval.
    ///
    /// - Throws: `Problem` `no-rows` if there is no result, others if the file cannot be read; what the sink throws.
    public func read(_ log: Log, into sink: any RecordSink) throws {
        let place = InputPlace(file: log.path)
        let probe = try LogProbe(url: log.url, path: log.path)
        var next = 0
        if probe.container == .sqlite {
            let database = try PromptfooDatabase(path: log.url.path, shownAs: log.path)
            for eval in try database.evals() {
                try PromptfooEval(log: log, source: database.rows(of: eval), header: eval.header, place: eval.place)
                    .read(firstIndex: &next, sink: sink)
            }
        } else if let layout = PromptfooTableLayout(firstBytes: probe.firstBytes), probe.outline.root == .other {
            next = try PromptfooTable(log: log, layout: layout).read(into: sink)
        } else {
            let file = PromptfooFile(log: log)
            try PromptfooEval(log: log, source: file.rows, header: try file.header(), place: place)
                .read(firstIndex: &next, sink: sink)
        }
        guard next > 0 else {
            throw place.problem(
                "no-rows", expected: "results of at least one test", found: "none",
                remedy: "Check that `promptfoo eval` finished, and that the export has its results.")
        }
    }
}
