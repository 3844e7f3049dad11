import Foundation

/// What the place of a file says: `<work folder>/{predictions,reviews,reports}/<model>/<data set>_<subset>.jsonl`.
struct EvalScopePath {
    /// The folders of a run.
    enum Stage: String {
        case predictions
        case reviews
        case reports
    }

    private let place: StagedPath<Stage>

    /// - Parameter url: a file's place; nil if it does not follow the custom.
    init?(_ url: URL) {
        guard let place = StagedPath<Stage>(url) else { return nil }
        self.place = place
    }

    var stage: Stage { place.stage }
    /// The work folder, in which the stages lie.
    var root: URL { place.root }
    var model: String { place.model }
    /// The file's name without its ending: the data set and the subset, or in reports the data set.
    var stem: String { place.stem }

    /// The folder of the model in a stage.
    func folder(_ stage: Stage) -> URL { place.folder(stage) }

    /// The names that tell data set and subset apart: what reports and configuration call data sets, and the files.
    func hints(_ folders: FolderListing) -> EvalScopeHints {
        func stems(_ stage: Stage, _ ending: String) -> [String] {
            folders.names(in: folder(stage)).filter { $0.hasSuffix(ending) }.map { String($0.dropLast(ending.count)) }
        }
        return EvalScopeHints(
            known: stems(.reports, ".json") + EvalScopeConfiguration(root, folders).datasets,
            siblings: stems(.reviews, ".jsonl") + stems(.predictions, ".jsonl"))
    }

    /// The data set and the subset, as the files near by tell them apart, else as names are usually built.
    func names(_ hints: EvalScopeHints) -> EvalScopeNames {
        stage == .reports ? EvalScopeNames(dataset: stem, subset: nil) : EvalScopeNames(stem, hints)
    }

    /// The time of the run, where the work folder is named after it, as ISO 8601.
    var startedAt: String? {
        let name = Array(root.lastPathComponent)
        guard root.lastPathComponent.wholeMatch(of: /\d{8}_\d{6}/) != nil else { return nil }
        func part(_ range: Range<Int>) -> String { String(name[range]) }
        return "\(part(0..<4))-\(part(4..<6))-\(part(6..<8))T\(part(9..<11)):\(part(11..<13)):\(part(13..<15))"
    }
}

/// The few facts of a task's configuration (`configs/task_config*.yaml`) that no other file has.
struct EvalScopeConfiguration {
    private(set) var datasets: [String] = []
    private(set) var version: String?

    init(_ root: URL, _ folders: FolderListing) {
        for file in Self.files(root, folders) {
            guard let bytes = try? InputFile.open(file.path, shownAs: file.path).readPrefix(1 << 20) else { continue }
            var isInList = false
            // Top-level keys only, which YAML writes without indentation; values of lists begin with a dash.
            for line in String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline) {
                let text = line.trimmingCharacters(in: .whitespaces)
                if isInList, text.hasPrefix("- ") {
                    datasets.append(Self.unquoted(text.dropFirst(2)))
                } else {
                    isInList = line == "datasets:"
                    if line.hasPrefix("evalscope_version:") {
                        version = Self.unquoted(line.dropFirst("evalscope_version:".count))
                    }
                }
            }
        }
    }

    /// The configurations of a work folder.
    static func files(_ root: URL, _ folders: FolderListing) -> [URL] {
        folders.files(in: root.appendingPathComponent("configs")) {
            $0.hasPrefix("task_config") && ($0.hasSuffix(".yaml") || $0.hasSuffix(".yml"))
        }
    }

    private static func unquoted(_ text: Substring) -> String {
        text.trimmingCharacters(in: CharacterSet(charactersIn: " '\"\t"))
    }
}
