import Foundation

/// What the name of a samples file says: the task and the time of the run.
struct HarnessFileName {
    /// The task, if the name follows the runner's custom.
    let task: String?
    /// The time as it stands in the name, such as `2026-11-24T02-31-58.089635`.
    let time: String?
    /// The name without its endings.
    let stem: String

    init(_ name: String) {
        stem = (LogProbe.innerName(name) as NSString).deletingPathExtension
        time = Self.time(atEndOf: stem)
        guard stem.hasPrefix("samples_") else {
            task = nil
            return
        }
        let rest = stem.dropFirst("samples_".count)
        let body = String(time.map { rest.dropLast($0.count + 1) } ?? rest)
        task = body.isEmpty ? nil : body
    }

    /// The time as ISO 8601, or nil.
    var startedAt: String? {
        guard let parts = time?.split(separator: "T"), parts.count == 2 else { return nil }
        return "\(parts[0])T\(parts[1].replacing("-", with: ":"))"
    }

    /// The aggregate of the same run: of the same time, else the nearest one, else the only one.
    func sidecar(among names: [String]) -> String? {
        let aggregates = names.filter {
            let inner = LogProbe.innerName($0)
            return inner.hasSuffix(".json") && !inner.hasPrefix("samples")
                && (inner as NSString).deletingPathExtension != stem
        }
        let results = aggregates.filter { $0.hasPrefix("results") }
        func time(_ name: String) -> String? {
            Self.time(atEndOf: (LogProbe.innerName(name) as NSString).deletingPathExtension)
        }
        if let own = self.time {
            let sameTime = aggregates.filter { time($0) == own }
            if let exact = sameTime.first(where: { $0.hasPrefix("results") }) ?? sameTime.first { return exact }
            // The aggregate is written with its samples or after them; times sort as texts.
            let dated = results.filter { time($0) != nil }.sorted { (time($0) ?? "") < (time($1) ?? "") }
            return dated.first { (time($0) ?? "") > own } ?? dated.last ?? results.first
        }
        return results.first { LogProbe.innerName($0) == "results.json" } ?? (results.count == 1 ? results[0] : nil)
    }

    // Made once: a pattern is parsed each time that its literal is come by.
    nonisolated(unsafe) private static let timePattern = /\d{4}-\d{2}-\d{2}T\d{2}[-:]\d{2}[-:]\d{2}(\.\d+)?/

    private static func time(atEndOf stem: String) -> String? {
        guard let tail = stem.split(separator: "_", omittingEmptySubsequences: false).last,
            tail.wholeMatch(of: timePattern) != nil
        else { return nil }
        return String(tail)
    }
}
