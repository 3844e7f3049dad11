import Foundation

/// What lies in a folder. Symbolic links are told as such and never followed.
struct FolderTree {
    /// Something below the folder.
    struct Entry {
        enum Kind { case file, folder, other }

        /// The path below the folder.
        var path: String
        var kind: Kind
        var mode: mode_t
    }

    /// Everything below the folder, each folder before what it holds, by name.
    let entries: [Entry]

    /// - Throws: `SiteProblem` for a folder that cannot be read, and for a name that is not UTF-8.
    init(_ root: String) throws {
        var entries: [Entry] = []
        try Self.collect(root, below: "", into: &entries)
        self.entries = entries
    }

    private static func collect(_ root: String, below prefix: String, into entries: inout [Entry]) throws {
        let folder = prefix.isEmpty ? root : "\(root)/\(prefix.dropLast())"
        for name in try names(folder).sorted() {
            let path = prefix + name
            var info = stat()
            guard lstat("\(root)/\(path)", &info) == 0 else {
                throw SiteProblem(system: errno, path: "\(root)/\(path)")
            }
            let kind: Entry.Kind =
                switch info.st_mode & S_IFMT {
                case S_IFREG: .file
                case S_IFDIR: .folder
                default: .other
                }
            entries.append(Entry(path: path, kind: kind, mode: info.st_mode & 0o7777))
            if kind == .folder { try collect(root, below: path + "/", into: &entries) }
        }
    }

    private static func names(_ folder: String) throws -> [String] {
        guard let stream = opendir(folder) else { throw SiteProblem(system: errno, path: folder) }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                String(validating: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            guard let name else {
                throw SiteProblem(
                    path: folder, expected: "file names in UTF-8", found: "another one",
                    remedy: "Rename the file, or move it out of the site's folder.")
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names
    }
}
