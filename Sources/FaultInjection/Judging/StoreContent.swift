import Foundation
import SQLite
import Store

/// All that a store holds, as text, so that two stores can be compared.
public enum StoreContent {
    /// - Parameter hasNumbers: whether the numbers of sources and runs count, which depend on the order of events.
    public static func lines(_ store: Store, hasNumbers: Bool = true) throws -> [String] {
        var lines = try store.sources().map { found in
            var source = found
            if !hasNumbers { source.id = 0 }
            return "\(source)"
        }
        for name in try store.benchmarkNames() {
            let matrix = try store.matrix(benchmark: name)
            let id = try store.benchmark(named: name)
            lines += try store.items(benchmark: id, from: 0, to: matrix.keys.count).map { "\(name) \($0)" }
            lines += matrix.facets.map { "\(name) \($0)" }
            for run in matrix.runs {
                var named = run
                if !hasNumbers { (named.id, named.source) = (0, 0) }
                lines.append("\(named)")
                lines += try store.measures(run: run.id).sorted { $0.key < $1.key }.map { "\($0) \($1)" }
                lines += try store.fingerprint(run: run.id).items.map { "\($0)" }
                try store.forEachPrediction(ofRun: run.id) { lines.append("\($0)") }
                lines += try store.predictions(run: run.id, from: 0, to: matrix.keys.count).map { "\($0.line)" }
            }
        }
        return lines
    }

    /// What each source of a store says, whatever else the store holds: its hash, and its predictions by item and epoch.
    static func sources(_ store: Store) throws -> [String: (sha256: String, predictions: [String])] {
        var found: [String: (sha256: String, predictions: [String])] = [:]
        for source in try store.sources() {
            var lines: [String] = []
            for run in try store.runs(source: source.id) {
                try store.forEachPrediction(ofRun: run.id) {
                    lines.append(
                        "\(run.model) \(run.benchmark) \($0.item.key) \($0.epoch) \($0.answer) \($0.text ?? "-")")
                }
            }
            found[source.path] = (source.sha256, lines.sorted())
        }
        return found
    }

    /// Looks at a copy of a folder's store with what lies beside it, so that the store itself is left as a fault left it.
    ///
    /// - Returns: what `body` makes of it; nil if there is no store.
    /// - Throws: what is wrong with it.
    static func inspect<Result>(_ folder: URL, _ body: (Store) throws -> Result) throws -> Result? {
        let results = folder.appending(path: "results")
        let copy = FileManager.default.temporaryDirectory.appending(path: "acuity-faults-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: copy) }
        try FileManager.default.createDirectory(at: copy, withIntermediateDirectories: true)
        for suffix in ["", "-wal", "-journal"] {
            let name = "acuity.sqlite\(suffix)"
            if FileManager.default.fileExists(atPath: results.appending(path: name).path) {
                try FileManager.default.copyItem(at: results.appending(path: name), to: copy.appending(path: name))
            }
        }
        let path = copy.appending(path: "acuity.sqlite").path
        guard FileManager.default.fileExists(atPath: path) else { return nil }
        let store = try Store(path: path)
        try store.verify()
        let said = try Database(path: path, readOnly: true, hasChecksums: true).prepare("PRAGMA integrity_check")
            .first { $0.text(0) }
        guard said == "ok" else { throw DamagedStore(said: said ?? "nothing") }
        return try body(store)
    }

    struct DamagedStore: Error {
        let said: String
    }
}
