import FileBridge
import Foundation

/// What a folder allows, tried with a few files that are removed again.
struct FolderProbe {
    /// Why nothing can be written there, in the system's words; nil if it can.
    var refusal: String?
    /// The kind of file system, such as `ext4`.
    var fileSystem = "unknown file system"
    var isNetwork = false
    var freeBytes: UInt64 = 0
    /// Whether a lock keeps others out.
    var locks = true
    /// Whether two folders can be exchanged in one step.
    var exchanges = true
    /// Whether a file can have two names.
    var links = true

    init() {}

    init(_ folder: URL) {
        look(at: folder.path)
        let scratch = folder.appending(path: ".acuity-doctor-\(UUID().uuidString)").path
        guard mkdir(scratch, 0o700) == 0 else {
            refusal = String(cString: strerror(errno))
            return
        }
        defer { try? FileManager.default.removeItem(atPath: scratch) }
        tryOut(scratch)
    }

    /// The folder, or the nearest one above it that is there.
    static func existing(_ folder: URL) -> URL {
        var url = folder.standardizedFileURL
        while !FileManager.default.fileExists(atPath: url.path), url.path != "/" { url.deleteLastPathComponent() }
        return url
    }

    private mutating func look(at path: String) {
        var space = statvfs()
        if statvfs(path, &space) == 0 { freeBytes = UInt64(space.f_bavail) * UInt64(space.f_frsize) }
        guard let known = Self.fileSystems[acuity_file_system_kind(path)] else { return }
        (fileSystem, isNetwork) = (known, Self.networks.contains(known))
    }

    private mutating func tryOut(_ scratch: String) {
        let (first, second) = ("\(scratch)/first", "\(scratch)/second")
        let descriptor = open(first, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            refusal = String(cString: strerror(errno))
            return
        }
        defer { close(descriptor) }
        guard write(descriptor, "acuity", 6) == 6, fsync(descriptor) == 0 else {
            refusal = String(cString: strerror(errno))
            return
        }
        // Both kinds: SQLite takes those of a process, the site's writer those of an open file.
        var lock = flock(l_type: Int16(F_WRLCK), l_whence: Int16(SEEK_SET), l_start: 0, l_len: 1, l_pid: 0)
        locks = fcntl(descriptor, F_SETLK, &lock) == 0 && flock(descriptor, LOCK_EX | LOCK_NB) == 0
        links = link(first, second) == 0
        let (one, other) = ("\(scratch)/one", "\(scratch)/other")
        exchanges = mkdir(one, 0o700) == 0 && mkdir(other, 0o700) == 0 && acuity_exchange_paths(one, other) == 0
    }

    private static let networks: Set<String> = ["NFS", "SMB", "CIFS", "9P", "FUSE", "AFS", "Ceph", "Lustre"]

    /// The names of file systems by the numbers that Linux gives them.
    private static let fileSystems: [UInt32: String] = [
        0xEF53: "ext4", 0x5846_5342: "XFS", 0x9123_683E: "Btrfs", 0x0102_1994: "tmpfs", 0x794C_7630: "overlayfs",
        0x2FC1_2FC1: "ZFS", 0xF2F5_2010: "F2FS", 0x4D44: "FAT", 0x2011_BAB0: "exFAT", 0x5346_544E: "NTFS",
        0x6969: "NFS", 0x517B: "SMB", 0xFF53_4D42: "CIFS", 0xFE53_4D42: "SMB", 0x0102_1997: "9P", 0x6573_5546: "FUSE",
        0x5346_414F: "AFS", 0x00C3_6400: "Ceph", 0x0BD0_0BD0: "Lustre", 0x7371_7368: "SquashFS",
    ]
}
