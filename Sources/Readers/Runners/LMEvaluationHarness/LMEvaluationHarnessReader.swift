import Foundation
import Records

/// Reads the samples of lm-evaluation-harness with the aggregate of their run; one log is one model on one task.
public struct LMEvaluationHarnessReader: LogReader {
    public let runner = Runner(
        id: "lm-eval", name: "lm-evaluation-harness",
        files: "`samples_<task>_<time>.jsonl` with the `results_<time>.json` beside it")

    public init() {}

    public func recognise(_ probe: LogProbe) -> Recognition? {
        let outline = probe.outline
        if outline.has("doc_id", "doc"), outline.has("filtered_resps") || outline.has("resps") || !outline.isComplete {
            let isWhole = outline.has("target", "filtered_resps")
            return Recognition(
                confidence: isWhole ? 0.98 : 0.8, reason: "rows with `doc_id`, `doc` and `filtered_resps`")
        }
        guard outline.root == .object, outline.has("results"), !outline.has("eval") else { return nil }
        let hasConfigurations = outline.has("configs", "versions")
        guard outline.has("lm_eval_version") || hasConfigurations || outline.has("versions", "config") else {
            return nil
        }
        return Recognition(
            confidence: outline.has("lm_eval_version") || outline.has("n-shot") ? 0.8 : 0.5,
            reason: "figures of lm-evaluation-harness without their samples; run it with `--log_samples`",
            role: .sidecar)
    }

    public func sidecars(of name: String, among names: [String]) -> [String] {
        HarnessFileName(name).sidecar(among: names).map { [$0] } ?? []
    }

    public func read(_ log: Log, into sink: any RecordSink) throws {
        let name = HarnessFileName(log.url.lastPathComponent)
        var notes: [Problem] = []
        var aggregate = HarnessAggregate()
        if let sidecar = log.sidecars.first {
            let shown = (log.path as NSString).deletingLastPathComponent
            let path = shown.isEmpty ? sidecar.lastPathComponent : "\(shown)/\(sidecar.lastPathComponent)"
            let problem = try Problem.caught {
                aggregate = try HarnessAggregate(file: sidecar.path, shownAs: path, name: name)
            }
            if var problem {
                problem.severity = .warning
                notes.append(problem)
            }
        }
        let identity = HarnessIdentity(log: log, name: name, aggregate: aggregate)
        var run = HarnessRun(identity.run(runner.id), aggregate, place: InputPlace(file: log.path), sink: sink)
        for note in notes + identity.problems { run.note(note) }
        try readRows(log, into: &run)
    }

    /// Lines of JSON, or, as versions 0.4.0 to 0.4.2 wrote, one indented list whatever the name says.
    private func readRows(_ log: Log, into run: inout HarnessRun) throws {
        let first = try log.open().readPrefix(64).first { ![0x20, 0x09, 0x0A, 0x0D, 0xEF, 0xBB, 0xBF].contains($0) }
        let failure: Problem?
        if first == UInt8(ascii: "[") {
            let scanner = JSONStreamScanner(try log.open())
            failure = try Problem.caught {
                while let part = try scanner.next() {
                    if let value = part.value { try run.add(value, line: part.index + 1) }
                }
            }
        } else {
            let lines = LineReader(try log.open())
            let parser = JSONParser()
            failure = try Problem.caught {
                while try readLine(lines, parser, into: &run) {}
            }
        }
        if let failure {
            guard run.rowCount > 0 else { throw failure }
            run.note(failure)
        }
        try run.finish()
    }

    private func readLine(_ lines: LineReader, _ parser: JSONParser, into run: inout HarnessRun) throws -> Bool {
        let value: JSONValue?? = try lines.next { bytes in
            guard bytes.contains(where: { $0 != 0x20 && $0 != 0x09 }) else { return nil }
            do {
                return try parser.parse(bytes, place: lines.place, line: lines.number)
            } catch var problem as Problem {
                problem.kind = "malformed-line"
                problem.expected = "a row in JSON"
                problem.remedy = "The other rows are read; run the task again to have this one."
                run.note(problem)
                return nil
            }
        }
        guard let value else { return false }
        if let value { try run.add(value, line: lines.number) }
        return true
    }
}
