import Foundation

/// Writes files so that who reads them sees the old bytes or the new ones, never a part, also after a power cut.
///
/// Foundation's own writing takes a write that the system did only in part, as it does when the disk is nearly full, for the
/// whole.
public enum WholeFile {
    /// - Throws: `WholeFileError`; the file is then as it was.
    public static func write(_ data: Data, to url: URL) throws {
        let url = url.resolvingSymlinksInPath()
        var found = stat()
        let isThere = stat(url.path, &found) == 0
        // A pipe or a device cannot be replaced.
        if isThere, found.st_mode & S_IFMT != S_IFREG, found.st_mode & S_IFMT != S_IFDIR {
            return try put(data, at: url.path, flags: O_WRONLY, mode: nil, for: url.path)
        }
        let partial = url.deletingLastPathComponent().appending(path: partialName(url.lastPathComponent)).path
        // One of an ended process may have had the same number.
        removeLeftOvers(in: url.deletingLastPathComponent(), of: url.lastPathComponent)
        unlink(partial)
        do {
            let mode = isThere ? found.st_mode & 0o7777 : nil
            try put(data, at: partial, flags: O_WRONLY | O_CREAT | O_EXCL, mode: mode, for: url.path)
            guard rename(partial, url.path) == 0 else { throw WholeFileError(path: url.path, code: errno) }
        } catch {
            unlink(partial)
            throw error
        }
        // The file is whole without it; only a power cut could bring the old one back.
        let folder = open(url.deletingLastPathComponent().path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        if folder >= 0 {
            fsync(folder)
            close(folder)
        }
    }

    /// Writes a file that is not there yet; one that is stays as it is, also if it came while this one was written.
    ///
    /// - Returns: Whether the file was written.
    /// - Throws: `WholeFileError`; there is then no file.
    public static func create(_ data: Data, at url: URL) throws -> Bool {
        let partial = url.deletingLastPathComponent().appending(path: partialName(url.lastPathComponent)).path
        unlink(partial)
        defer { unlink(partial) }
        try put(data, at: partial, flags: O_WRONLY | O_CREAT | O_EXCL, mode: nil, for: url.path)
        if link(partial, url.path) == 0 { return true }
        guard errno == EEXIST else { throw WholeFileError(path: url.path, code: errno) }
        return false
    }

    /// How a file is called until it is whole: with the number of the process, so that what a process has left can be told
    /// from what another is writing.
    public static func partialName(_ name: String) -> String { ".\(name).\(String(getpid(), radix: 16)).partial" }

    private static func put(
        _ data: Data, at path: String, flags: Int32, mode: mode_t?, for target: String
    ) throws {
        let descriptor = open(path, flags | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else { throw WholeFileError(path: target, code: errno) }
        var code: Int32 = 0
        data.withUnsafeBytes { bytes in
            var rest = bytes[...]
            while !rest.isEmpty {
                let count = Foundation.write(descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
                if count < 0, errno == EINTR { continue }
                guard count > 0 else {
                    code = count < 0 ? errno : EIO
                    return
                }
                rest = rest.dropFirst(count)
            }
            if let mode { fchmod(descriptor, mode) }
            // Devices and pipes have nothing to flush.
            if fsync(descriptor) != 0, errno != EINVAL, errno != ENOTSUP { code = errno }
        }
        if close(descriptor) != 0, code == 0 { code = errno }
        guard code == 0 else { throw WholeFileError(path: target, code: code) }
    }

    /// Removes from a folder the files that processes have left unfinished because they were killed.
    ///
    /// - Parameter name: the file that was to be written; nil for all.
    public static func removeLeftOvers(in folder: URL, of name: String? = nil) {
        let start = name.map { ".\($0)." } ?? "."
        for name in (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [] {
            let parts = name.split(separator: ".")
            guard name.hasPrefix(start), name.hasSuffix(".partial"), parts.count >= 3,
                let process = pid_t(parts[parts.count - 2], radix: 16), kill(process, 0) != 0, errno == ESRCH
            else { continue }
            unlink(folder.appending(path: name).path)
        }
    }
}

/// A file could not be written.
public struct WholeFileError: Error, CustomStringConvertible {
    /// The file that was to be written.
    public let path: String
    /// The system's error number.
    public let code: Int32

    /// Place, expectation, finding and remedy.
    public var description: String {
        "\(path): expected a file that can be written; found: \(String(cString: strerror(code))). "
            + "Check the disk's space and the rights on the folder, and run the command again."
    }
}
