import Foundation
import Records

/// Reads what the evaluation code of MMMU and MMMU-Pro writes: predictions by subject, maps from items to answers, and
/// JSONL; one log is one model on one split.
public struct MMMUReader: LogReader {
    /// The evaluation code of MMMU and MMMU-Pro, with the identifier `mmmu`.
    public let runner = Runner(
        id: "mmmu", name: "MMMU",
        files:
            "`<subject>/output.json` and `parsed_output.json`, maps `<item>: <answer>` with `answer_dict_val.json`, and "
            + "`.jsonl` of MMMU-Pro")

    /// A reader without settings.
    public init() {}

    /// Goes by identifiers of MMMU's items and by its fields. The subjects of a run are one log; right answers, and
    /// responses that were parsed, are sidecars.
    public func recognise(_ probe: LogProbe) -> Recognition? {
        switch MMMUForm(probe) {
        case .rows(let areParsed): recogniseRows(probe, areParsed: areParsed)
        case .map:
            Recognition(
                confidence: 0.93, reason: "an object from MMMU items to answers",
                // A map of all subjects belongs to the folders of the subjects beside it.
                group: probe.innerName.hasPrefix("total") ? probe.url.deletingLastPathComponent().path : nil)
        case .gold:
            Recognition(
                confidence: 0.93, reason: "the right answers of MMMU, read with the maps of answers near by",
                role: .sidecar)
        case .pro: Recognition(confidence: 0.93, reason: "rows of MMMU-Pro with `options`, `answer` and `response`")
        case nil:
            probe.innerName == "result.json" && probe.outline.has("acc")
                && probe.hasSibling("parsed_output.json")
                ? Recognition(
                    confidence: 0.9, reason: "the accuracy in one MMMU subject; the items are in parsed_output.json",
                    role: .sidecar) : nil
        }
    }

    private func recogniseRows(_ probe: LogProbe, areParsed: Bool) -> Recognition {
        let group = MMMUPlace(probe.url).runFolder.path
        if areParsed {
            return Recognition(
                confidence: 0.9, reason: "MMMU rows with `parsed_pred`", group: group)
        }
        if probe.innerName != "parsed_output.json", probe.hasSibling("parsed_output.json") {
            return Recognition(
                confidence: 0.9, reason: "MMMU responses that are read from parsed_output.json with their answers",
                role: .sidecar)
        }
        return Recognition(confidence: 0.9, reason: "MMMU rows with `question_type` and `response`", group: group)
    }

    /// The right answers, up to three folders above; the responses behind a map of all subjects, or the accuracies of
    /// the subjects.
    public func sidecars(of url: URL, in folders: FolderListing) -> [URL] {
        var found: [URL] = []
        var folder = url.deletingLastPathComponent()
        for _ in 0..<4 {
            let gold = folders.files(in: folder) { $0.hasPrefix("answer_dict") && $0.hasSuffix(".json") }
            if !gold.isEmpty {
                found += gold
                break
            }
            if folder.path == "/" { break }
            folder = folder.deletingLastPathComponent()
        }
        if url.lastPathComponent.hasPrefix("total") {
            // The responses behind the answers of a map.
            let beside = url.deletingLastPathComponent()
            for name in folders.names(beside: url) {
                found += folders.files(in: beside.appendingPathComponent(name)) { $0 == "output.json" }
            }
        } else {
            let run = MMMUPlace(url).runFolder
            for name in folders.names(in: run) where MMMUPlace.subjects.contains(name) {
                found += folders.files(in: run.appendingPathComponent(name)) { $0 == "result.json" }
            }
        }
        return found
    }

    /// Reads maps, rows by subject or rows of MMMU-Pro as one run.
    ///
    /// - Throws: `Problem` `no-predictions` for the right answers alone, others if a file cannot be read; what the
    ///   sink throws.
    public func read(_ log: Log, into sink: any RecordSink) throws {
        let place = InputPlace(file: log.path)
        let probe = try LogProbe(url: log.url, path: log.path)
        let location = MMMUPlace(log.url)
        let maps = log.parts.filter { MMMUPlace($0.url).isMapName && Self.isMap($0) }
        let form = maps.isEmpty ? MMMUForm(probe) : .map
        let name =
            switch form {
            case .map: MMMUPlace(maps.first?.url ?? log.url).nameOfMap
            case .pro: location.nameOfPro
            default: location.nameOfRun
            }
        let writer = RunWriter(
            RunRecord(
                index: 0, runner: runner.id, model: name.model,
                benchmark: form == .pro ? location.benchmarkOfPro : "MMMU"),
            place: place, sink: sink)
        if name.isDoubtful { writer.note(place.missingModel(used: name.model)) }
        switch form {
        case .map: try readMaps(maps.isEmpty ? log.parts : maps, log, writer)
        case .gold:
            throw place.problem(
                "no-predictions", expected: "predictions", found: "the right answers",
                remedy: "Name the file with the model's answers; this one is found if it lies near by.")
        default:
            for part in log.parts { try MMMURows(writer).read(part, isPro: form == .pro) }
            let figure = try reportedAccuracy(log, writer)
            writer.update { run in
                for index in run.metrics.indices where run.metrics[index].name == "accuracy" {
                    run.metrics[index].reported = figure
                }
            }
        }
        try writer.finish()
    }

    private static func isMap(_ part: LogPart) -> Bool {
        (try? LogProbe(url: part.url, path: part.path)).map { MMMUForm($0) == .map } ?? false
    }

    /// The accuracy that the runner wrote for each subject, weighted by the items; nil if one subject has none.
    private func reportedAccuracy(_ log: Log, _ writer: RunWriter) throws -> Double? {
        let folders = Set(log.parts.map { $0.url.deletingLastPathComponent() })
        let files = log.sidecars.filter {
            $0.lastPathComponent == "result.json" && folders.contains($0.deletingLastPathComponent())
        }
        guard !files.isEmpty, files.count == log.parts.count else { return nil }
        var right = 0.0
        var total = 0.0
        for file in files {
            let problem = try Problem.caught {
                let root = try JSONDocument(file: file.path, shownAs: log.shownPath(of: file)).root
                guard let accuracy = root["acc"]?.double, let count = root["num_example"]?.double else { return }
                right += accuracy * count
                total += count
            }
            if var problem {
                problem.severity = .warning
                writer.note(problem)
                return nil
            }
        }
        return total > 0 ? right / total : nil
    }

    private func readMaps(_ maps: [LogPart], _ log: Log, _ writer: RunWriter) throws {
        var gold = MMMUGold()
        for file in log.sidecars where file.lastPathComponent.hasPrefix("answer_dict") {
            let problem = try Problem.caught { try gold.read(file, shownAs: log.shownPath(of: file)) }
            if let problem { writer.note(problem) }
        }
        let others = log.parts.filter { part in !maps.contains { $0.url == part.url } }
        let responses =
            others
            + log.sidecars.filter { $0.lastPathComponent == "output.json" }
            .map { LogPart(url: $0, path: log.shownPath(of: $0)) }
        for part in responses {
            let problem = try Problem.caught { try gold.readRows(part) }
            if var problem {
                problem.severity = .warning
                writer.note(problem)
            }
        }
        for map in maps { try MMMUMap(writer, gold).read(map) }
    }
}
