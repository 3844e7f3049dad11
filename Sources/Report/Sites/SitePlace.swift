import Foundation

/// A site's folder and what lies beside it while a new one is written.
struct SitePlace: Sendable {
    /// The site's folder, links resolved.
    let target: String
    /// The folder in the making.
    let new: String
    /// Where the old folder lies for a moment if the two cannot be exchanged in one step.
    let old: String
    /// The file that tells other writers to keep away.
    let lock: String
    private let parent: String

    /// Finds the folder and makes those above it.
    init(_ folder: URL) throws {
        let url = folder.resolvingSymlinksInPath().standardizedFileURL
        let above = url.deletingLastPathComponent()
        target = url.path
        parent = above.path
        let stem = "\(above.path)/.\(url.lastPathComponent).acuity"
        (new, old, lock) = ("\(stem)-new", "\(stem)-old", "\(stem)-lock")
        do {
            try FileManager.default.createDirectory(at: above, withIntermediateDirectories: true)
        } catch {
            throw SiteProblem(
                path: parent, expected: "a folder that can be made", found: error.localizedDescription,
                remedy: "Check the rights on the folder above, or name another with `--output`.")
        }
    }

    /// Whether there is a folder to be replaced.
    var hasTarget: Bool { FolderFiles.mode(target) != nil }

    /// Checks the folder, clears away what a run that was killed has left, and makes the new folder.
    ///
    /// - Returns: Which files of the folder are Acuity's.
    func prepare() throws -> SiteManifest {
        // Killed between two renames: the old site is whole, only its name is not.
        if !hasTarget, FolderFiles.mode(old) != nil, rename(old, target) != 0 {
            throw SiteProblem(system: errno, path: target)
        }
        let manifest = try check()
        try FolderFiles.remove(new)
        try FolderFiles.remove(old)
        guard mkdir(new, 0o777) == 0 else { throw SiteProblem(system: errno, path: new) }
        return manifest
    }

    /// Only what Acuity made is replaced.
    private func check() throws -> SiteManifest {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: target, isDirectory: &isFolder) else { return SiteManifest([]) }
        let names = try? FileManager.default.contentsOfDirectory(atPath: target)
        if isFolder.boolValue, let names {
            if names.isEmpty { return SiteManifest([]) }
            if names.contains(SiteManifest.name) {
                let list = "\(target)/\(SiteManifest.name)"
                guard let data = FileManager.default.contents(atPath: list) else {
                    throw SiteProblem(
                        path: list, expected: "a file that can be read", found: "none",
                        remedy: "Check the rights on the file.")
                }
                return try SiteManifest(decoding: data, at: list)
            }
        }
        throw SiteProblem(
            path: target, expected: "an empty folder or a site made by Acuity",
            found: isFolder.boolValue ? "a folder with other files" : "a file",
            remedy: "Name another folder with `--output`, or empty this one.")
    }

    /// Whether the old site has this list already.
    func holds(_ list: SiteManifest) -> Bool { FolderFiles.hold(list.data, at: "\(target)/\(SiteManifest.name)") }

    /// Takes a file of the user's over into the new folder: the same file under two names until the old one is gone.
    func keep(_ path: String) throws {
        let (here, there) = ("\(target)/\(path)", "\(new)/\(path)")
        if linkat(AT_FDCWD, here, AT_FDCWD, there, 0) == 0 { return }
        guard errno != EEXIST else { throw conflict(path) }
        do {
            try FileManager.default.copyItem(atPath: here, toPath: there)
        } catch {
            throw SiteProblem(
                path: here, expected: "a file of yours that can be kept", found: error.localizedDescription,
                remedy: "Check the rights on it, or move it out of the site's folder.")
        }
    }

    /// The user's file or folder lies where the site needs another.
    func conflict(_ path: String) -> SiteProblem {
        SiteProblem(
            path: "\(target)/\(path)", expected: "no file of your own at a path of the site",
            found: "one that Acuity did not write", remedy: "Move it elsewhere.")
    }

    /// Puts the new folder with its list in the place of the old one, which is removed.
    func replace(with list: SiteManifest) throws {
        try FolderFiles.write(list.data, to: "\(new)/\(SiteManifest.name)")
        let mode = FolderFiles.mode(target)
        if let mode { chmod(new, mode) }
        try FolderExchange.flush(new)
        guard mode != nil else {
            guard rename(new, target) == 0 else { throw SiteProblem(system: errno, path: target) }
            FolderExchange.flushNames(parent)
            return
        }
        let left = try FolderExchange.exchange(new, with: target, spare: old)
        FolderExchange.flushNames(parent)
        // The site is in place; the next session removes what is left, and says why if it cannot.
        try? FolderFiles.remove(left)
    }
}
