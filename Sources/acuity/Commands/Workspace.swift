import Analysis
import Findings
import Foundation
import Report
import Store

/// The folder in which results/ and site/ lie.
struct Workspace {
    let output: URL

    var results: URL { output.appending(path: "results", directoryHint: .isDirectory) }
    var site: URL { output.appending(path: "site", directoryHint: .isDirectory) }
    var storePath: String { results.appending(path: "acuity.sqlite").path }
    var findingsURL: URL { results.appending(path: "findings.json") }

    func openStore() throws -> Store {
        try FileManager.default.createDirectory(at: results, withIntermediateDirectories: true)
        return try Store(path: storePath)
    }

    /// Fills a new store and puts it in the place of the one there is, once it is whole.
    ///
    /// - Parameter fill: fills it and returns what is made of it; nil leaves what there is.
    func replaceStore<Made>(_ fill: (Store) throws -> Made?) throws -> Made? {
        try FileManager.default.createDirectory(at: results, withIntermediateDirectories: true)
        let path = results.appending(path: ".\(UUID().uuidString).sqlite").path
        func removeFiles(of store: String) {
            for file in [store, store + "-wal", store + "-shm"] { try? FileManager.default.removeItem(atPath: file) }
        }
        defer { removeFiles(of: path) }
        // The store is closed at the end of this line, so that nothing of it is in another file than its own.
        guard let made = try fill(Store(path: path)) else { return nil }
        removeFiles(of: storePath)
        try FileManager.default.moveItem(atPath: path, toPath: storePath)
        return made
    }

    /// Writes the findings so that a reader sees the old document or the new one, never a part.
    func write(_ findings: FindingsDocument) throws {
        try FileManager.default.createDirectory(at: results, withIntermediateDirectories: true)
        try findings.encoded().write(to: findingsURL, options: .atomic)
    }

    func readFindings() throws -> FindingsDocument {
        guard let data = FileManager.default.contents(atPath: findingsURL.path) else {
            throw UsageError(
                "\(findingsURL.path): expected findings; found no file. Make them with `acuity build` or `acuity analyze`, "
                    + "or name their folder with --output.")
        }
        return try FindingsDocument(decoding: data)
    }

    /// The folder of templates that was named, else the one that ships.
    static func templates(_ named: String?) throws -> URL {
        try TemplateFolder.locate(
            explicit: named.map { URL(fileURLWithPath: $0, isDirectory: true) },
            executable: Bundle.main.executableURL ?? URL(fileURLWithPath: CommandLine.arguments[0]),
            workingFolder: URL(fileURLWithPath: FileManager.default.currentDirectoryPath, isDirectory: true))
    }

    /// Builds the site from findings and puts it in place at once.
    ///
    /// - Parameter templates: The folder of templates.
    /// - Returns: Where it begins and what has changed, for a person.
    func writeSite(_ findings: FindingsDocument, templates: URL) throws -> String {
        let hasStore = FileManager.default.fileExists(atPath: storePath)
        let items = hasStore ? StoredItems(path: storePath, findings: findings) : nil
        try FileManager.default.createDirectory(at: output, withIntermediateDirectories: true)
        let writer = try SiteWriter(folder: site)
        defer { writer.abandon() }
        try SiteBuilder.build(findings: findings, templates: TemplateFolder(reading: templates), items: items) {
            try writer.write($0)
        }
        let change = try writer.commit()
        return "\(site.appending(path: "index.html").relativePath) (\(change))"
    }
}
