import Foundation

/// What the name of a samples file says: `<YYYYMMDD_HHMMSS>_samples_<task>.jsonl`.
struct LMMSEvalFileName {
    /// The task, if the name follows the runner's custom.
    let task: String?
    /// What stands before `_samples_` or `_results`: the time of the run as the runner writes it.
    let time: String?
    /// The name without its endings.
    let stem: String

    init(_ name: String) {
        stem = (LogProbe.innerName(name) as NSString).deletingPathExtension
        if let found = stem.firstRange(of: "_samples_"), found.upperBound < stem.endIndex {
            time = String(stem[..<found.lowerBound])
            task = String(stem[found.upperBound...])
        } else if stem.hasSuffix("_results") {
            time = String(stem.dropLast("_results".count))
            task = nil
        } else {
            time = nil
            task = stem.hasPrefix("samples_") ? String(stem.dropFirst("samples_".count)) : nil
        }
    }

    /// Whether this is the name of a run's aggregate, `<YYYYMMDD_HHMMSS>_results.json`.
    static func isAggregate(_ name: String) -> Bool {
        let inner = LogProbe.innerName(name)
        guard inner.hasSuffix("_results.json") else { return false }
        return isoTime(String(inner.dropLast("_results.json".count))) != nil
    }

    /// The aggregate of the same run: of the same time, else the only one of the folder.
    func sidecar(among names: [String]) -> String? {
        let aggregates = names.filter { LogProbe.innerName($0).hasSuffix("_results.json") }
        if let time, let own = aggregates.first(where: { LogProbe.innerName($0) == "\(time)_results.json" }) {
            return own
        }
        // The old layout has one folder a run.
        if let plain = names.first(where: { LogProbe.innerName($0) == "results.json" }) { return plain }
        return time == nil && aggregates.count == 1 ? aggregates[0] : nil
    }

    /// A time `20251029_164202` as ISO 8601; nil if the text is none.
    static func isoTime(_ text: String?) -> String? {
        guard let text, text.wholeMatch(of: /\d{8}[_-]\d{6}/) != nil else { return nil }
        let digits = text.filter(\.isNumber).map(String.init)
        let parts = [0..<4, 4..<6, 6..<8, 8..<10, 10..<12, 12..<14].map { digits[$0].joined() }
        return "\(parts[0])-\(parts[1])-\(parts[2])T\(parts[3]):\(parts[4]):\(parts[5])"
    }
}
