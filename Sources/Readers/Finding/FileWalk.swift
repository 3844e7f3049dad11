import Foundation
import Records

/// The files below a folder in a fixed order, each once, safe from loops of symbolic links.
struct FileWalk {
    /// A file that was found.
    struct Found {
        let url: URL
        let path: String
        /// The part of the path below the folder that the walk began with.
        let relativePath: String
    }

    private(set) var files: [Found] = []
    private(set) var passedOver: [PassedOver] = []
    private(set) var problems: [Problem] = []
    /// A folder by its number on its disk: paths of many links are spelled in more ways than can be told apart.
    private struct Identity: Hashable {
        let device: dev_t
        let number: ino_t

        init?(_ path: String) {
            var status = stat()
            guard stat(path, &status) == 0 else { return nil }
            device = status.st_dev
            number = status.st_ino
        }
    }

    private var ancestors: [Identity] = []
    /// How often each folder was listed.
    private var visits: [Identity: Int] = [:]
    private let revealed: Set<String>

    /// - Parameter revealed: the names of hidden folders that are looked into all the same.
    init(_ folder: String, revealing revealed: Set<String> = []) {
        self.revealed = revealed
        visit(URL(fileURLWithPath: folder), shown: folder, relative: "")
    }

    private mutating func visit(_ folder: URL, shown: String, relative: String) {
        let identity = Identity(folder.path)
        if let identity, ancestors.contains(identity) {
            passedOver.append(PassedOver(path: shown, reason: "a link to a folder that contains it"))
            return
        }
        // Links that fork lead to the same folder in twice as many ways with every step.
        guard identity.map({ visits[$0, default: 0] < InputLimits.visits }) ?? true else {
            passedOver.append(
                PassedOver(path: shown, reason: "a link to a folder that \(InputLimits.visits) other paths led to"))
            return
        }
        guard let identity, let names = try? FileManager.default.contentsOfDirectory(atPath: folder.path) else {
            problems.append(
                InputPlace(file: shown).problem(
                    "unreadable-folder", expected: "a readable folder", found: "one that cannot be listed",
                    remedy: "Check that it exists and that you may read it."))
            return
        }
        visits[identity, default: 0] += 1
        ancestors.append(identity)
        defer { ancestors.removeLast() }
        for name in names.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
            let url = folder.appendingPathComponent(name)
            let path = shown == "/" ? "/\(name)" : "\(shown.hasSuffix("/") ? String(shown.dropLast()) : shown)/\(name)"
            let below = relative.isEmpty ? name : "\(relative)/\(name)"
            // What a runner hides, it hides whole: the files in its folder begin with a dot too.
            if name.hasPrefix("."), !revealed.contains(name), !revealed.contains(folder.lastPathComponent) {
                passedOver.append(PassedOver(path: path, reason: "hidden; name it to have it read"))
                continue
            }
            var isFolder: ObjCBool = false
            guard FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder) else {
                passedOver.append(PassedOver(path: path, reason: "a link to nothing"))
                continue
            }
            if isFolder.boolValue {
                visit(url, shown: path, relative: below)
            } else if Self.isRegular(url) {
                files.append(Found(url: url, path: path, relativePath: below))
            } else {
                passedOver.append(PassedOver(path: path, reason: "neither a file nor a folder"))
            }
        }
    }

    /// Whether a path leads to a file, and to no folder, pipe, socket or device.
    static func isRegular(_ url: URL) -> Bool {
        var status = stat()
        return stat(url.path, &status) == 0 && (status.st_mode & S_IFMT) == S_IFREG
    }
}
