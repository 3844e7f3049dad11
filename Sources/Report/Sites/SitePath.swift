/// Paths of files below a site's folder.
enum SitePath {
    /// The folders that a path lies in, the outermost first: `a`, `a/b` of `a/b/c`.
    static func folders(_ path: String) -> [String] {
        path.indices.filter { path[$0] == "/" }.map { String(path[..<$0]) }
    }

    /// - Throws: `SiteProblem` if the path leaves the folder or cannot be listed.
    static func check(_ path: String) throws {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        let leaves = parts.contains { $0.isEmpty || $0 == "." || $0 == ".." }
        let isOdd = path.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x7F } || path == SiteManifest.name
        guard leaves || isOdd else { return }
        throw SiteProblem(
            path: path, expected: "a path below the site's folder",
            found: leaves ? "one that leaves it" : "control characters or the name of the list of files",
            remedy: "Report this as a defect of Acuity.")
    }
}
