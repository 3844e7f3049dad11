import Foundation

/// Puts a site on disk so that the folder holds the whole old site or the whole new one at every moment but the
/// instant between two renames.
public enum SiteWriter {
    /// Writes the files into a temporary folder beside `folder` and swaps the two.
    ///
    /// - Parameters:
    ///   - files: The site's files; their paths must stay below the folder.
    ///   - folder: Where the site belongs: not there yet, empty, or a site that Acuity made.
    /// - Throws: `SiteProblem` if the folder holds anything else or cannot be written; it is left as it was.
    public static func write(_ files: [SiteFile], to folder: URL) throws {
        let target = folder.resolvingSymlinksInPath().standardizedFileURL
        try check(target)
        for file in files { try check(file.path) }
        let parent = target.deletingLastPathComponent()
        let new = parent.appendingPathComponent(".\(target.lastPathComponent).acuity-new")
        let old = parent.appendingPathComponent(".\(target.lastPathComponent).acuity-old")
        let manager = FileManager.default
        do {
            try removeIfThere(new)
            try removeIfThere(old)
            for file in files {
                let place = new.appendingPathComponent(file.path)
                try manager.createDirectory(at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
                try file.data.write(to: place)
            }
            guard manager.fileExists(atPath: target.path) else {
                try manager.moveItem(at: new, to: target)
                return
            }
            try manager.moveItem(at: target, to: old)
            do {
                try manager.moveItem(at: new, to: target)
            } catch {
                try manager.moveItem(at: old, to: target)
                throw error
            }
            try removeIfThere(old)
        } catch {
            try? removeIfThere(new)
            throw SiteProblem(
                path: target.path, expected: "a folder that can be written", found: error.localizedDescription,
                remedy: "Check the disk's space and the rights on the folder above.")
        }
    }

    private static func removeIfThere(_ folder: URL) throws {
        if FileManager.default.fileExists(atPath: folder.path) { try FileManager.default.removeItem(at: folder) }
    }

    /// Only what Acuity made is replaced.
    private static func check(_ folder: URL) throws {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: folder.path, isDirectory: &isFolder) else { return }
        let names = try? FileManager.default.contentsOfDirectory(atPath: folder.path)
        if isFolder.boolValue, let names, names.isEmpty || names.contains(SiteBuilder.marker) { return }
        throw SiteProblem(
            path: folder.path, expected: "an empty folder or a site made by Acuity",
            found: isFolder.boolValue ? "a folder with other files" : "a file",
            remedy: "Name another folder with `--output`, or empty this one.")
    }

    private static func check(_ path: String) throws {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.contains(where: { $0.isEmpty || $0 == "." || $0 == ".." }) else { return }
        throw SiteProblem(
            path: path, expected: "a path below the site's folder", found: "one that leaves it",
            remedy: "Report this as a defect of Acuity.")
    }
}
