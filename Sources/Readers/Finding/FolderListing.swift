import Foundation

/// What lies in folders, each of which is looked into once.
public final class FolderListing {
    private var known: [String: [String]] = [:]
    private var sets: [String: Set<String>] = [:]
    private var counts: [String: [String: Int]] = [:]

    /// A listing that has looked into no folder yet.
    public init() {}

    /// The names of the files and folders in a folder, sorted by their bytes; empty if it cannot be listed.
    public func names(in folder: URL) -> [String] {
        let path = folder.path
        if let names = known[path] { return names }
        let names = ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? [])
            .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        known[path] = names
        return names
    }

    /// How many names of a folder have each key; looked at once, so that large folders cost no more than small ones.
    ///
    /// - Parameters:
    ///   - purpose: tells keys of one kind from those of another.
    ///   - key: the key of a name, or nil if it has none.
    func count(in folder: URL, for purpose: String, by key: (String) -> String?) -> [String: Int] {
        let place = "\(purpose)\u{0}\(folder.path)"
        if let counted = counts[place] { return counted }
        let counted = Dictionary(
            names(in: folder).compactMap { name in key(name).map { ($0, 1) } }, uniquingKeysWith: +)
        counts[place] = counted
        return counted
    }

    /// The names in the folder of a file, its own among them.
    public func names(beside file: URL) -> [String] { names(in: file.deletingLastPathComponent()) }

    /// The files in a folder for whose names `wants` holds.
    public func files(in folder: URL, where wants: (String) -> Bool) -> [URL] {
        names(in: folder).filter(wants).map { folder.appendingPathComponent($0) }
    }

    /// Whether the folder of a file has another one of this name.
    public func contains(_ name: String, beside file: URL) -> Bool {
        let folder = file.deletingLastPathComponent()
        if let names = sets[folder.path] { return names.contains(name) }
        let names = Set(names(in: folder))
        sets[folder.path] = names
        return names.contains(name)
    }

    /// The file of a given name in the folder of another file, or nil if there is none.
    public func file(_ name: String, beside file: URL) -> URL? {
        contains(name, beside: file) ? file.deletingLastPathComponent().appendingPathComponent(name) : nil
    }
}
