import Foundation

/// How a file stood at one moment, as far as is needed to see that it is no longer the same.
struct FileState: Equatable, Sendable {
    private let device: UInt64
    private let inode: UInt64
    let bytes: Int
    private let modified: Int
    /// The time of the last change of the file or of what the system says of it, in nanoseconds since 1970.
    let changed: Int

    /// Nil where there is nothing.
    init?(_ url: URL) {
        var found = stat()
        guard stat(url.path, &found) == 0 else { return nil }
        self.init(found)
    }

    /// The state of an open file.
    init?(descriptor: Int32) {
        var found = stat()
        guard fstat(descriptor, &found) == 0 else { return nil }
        self.init(found)
    }

    private init(_ found: stat) {
        device = UInt64(found.st_dev)
        inode = UInt64(found.st_ino)
        bytes = Int(found.st_size)
        modified = Self.nanoseconds(found.st_mtim)
        changed = Self.nanoseconds(found.st_ctim)
    }

    static func nanoseconds(_ time: timespec) -> Int { time.tv_sec * 1_000_000_000 + time.tv_nsec }
}
