import Foundation

/// How files looked at one moment, as far as is needed to see that one of them was saved.
struct FileSnapshot: Equatable {
    /// By what a saved file differs: editors that write a new file and rename it give another inode.
    struct State: Equatable {
        var seconds: Int
        var nanoseconds: Int
        var size: Int
        var inode: UInt64
    }

    /// The states by the names that are told to the user.
    private(set) var states: [String: State] = [:]

    init(_ states: [String: State]) { self.states = states }

    /// Looks at files; those that are not there are left out.
    init(_ files: [(name: String, path: String)]) {
        for file in files {
            var info = stat()
            guard stat(file.path, &info) == 0 else { continue }
            states[file.name] = State(
                seconds: info.st_mtim.tv_sec, nanoseconds: info.st_mtim.tv_nsec, size: Int(info.st_size),
                inode: UInt64(info.st_ino))
        }
    }

    /// What was added, changed or removed since an earlier moment, in words, by name.
    func changes(since earlier: FileSnapshot) -> [String] {
        Set(states.keys).union(earlier.states.keys).sorted().compactMap { name in
            switch (earlier.states[name], states[name]) {
            case (nil, _?): "\(name) added"
            case (_?, nil): "\(name) removed"
            case (let before, let now): before == now ? nil : "\(name) changed"
            }
        }
    }
}
