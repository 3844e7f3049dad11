import Foundation

/// What the name of a simple-evals file says: `<eval>_<model>_<YYYYMMDD_HHMMSS>[_DEBUG]_allresults.json`.
struct SimpleEvalsFileName {
    let eval: String?
    let model: String?
    /// The time as ISO 8601 without a zone, since the runner writes local time.
    let startedAt: String?
    let isDebug: Bool

    /// Evals whose names hold the separator themselves.
    private static let longNames = ["healthbench_consensus", "healthbench_hard", "healthbench_meta"]

    init(_ name: String) {
        var stem = (LogProbe.innerName(name) as NSString).deletingPathExtension
        func cut(_ ending: String) -> Bool {
            guard stem.hasSuffix(ending) else { return false }
            stem.removeLast(ending.count)
            return true
        }
        _ = cut("_allresults")
        isDebug = cut("_DEBUG")
        guard let match = stem.firstMatch(of: /_(\d{4})(\d{2})(\d{2})_(\d{2})(\d{2})(\d{2})?$/) else {
            (eval, model, startedAt) = (nil, nil, nil)
            return
        }
        let (_, year, month, day, hour, minute, second) = match.output
        startedAt = "\(year)-\(month)-\(day)T\(hour):\(minute):\(second ?? "00")"
        let rest = String(stem[..<match.range.lowerBound])
        let long = Self.longNames.first { rest.hasPrefix("\($0)_") }
        // The languages of MMLU: `mmlu_PT-BR_<model>`.
        let language = rest.prefixMatch(of: /mmlu_[A-Z]{2}-[A-Z]{2,3}(?=_)/).map { String($0.output) }
        let first = rest.split(separator: "_", maxSplits: 1, omittingEmptySubsequences: false).first.map(String.init)
        let found = long ?? language ?? first ?? rest
        let model = rest.dropFirst(found.count + 1)
        eval = found.isEmpty ? nil : found
        self.model = model.isEmpty ? nil : String(model)
    }
}
