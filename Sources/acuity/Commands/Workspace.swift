import Analysis
import Charts
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

    func openStore(_ console: Console) throws -> Store {
        try FileManager.default.createDirectory(at: results, withIntermediateDirectories: true)
        let isNew = !FileManager.default.fileExists(atPath: storePath)
        let store = try Store(path: storePath)
        console.tell(store, isNew: isNew)
        return store
    }

    /// Fills a new store and puts it in the place of the one there is, once it is whole.
    ///
    /// - Parameter fill: fills it and returns what is made of it; nil leaves what there is.
    func replaceStore<Made>(_ fill: (Store) throws -> Made?) throws -> Made? {
        try FileManager.default.createDirectory(at: results, withIntermediateDirectories: true)
        let path = results.appending(path: ".\(UUID().uuidString).sqlite").path
        func remove(_ files: [String]) { for file in files { try? FileManager.default.removeItem(atPath: file) } }
        func companions(of store: String) -> [String] { [store + "-wal", store + "-shm"] }
        defer { remove([path] + companions(of: path)) }
        // The store is closed at the end of this line, so that all of it is in its own file.
        guard let made = try fill(Store(path: path)) else { return nil }
        remove(companions(of: storePath))
        guard rename(path, storePath) == 0 else {
            throw CocoaError(.fileWriteUnknown, userInfo: [NSFilePathErrorKey: storePath])
        }
        return made
    }

    /// Writes the findings so that a reader sees the old document or the new one, never a part.
    func write(_ findings: FindingsDocument, _ console: Console) throws {
        try FileManager.default.createDirectory(at: results, withIntermediateDirectories: true)
        let data = try findings.encoded()
        try data.write(to: findingsURL, options: .atomic)
        console.step("Wrote \(findingsURL.path), \(ByteSize.text(UInt64(data.count)))")
    }

    func readFindings(_ console: Console) throws -> FindingsDocument {
        guard let data = FileManager.default.contents(atPath: findingsURL.path) else {
            throw UsageError(
                "\(findingsURL.path): expected findings; found no file. Make them with `acuity build` or `acuity analyze`, "
                    + "or name their folder with --output.")
        }
        let findings = try FindingsDocument(decoding: data)
        console.step(
            "Read \(findingsURL.path), \(ByteSize.text(UInt64(data.count))), made by Acuity \(findings.acuityVersion)")
        return findings
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
    func writeSite(_ findings: FindingsDocument, templates: URL, _ console: Console) throws -> String {
        console.step("Templates of \(templates.path); \(FontCheck.found() ?? "no font") for charts")
        let hasStore = FileManager.default.fileExists(atPath: storePath)
        let items = hasStore ? StoredItems(path: storePath, findings: findings) : nil
        try FileManager.default.createDirectory(at: output, withIntermediateDirectories: true)
        let writer = try SiteWriter(folder: site)
        defer { writer.abandon() }
        try SiteBuilder.build(findings: findings, templates: TemplateFolder(reading: templates), items: items) {
            try writer.write($0)
        }
        console.step("Made the pages\(hasStore ? ", with those of items from the store" : "")")
        let change = try writer.commit()
        console.step("Put the site in place at \(site.path): \(change)")
        return "\(site.appending(path: "index.html").relativePath) (\(change))"
    }
}
