import Foundation
import Records

/// Reads the run folders of HELM and MedHELM: one log is one folder, which is one model on one scenario.
public struct HELMReader: LogReader {
    /// HELM and MedHELM, with the identifier `helm`.
    public let runner = Runner(
        id: "helm", name: "HELM and MedHELM",
        files: "run folders with `run_spec.json`, `scenario_state.json`, `per_instance_stats.json` and `stats.json`")

    /// A reader without settings.
    public init() {}

    /// Goes by the files of a run folder, all of which are one log; without those that hold items they are sidecars.
    /// Summaries of many runs hold nothing to read.
    public func recognise(_ probe: LogProbe) -> Recognition? {
        if let kind = HELMFile.kind(of: probe) {
            let folder = probe.url.deletingLastPathComponent().path
            let hasItems =
                HELMFile.ofItems.contains(kind)
                || HELMFile.ofItems.contains { file in
                    ["", ".gz", ".zst", ".zstd", ".xz", ".bz2"].contains { probe.hasSibling(file.rawValue + $0) }
                }
            // Lists of `input` and `references`, and of named figures, are not HELM's alone.
            let isPlain = kind == .instances || kind == .stats || kind == .scenario
            let confidence = isPlain ? (hasItems ? 0.9 : 0.6) : 0.97
            if hasItems { return Recognition(confidence: confidence, reason: kind.content + " of HELM", group: folder) }
            return Recognition(
                confidence: confidence,
                reason: "\(kind.content) of HELM without its items, which are in `scenario_state.json` and "
                    + "`per_instance_stats.json` of the same folder", role: .sidecar)
        }
        return summary(probe).map { Recognition(confidence: $0.confidence, reason: $0.reason, role: .nothing) }
    }

    /// The files that HELM writes about many runs, and those that repeat what is elsewhere.
    private func summary(_ probe: LogProbe) -> (confidence: Double, reason: String)? {
        let outline = probe.outline
        if outline.root == .list, outline.has("instance_id", "request") {
            return (0.95, "requests of HELM for display; `scenario_state.json` has them with their completions")
        }
        let isOfRuns =
            outline.root == .list && (outline.has("run_path") || outline.has("scenario_spec", "adapter_spec"))
        if isOfRuns { return (0.95, "a summary of HELM's runs; the runs are in the folders beside it") }
        let names: Set<String> = [
            "runs.json", "run_specs.json", "runs_to_run_suites.json", "summary.json", "costs.json", "groups.json",
            "groups_metadata.json", "schema.json", "contamination.json",
        ]
        // The tables of a suite: `groups/<group>.json` and `groups/json/<group>_<table>.json`.
        let above = probe.url.deletingLastPathComponent().pathComponents.suffix(2)
        if above.contains("groups"), outline.has("title", "header") {
            return (0.9, "a table of HELM over many runs; the runs are in the folders beside `groups`")
        }
        guard names.contains(probe.name), probe.hasSibling("run_specs.json") || probe.hasSibling("runs.json") else {
            return nil
        }
        return (0.7, "a summary of HELM's runs; the runs are in the folders beside it")
    }

    /// The other files of HELM in the run's folder.
    public func sidecars(of url: URL, in folders: FolderListing) -> [URL] {
        folders.files(in: url.deletingLastPathComponent()) {
            $0 != url.lastPathComponent && HELMFile(rawValue: LogProbe.innerName($0)) != nil
        }
    }

    /// Reads the run of a folder. A small file that is damaged is a warning, because the items are elsewhere.
    ///
    /// - Throws: `Problem` `missing-file` without a file of items, others if that file cannot be read; what the sink
    ///   throws.
    public func read(_ log: Log, into sink: any RecordSink) throws {
        let folder = HELMFolder(log)
        var notes: [Problem] = []
        let specification = try small(folder, .runSpecification, &notes).map { HELMRunSpecification($0.root) }
        let identity = HELMIdentity(specification, folder: folder.name)
        let figures = try small(folder, .stats, &notes).map { HELMFigures($0.root) } ?? HELMFigures()
        var scores = try HELMScores(folder, &notes)
        let instances = try HELMInstances(folder, isNeeded: !folder.has(.scenarioState), &notes)
        if !folder.has(.instanceStats), folder.has(.displayPredictions) {
            try scores.addDisplayed(folder, instances, &notes)
        }
        let place = InputPlace(file: itemPath(folder) ?? log.path)
        var run = HELMRun(
            identity, HELMMetrics(scores, figures, specification), scores, itemsReported: figures.itemCount,
            writer: RunWriter(identity.run(runner.id), place: place, sink: sink))
        for note in notes + identity.problems(at: place, used: folder.name) { run.note(note) }
        try readItems(folder, instances, into: &run)
    }

    private func itemPath(_ folder: HELMFolder) -> String? {
        folder.path(of: .scenarioState) ?? folder.path(of: .displayPredictions) ?? folder.path(of: .instanceStats)
    }

    /// A file that is read as a whole; one that is damaged is a warning, because the items are elsewhere.
    private func small(_ folder: HELMFolder, _ file: HELMFile, _ notes: inout [Problem]) throws -> JSONDocument? {
        var document: JSONDocument?
        let problem = try Problem.caught { document = try folder.document(file) }
        if var problem {
            problem.severity = .warning
            notes.append(problem)
        }
        return document
    }

    private func readItems(_ folder: HELMFolder, _ instances: HELMInstances, into run: inout HELMRun) throws {
        if folder.has(.scenarioState) || folder.has(.displayPredictions) {
            try readPredictions(folder, instances, into: &run)
            if run.hasOnlyPerturbed {
                run.takePerturbed()
                try readPredictions(folder, instances, into: &run)
            }
        } else if folder.has(.instanceStats) {
            try run.addScoresAlone()
        } else {
            throw run.place.problem(
                "missing-file", expected: "`scenario_state.json` or `per_instance_stats.json` beside it",
                found: "neither", remedy: "Name the run's folder with all its files.")
        }
        try run.finish()
    }
    private func readPredictions(_ folder: HELMFolder, _ instances: HELMInstances, into run: inout HELMRun) throws {
        // Faults are kept apart while rows change the run.
        var notes: [Problem] = []
        if let source = try folder.open(.scenarioState) {
            try HELMRows.forEach(source, in: "request_states", note: { notes.append($0) }) { try run.add(request: $0) }
        } else if let source = try folder.open(.displayPredictions) {
            run.noteDisplayOnly()
            try HELMRows.forEach(source, in: nil, note: { notes.append($0) }) { row in
                try run.add(displayed: row, instance: { try instances.find(row.value) })
            }
        }
        for note in notes { run.note(note) }
    }
}
