import Records
public struct LMEvaluationHarnessReader: LogReader {
    public init() {}
    public let runner = Runner(id: "lm-eval", name: "lm-evaluation-harness", files: "`samples_*.jsonl` with the `results_*.json` beside it")
    public func recognise(_ probe: LogProbe) -> Recognition? { nil }
    public func read(_ log: Log, into sink: any RecordSink) throws {}
}
