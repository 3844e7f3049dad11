import Records

/// Reads the logs of Inspect: `.eval` archives and `.json` files, of finished, stopped and crashed runs.
public struct InspectReader: LogReader {
    /// Inspect, with the identifier `inspect_ai`.
    public let runner = Runner(
        id: "inspect_ai", name: "Inspect", files: "`.eval` archives and `.json` logs, also of stopped or crashed runs")

    /// A reader without settings.
    public init() {}

    /// Goes by the members of an archive, or by `eval.task` with `eval.model`, `eval.dataset` or `eval.run_id`.
    public func recognise(_ probe: LogProbe) -> Recognition? {
        if probe.container == .zip { return recogniseArchive(probe) }
        let outline = probe.outline
        guard outline.root == .object, outline.has("eval.task") else { return nil }
        if outline.has("eval.model") || outline.has("eval.dataset") || outline.has("eval.run_id") {
            let isDated = outline.has("status") || outline.has("version") || outline.has("plan")
            return Recognition(confidence: isDated ? 0.98 : 0.9, reason: "an object with `eval.task` and `eval.model`")
        }
        return nil
    }

    private func recogniseArchive(_ probe: LogProbe) -> Recognition? {
        let headers = InspectArchive.headerMembers.filter(probe.hasMember)
        let hasSamples = probe.memberNames.contains { $0.hasPrefix("samples/") }
        guard let header = headers.first, hasSamples || header == "header.json" || header.hasPrefix("_journal") else {
            return nil
        }
        return Recognition(
            confidence: hasSamples || headers.count > 1 ? 0.99 : 0.8,
            reason: "an archive with `\(header)`\(hasSamples ? " and `samples/`" : "")")
    }

    /// Reads an archive or a JSON log, also of a run that was stopped; what is missing is noted.
    ///
    /// - Throws: `Problem` if nothing, or nothing more, can be read; what the sink throws.
    public func read(_ log: Log, into sink: any RecordSink) throws {
        if let archive = try InspectArchive(log) {
            try archive.read(runner.id, into: sink)
        } else {
            try InspectText(log: log).read(runner.id, into: sink)
        }
    }
}
