import Foundation

/// The sizes and times of files, as the system keeps them.
struct FolderStates {
    struct State {
        var path: String
        /// -1 where there is nothing.
        var bytes = -1
        var changed = 0
        var folder: Folder?

        init(_ path: String) {
            self.path = path
            var found = stat()
            guard stat(path, &found) == 0 else { return }
            if found.st_mode & S_IFMT == S_IFDIR {
                // The time of a folder changes with everything that is made in it, such as Acuity's own outputs.
                bytes = 0
                folder = Folder(device: UInt64(found.st_dev), number: UInt64(found.st_ino))
            } else {
                bytes = Int(found.st_size)
                changed = found.st_mtim.tv_sec * 1_000_000_000 + found.st_mtim.tv_nsec
            }
        }
    }

    /// A folder, by whatever path or link it is reached.
    struct Folder: Hashable {
        var device: UInt64
        var number: UInt64
    }

    private(set) var states: [State] = []
    private let left: Set<String>
    /// Links may lead in circles, and many of them to one place.
    private var seen: Set<Folder> = []

    init(leaving left: Set<String>) { self.left = left }

    mutating func visit(_ path: String) {
        guard !left.contains(URL(fileURLWithPath: path).standardizedFileURL.path) else { return }
        let state = State(path)
        states.append(state)
        guard let folder = state.folder, seen.insert(folder).inserted,
            let names = try? FileManager.default.contentsOfDirectory(atPath: path)
        else { return }
        for name in names.sorted() { visit("\(path)/\(name)") }
    }
}
