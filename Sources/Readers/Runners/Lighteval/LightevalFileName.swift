import Foundation

/// What the path of a details file says: the task, the time of the run, and the model where the runner's folders are kept.
struct LightevalFileName {
    /// The task as the runner names it, such as `medq_mc|0` or `leaderboard|mmlu:anatomy|5`.
    let task: String
    /// The time as it stands in the name, such as `2026-11-24T02-48-57.123344`.
    let time: String?
    /// The model from `details/<organisation>/<model>/<time>/`, or nil.
    let model: String?
    /// The folder above `details`, or nil.
    let root: URL?

    init(_ url: URL) {
        var stem = (LogProbe.innerName(url.lastPathComponent) as NSString).deletingPathExtension
        if stem.hasPrefix("details_") { stem = String(stem.dropFirst("details_".count)) }
        let folder = url.deletingLastPathComponent()
        let own = Self.time(atEndOf: stem)
        if let own { stem = String(stem.dropLast(own.count + 1)) }
        task = stem
        let time = own ?? Self.time(atEndOf: folder.lastPathComponent)
        self.time = time
        let parts = url.pathComponents
        guard let details = parts.lastIndex(of: "details") else {
            model = nil
            root = nil
            return
        }
        let below = parts[(details + 1)...].dropLast().filter { $0 != time }
        model = below.isEmpty ? nil : below.joined(separator: "/")
        root = (0..<(parts.count - details)).reduce(url) { folder, _ in folder.deletingLastPathComponent() }
    }

    /// The time as ISO 8601, or nil.
    var startedAt: String? {
        guard let parts = time?.split(separator: "T"), parts.count == 2 else { return nil }
        return "\(parts[0])T\(parts[1].replacing("-", with: ":"))"
    }

    /// The results of the same run: of the same time, else the only ones; where the runner puts them, or near the details.
    func results(of url: URL, in folders: FolderListing) -> URL? {
        let folder = url.deletingLastPathComponent()
        var places = [folder, folder.deletingLastPathComponent()]
        if let root, let model { places.insert(root.appendingPathComponent("results/\(model)"), at: 0) }
        places.append(folder.deletingLastPathComponent().deletingLastPathComponent())
        if let time {
            for place in places where folders.names(in: place).contains("results_\(time).json") {
                return place.appendingPathComponent("results_\(time).json")
            }
        }
        for place in places {
            let all = folders.files(in: place) { $0.hasPrefix("results") && $0.hasSuffix(".json") }
            if all.count == 1 { return all[0] }
        }
        return nil
    }

    private static func time(atEndOf stem: String) -> String? {
        guard let tail = stem.split(separator: "_", omittingEmptySubsequences: false).last.map(String.init) else {
            return nil
        }
        let parts = tail.split(separator: "T")
        guard parts.count == 2, parts[0].split(separator: "-").map(\.count) == [4, 2, 2],
            parts.allSatisfy({ $0.allSatisfy { $0.isNumber || $0 == "-" || $0 == "." || $0 == ":" } })
        else { return nil }
        return tail
    }
}
