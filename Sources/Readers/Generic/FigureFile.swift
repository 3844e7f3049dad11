import Foundation

/// A file with figures of a run and no rows, such as `metrics_<log>.json` or `summary.json`.
enum FigureFile {
    /// The largest size of such a file in bytes.
    private static let largest = 1 << 22
    private static let words = ["metrics", "summary", "scores", "results", "eval", "accuracy"]

    static func recognise(_ probe: LogProbe) -> Recognition? {
        guard probe.size <= largest, probe.outline.root == .object, probe.nameEnding == "json" else { return nil }
        let names = probe.outline.keys.map(FieldGuess.folded)
        guard names.contains(where: { $0.hasPrefix("accuracy") || $0 == "acc" || $0 == "exactmatch" }),
            !FieldGuess.haveAnswers(probe.outline.keys)
        else {
            return nil
        }
        return Recognition(confidence: 0.25, reason: "figures of a run without its items", role: .sidecar)
    }

    /// Whether a file is named after a part of a run's items, picked by their score: it is no run.
    static func isSelection(_ name: String) -> Bool {
        let stem = LogProbe.stem(name).lowercased().map { $0 == "-" || $0 == " " ? "_" : $0 }
        return [
            "wrong_answers", "wrong_predictions", "wrong_cases", "incorrect_answers", "incorrect_predictions",
            "incorrect_cases",
            "failure_cases", "failed_cases", "error_cases", "misclassified",
        ].contains { String(stem).contains($0) }
    }

    /// Whether a list's name says that its rows were picked by their score.
    static func isSelectionWord(_ name: String) -> Bool {
        let lower = name.lowercased()
        return ["wrong", "incorrect", "misclassified", "failures"].contains { lower.contains($0) }
    }

    /// The figures beside a log: files that are named after it, or the folder's only ones.
    static func beside(_ url: URL, in folders: FolderListing) -> [URL] {
        let stem = LogProbe.stem(url.lastPathComponent)
        let short = PathNames(url).stem
        let names = Set(
            [stem, short].flatMap { stem in words.flatMap { ["\($0)_\(stem)", "\(stem)_\($0)", "\(stem).\($0)"] } })
        return folders.files(in: url.deletingLastPathComponent()) { name in
            name.hasSuffix(".json") && name != url.lastPathComponent && names.contains(LogProbe.stem(name))
        }
    }

    /// The scalars of the file's object, those of objects within it as well; empty if the file cannot be read.
    static func figures(in url: URL) -> [String: String] {
        guard let root = try? JSONDocument(file: url.path, shownAs: url.lastPathComponent, limit: largest).root else {
            return [:]
        }
        var figures: [String: String] = [:]
        for (key, value) in root.members {
            if let text = value.scalarText { figures[key] = text }
            for (inner, value) in value.members where figures[inner] == nil { figures[inner] = value.scalarText }
        }
        return figures
    }
}
