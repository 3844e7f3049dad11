import Foundation

/// What a folder shows to people: its files, without the store and without hidden files.
public struct FolderContent: Equatable, Sendable {
    /// The bytes by path.
    public private(set) var files: [String: Data] = [:]
    /// Hidden files and folders, which a run that was ended may leave.
    public private(set) var hidden: [String] = []

    /// A stamp that tells what a build was made from, which holds times and so differs.
    private static let stamp = "results/.acuity-build"
    /// The list of a site's files.
    private static let siteList = "site/.acuity-site"
    static let store = "results/acuity.sqlite"

    /// - Parameter inputs: the names in the folder that are no outputs.
    public init(_ folder: URL, without inputs: Set<String> = ["logs", "study.toml", "parts", "other"]) {
        var rest = [""]
        while let place = rest.popLast() {
            let path = place.isEmpty ? folder.path : "\(folder.path)/\(place)"
            for name in (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? [] {
                let inner = place.isEmpty ? name : "\(place)/\(name)"
                if inputs.contains(inner) || inner.hasPrefix(Self.store) || inner == Self.stamp { continue }
                if name.hasPrefix("."), inner != Self.siteList {
                    hidden.append(inner)
                    continue
                }
                if URL(filePath: "\(path)/\(name)").isFolder {
                    rest.append(inner)
                } else {
                    files[inner] = FileManager.default.contents(atPath: "\(path)/\(name)") ?? Data()
                }
            }
        }
        hidden.sort()
    }

    /// The files of the site.
    private var site: [String: Data] { files.filter { $0.key.hasPrefix("site/") } }

    /// What is neither old nor new: a file that is something else or gone, or a site that mixes the two.
    public func torn(between old: FolderContent, and new: FolderContent) -> [String] {
        var torn: [String] = []
        for path in Set(files.keys).union(old.files.keys).sorted() where !path.hasPrefix("site/") {
            let found = files[path]
            let isOld = found == old.files[path]
            if !isOld, found == nil || found != new.files[path] { torn.append(path) }
        }
        let site = site
        if site != old.site, site != new.site { torn.append("site/") }
        return torn
    }

    /// The paths at which it differs from another.
    public func differences(from other: FolderContent) -> [String] {
        Set(files.keys).union(other.files.keys).filter { files[$0] != other.files[$0] }.sorted()
    }
}

extension URL {
    /// Whether there is a folder.
    var isFolder: Bool { (try? resourceValues(forKeys: [.isDirectoryKey]))?.isDirectory ?? false }
}
