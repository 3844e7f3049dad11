import Foundation

/// Files of a folder in the making.
enum FolderFiles {
    /// Whether a path names a plain file, not a link to one, with these bytes.
    static func hold(_ data: Data, at path: String) -> Bool {
        let descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        var info = stat()
        guard fstat(descriptor, &info) == 0, info.st_mode & S_IFMT == S_IFREG, Int(info.st_size) == data.count else {
            return false
        }
        return data.withUnsafeBytes { bytes in
            withUnsafeTemporaryAllocation(byteCount: 1 << 16, alignment: 16) { buffer in
                var done = 0
                while done < bytes.count {
                    let count = read(descriptor, buffer.baseAddress, buffer.count)
                    guard count > 0, done + count <= bytes.count, let there = buffer.baseAddress,
                        let expected = bytes.baseAddress, memcmp(there, expected + done, count) == 0
                    else { return false }
                    done += count
                }
                return true
            }
        }
    }

    /// Writes a file that is not there yet.
    static func write(_ data: Data, to path: String) throws {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else { throw SiteProblem(system: errno, path: path) }
        defer { close(descriptor) }
        try data.withUnsafeBytes { bytes in
            var rest = bytes[...]
            while !rest.isEmpty {
                let count = Foundation.write(descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
                if count < 0, errno == EINTR { continue }
                guard count > 0 else { throw SiteProblem(system: errno, path: path) }
                rest = rest.dropFirst(count)
            }
        }
    }

    /// Makes a folder unless it is there. False if something else is.
    static func makeFolder(_ path: String) throws -> Bool {
        if mkdir(path, 0o777) == 0 { return true }
        let code = errno
        guard code == EEXIST || code == ENOTDIR else { throw SiteProblem(system: code, path: path) }
        var info = stat()
        return lstat(path, &info) == 0 && info.st_mode & S_IFMT == S_IFDIR
    }

    /// Removes a file or a folder with all it holds, if it is there. Links are removed, not followed.
    static func remove(_ path: String) throws {
        var info = stat()
        guard lstat(path, &info) == 0 else { return }
        do {
            try FileManager.default.removeItem(atPath: path)
        } catch {
            throw SiteProblem(
                path: path, expected: "a left-over that can be removed", found: error.localizedDescription,
                remedy: "Remove it by hand.")
        }
    }

    /// The access rights of a path, or nil if nothing is there.
    static func mode(_ path: String) -> mode_t? {
        var info = stat()
        return lstat(path, &info) == 0 ? info.st_mode & 0o7777 : nil
    }
}
