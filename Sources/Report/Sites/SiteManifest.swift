import Foundation

/// Which files of a site's folder are Acuity's. All others are the user's: they are kept, and never written over.
struct SiteManifest: Sendable {
    /// The name of the file that holds the list, by which a folder is known to be a site of Acuity.
    static let name = ".acuity-site"

    private static let heading = "Acuity wrote these files and replaces or removes them; all others are yours and kept."
    /// What the file said before it had a list.
    private static let oldText = "This folder is made by Acuity and replaced as a whole.\n"

    /// The paths below the folder, or nil if they were not listed yet.
    private let paths: Set<String>?
    private let folders: Set<String>

    /// - Parameter paths: The paths below the folder, or nil if they were not listed yet.
    init(_ paths: Set<String>?) {
        self.paths = paths
        folders = Set((paths ?? []).flatMap(SitePath.folders))
    }

    /// Reads the list of a folder.
    ///
    /// - Throws: `SiteProblem` if it is no list, as everything in the folder could then be the user's.
    init(decoding data: Data, at path: String) throws {
        let text = String(decoding: data, as: UTF8.self)
        if text == Self.oldText {
            self.init(nil)
            return
        }
        let lines = text.split(separator: "\n", omittingEmptySubsequences: true).map(String.init)
        guard lines.first == Self.heading else {
            throw SiteProblem(
                path: path, expected: "the list of the files that Acuity wrote", found: "other text",
                remedy: "Move your own files out of the folder and remove it, or name another with `--output`.")
        }
        self.init(Set(lines.dropFirst()))
    }

    /// The list as text: one path a line, sorted.
    var data: Data { Data(([Self.heading] + (paths ?? []).sorted()).map { $0 + "\n" }.joined().utf8) }

    /// Whether Acuity wrote the file. Without a list, names that begin with a dot and `CNAME`, by which hosts are set
    /// up, count as the user's, and everything else as Acuity's.
    func owns(_ path: String) -> Bool {
        guard path != Self.name else { return true }
        guard let paths else { return path != "CNAME" && !Self.isHidden(path) }
        return paths.contains(path)
    }

    /// Whether the folder is there because of files that Acuity wrote.
    func ownsFolder(_ path: String) -> Bool { paths == nil ? !Self.isHidden(path) : folders.contains(path) }

    private static func isHidden(_ path: String) -> Bool { path.hasPrefix(".") || path.contains("/.") }
}
