import Foundation
import Records

/// The files of one run: one model on one data set.
struct OpenCompassFiles {
    private(set) var predictions: [LogPart] = []
    private(set) var results: LogPart?
    let model: String?
    let dataset: String?
    let startedAt: String?
    /// What the file is called, where its place tells nothing.
    let stem: String

    init(_ log: Log) {
        let all = log.parts + log.sidecars.map { LogPart(url: $0, path: log.shownPath(of: $0)) }
        stem = (LogProbe.innerName(log.url.lastPathComponent) as NSString).deletingPathExtension
        let path = OpenCompassPath(log.url)
        model = path?.model
        startedAt = path?.startedAt
        guard let path else {
            dataset = nil
            let outline = (try? log.open().readPrefix(LogProbe.prefixLength)).map { JSONOutline($0) }
            if outline?.has("details") ?? false { results = all.first } else { predictions = all }
            return
        }
        var names: Set<String> = []
        for part in all {
            if let other = OpenCompassPath(part.url) { names.insert("\(other.stage.rawValue)/\(other.stem)") }
        }
        let dataset = path.dataset { names.contains("\($0.rawValue)/\($1)") }
        self.dataset = dataset
        results = all.first { OpenCompassPath($0.url)?.stage == .results }
        let urls = Self.predictions(
            all.filter { OpenCompassPath($0.url)?.stage == .predictions }.map(\.url), of: dataset)
        predictions = urls.compactMap { url in all.first { $0.url == url } }
    }

    /// The whole file, else the parts by number, else the interim file of a run that was stopped.
    static func predictions(_ files: [URL], of dataset: String) -> [URL] {
        let paths = files.compactMap { url in OpenCompassPath(url).map { (url, $0) } }
        let whole = paths.filter { $0.1.stem == dataset && !$0.1.isInterim }
        if let first = whole.first { return [first.0] }
        let parts = paths.filter { $0.1.numbered?.base == dataset && !$0.1.isInterim }
            .sorted { ($0.1.numbered?.number ?? 0) < ($1.1.numbered?.number ?? 0) }
        if !parts.isEmpty { return parts.map(\.0) }
        return paths.filter { $0.1.stem == dataset }.prefix(1).map(\.0)
    }
}
