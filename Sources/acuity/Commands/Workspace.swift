import Analysis
import Charts
import Findings
import Foundation
import Records
import Report
import Store
import WholeFiles

/// The folder in which results/ and site/ lie.
struct Workspace {
    let output: URL

    var results: URL { output.appending(path: "results", directoryHint: .isDirectory) }
    var site: URL { output.appending(path: "site", directoryHint: .isDirectory) }
    var storePath: String { results.appending(path: "acuity.sqlite").path }
    var findingsURL: URL { results.appending(path: "findings.json") }

    /// Keeps other runs from store, findings and site until it is released.
    ///
    /// - Parameters:
    ///   - makesFolder: whether the folder of the store is made if it is not there; else there is nothing to keep.
    ///   - waits: whether to wait for another run.
    func lock(_ console: Console, makesFolder: Bool = false, waits: Bool = true) throws -> StoreLock {
        if makesFolder { try FileManager.default.createDirectory(at: results, withIntermediateDirectories: true) }
        return try StoreLock(results, waits: waits, console: console)
    }

    /// Opens the store; call while it is locked.
    func openStore(_ console: Console) throws -> Store {
        let wasLeft = Self.companions(of: storePath).contains { FileManager.default.fileExists(atPath: $0) }
        let isNew = !FileManager.default.fileExists(atPath: storePath)
        let store = try Store(path: storePath)
        console.tell(store, isNew: isNew)
        // A run was killed, or files of another store were put beside this one.
        if wasLeft { try store.verify() }
        return store
    }

    private static func companions(of store: String) -> [String] { [store + "-wal", store + "-shm"] }

    /// Fills a new store and puts it in the place of the one there is, once it is whole. Call while the store is locked.
    ///
    /// - Parameter fill: fills it and returns what is made of it; nil leaves what there is.
    func replaceStore<Made>(_ fill: (Store) throws -> Made?) throws -> Made? {
        let path = results.appending(path: ".acuity-new.sqlite").path
        func remove(_ files: [String]) { for file in files { try? FileManager.default.removeItem(atPath: file) } }
        func removeNew() { remove([path, path + "-journal"] + Self.companions(of: path)) }
        // A run that was killed may have left one.
        removeNew()
        defer { removeNew() }
        guard let made = try settled(path, fill) else { return nil }
        try settleOld()
        remove(Self.companions(of: storePath))
        guard rename(path, storePath) == 0 else {
            throw SiteProblem(
                path: storePath, expected: "a file that can be replaced", found: String(cString: strerror(errno)),
                remedy: "Check the rights on the folder, and run the command again.")
        }
        return made
    }

    /// Readies the store that is to be replaced: what lies beside it would else be lost to it, or go to the new one.
    ///
    /// - Throws: `StoreError` if it is none, or one that a newer version wrote; only a damaged one may go as it is.
    private func settleOld() throws {
        guard FileManager.default.fileExists(atPath: storePath) else { return }
        do {
            try Store(path: storePath).settle()
        } catch StoreError.corrupt {
            return
        }
    }

    /// Fills a store and closes it, all of it in its own file.
    private func settled<Made>(_ path: String, _ fill: (Store) throws -> Made?) throws -> Made? {
        let store = try Store(path: path)
        let made = try fill(store)
        try store.settle()
        return made
    }

    /// Writes the findings so that a reader sees the old document or the new one, never a part.
    func write(_ findings: FindingsDocument, _ console: Console) throws {
        try FileManager.default.createDirectory(at: results, withIntermediateDirectories: true)
        let data = try findings.encoded()
        try WholeFile.write(data, to: findingsURL)
        console.step("Wrote \(findingsURL.path), \(ByteSize.text(UInt64(data.count)))")
    }

    func readFindings(_ console: Console) throws -> FindingsDocument {
        let data: Data
        do {
            data = try Data(contentsOf: findingsURL)
        } catch let error as CocoaError where error.code == .fileReadNoSuchFile || error.code == .fileNoSuchFile {
            throw UsageError(
                "\(findingsURL.path): expected findings; found no file. Make them with `acuity build` or `acuity analyze`, "
                    + "or name their folder with --output.")
        }
        let findings = try FindingsDocument(decoding: data)
        console.step(
            "Read \(findingsURL.path), \(ByteSize.text(UInt64(data.count))), made by Acuity \(findings.acuityVersion)")
        return findings
    }

    /// Pages of items must show the logs that the findings were made from.
    private func expectStore(of findings: FindingsDocument) throws {
        let stored = Dictionary(uniqueKeysWithValues: try Store(path: storePath).sources().map { ($0.path, $0.sha256) })
        guard let other = findings.sources.first(where: { stored[$0.path] != $0.sha256 }) else { return }
        throw Problem(
            kind: "other-store", severity: .error, file: storePath,
            expected: "the logs that \(findingsURL.relativePath) was made from",
            found: stored[other.path] == nil ? "none of \(other.path)" : "another content of \(other.path)",
            remedy: "Make both anew with `acuity build`, or the findings with `acuity analyze`.")
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
        if hasStore { try expectStore(of: findings) }
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
