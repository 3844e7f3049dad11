import Records
public struct InspectReader: LogReader {
    public init() {}
    public let runner = Runner(id: "inspect_ai", name: "Inspect", files: "`.eval` archives and `.json` logs")
    public func recognise(_ probe: LogProbe) -> Recognition? { nil }
    public func read(_ log: Log, into sink: any RecordSink) throws {}
}
