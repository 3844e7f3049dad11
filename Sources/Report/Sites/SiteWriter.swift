import Foundation
import Synchronization

/// Writes a site file by file into a folder beside the old one, and puts it in place at once: whoever looks sees the
/// whole old site or the whole new one.
///
/// Files that have not changed keep their time and their inode. Files that Acuity wrote before and writes no more are
/// gone; files that are not Acuity's are kept. A session ends with `commit` or `abandon`; one that is dropped is
/// abandoned.
public final class SiteWriter: Sendable {
    private struct State {
        var paths: Set<String> = []
        var folders: Set<String> = []
        var change = SiteChange()
        /// What went wrong first; a site that lacks a file is never put in place.
        var problem: SiteProblem?
        var isOpen = true
    }

    private let place: SitePlace
    private let lock: FolderLock
    /// Which files of the old site are Acuity's.
    private let manifest: SiteManifest
    private let state = Mutex(State())

    /// Begins a session. What a run that was killed has left beside the folder is removed.
    ///
    /// - Parameter folder: Where the site belongs: not there yet, empty, or a site that Acuity made. If it is a link to
    ///   a folder, the site is written there.
    /// - Throws: `SiteProblem` if the folder holds anything else, cannot be written, or is being written by another.
    public init(folder: URL) throws {
        place = try SitePlace(folder)
        lock = try FolderLock(path: place.lock, folder: place.target)
        do {
            manifest = try place.prepare()
        } catch {
            lock.release()
            throw error
        }
    }

    deinit { abandon() }

    /// Adds a file. May be called by several threads at once; nothing of the file is kept in memory but its path.
    ///
    /// - Throws: `SiteProblem` if the path leaves the folder, was written before, or is that of a file of the user's,
    ///   or if the file cannot be written. The session can then only be abandoned.
    public func write(_ file: SiteFile) throws {
        do {
            try SitePath.check(file.path)
            try state.withLock { state in
                precondition(state.isOpen, "a session that has ended takes no more files")
                guard state.paths.insert(file.path).inserted else {
                    throw SiteProblem(
                        path: file.path, expected: "one file a path", found: "a second one",
                        remedy: "Report this as a defect of Acuity.")
                }
                try makeFolders(of: file.path, &state)
            }
            let isUnchanged = try put(file)
            state.withLock {
                if isUnchanged { $0.change.unchanged += 1 } else { $0.change.written += 1 }
            }
        } catch let problem as SiteProblem {
            state.withLock { $0.problem = $0.problem ?? problem }
            throw problem
        }
    }

    /// Puts the site in place. If nothing has changed, the folder is left as it is.
    ///
    /// - Throws: `SiteProblem` if a file could not be written, or one of the user's lies where the site needs a file or
    ///   a folder; the old site is then left as it was.
    public func commit() throws -> SiteChange {
        defer { abandon() }
        return try state.withLock { state in
            precondition(state.isOpen, "a session ends once")
            if let problem = state.problem { throw problem }
            let hadSite = place.hasTarget
            if hadSite { try carry(FolderTree(place.target), &state) }
            let list = SiteManifest(state.paths)
            if hadSite, state.change.written == 0, state.change.removed == 0, place.holds(list) { return state.change }
            try place.replace(with: list)
            return state.change
        }
    }

    /// Ends the session and leaves the old site as it was. Does nothing once the session has ended.
    public func abandon() {
        let wasOpen = state.withLock { state in
            defer { state.isOpen = false }
            return state.isOpen
        }
        guard wasOpen else { return }
        // The next session removes what is left here, and says why if it cannot.
        try? FolderFiles.remove(place.new)
        lock.release()
    }

    /// Writes a site whose files are all at hand; see `init`, `write` and `commit`.
    @discardableResult
    public static func write(_ files: [SiteFile], to folder: URL) throws -> SiteChange {
        let writer = try SiteWriter(folder: folder)
        for file in files { try writer.write(file) }
        return try writer.commit()
    }

    /// True if the old site's file was put in as it is.
    private func put(_ file: SiteFile) throws -> Bool {
        let (old, new) = ("\(place.target)/\(file.path)", "\(place.new)/\(file.path)")
        if manifest.owns(file.path) {
            // File systems without hard links get a new file.
            if FolderFiles.hold(file.data, at: old), link(old, new) == 0 { return true }
        } else if !manifest.ownsFolder(file.path), FolderFiles.mode(old) != nil {
            throw place.conflict(file.path)
        }
        try FolderFiles.write(file.data, to: new)
        return false
    }

    private func makeFolders(of path: String, _ state: inout State) throws {
        for folder in SitePath.folders(path) where state.folders.insert(folder).inserted {
            guard try FolderFiles.makeFolder("\(place.new)/\(folder)") else { throw place.conflict(folder) }
        }
    }

    /// Takes the user's files over into the new folder and counts those of Acuity's that are gone.
    private func carry(_ tree: FolderTree, _ state: inout State) throws {
        var modes: [(path: String, mode: mode_t)] = []
        for entry in tree.entries {
            let new = "\(place.new)/\(entry.path)"
            switch entry.kind {
            case .folder where manifest.ownsFolder(entry.path): continue
            case .folder:
                try makeFolders(of: entry.path + "/", &state)
                modes.append((new, entry.mode))
            case .file where manifest.owns(entry.path):
                if entry.path != SiteManifest.name, !state.paths.contains(entry.path) { state.change.removed += 1 }
            case .file, .other:
                try makeFolders(of: entry.path, &state)
                try place.keep(entry.path)
                state.change.kept += 1
            }
        }
        // The innermost first, as a folder may forbid to be written.
        for (path, mode) in modes.reversed() { chmod(path, mode) }
    }
}
