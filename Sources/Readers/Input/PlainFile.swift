import Foundation
import Records

/// The bytes of a file as they lie on the disk, or of a stretch of it.
final class PlainFile: ByteSource {
    let place: InputPlace
    /// The size of the file in bytes.
    let size: Int64
    private let descriptor: Int32
    private var position: Int64 = 0
    private var end: Int64

    init(path: String, place: InputPlace) throws {
        self.place = place
        // Without O_NONBLOCK the opening of a pipe waits until somebody writes to it.
        descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw Self.unreadable(place) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else {
            let problem = Self.unreadable(place)
            close(descriptor)
            throw problem
        }
        size = Int64(status.st_size)
        end = size
        // All is initialised by now, so that deinit closes the file.
        if let problem = Self.refusal(status, place) { throw problem }
    }

    /// Why a file is not read, though it can be opened; nil if it is.
    private static func refusal(_ status: stat, _ place: InputPlace) -> Problem? {
        guard (status.st_mode & S_IFMT) == S_IFREG else {
            return place.problem(
                "not-a-file", expected: "a file", found: "a folder, a pipe, a socket or a device",
                remedy: "Write the log to a file and name that.")
        }
        // A file of nothing but holes takes no room and would take hours to read.
        let allocated = Int64(status.st_blocks) * 512
        guard UnpackingLimits().areExceeded(unpacked: Int64(status.st_size), packed: allocated) else { return nil }
        return place.problem(
            "sparse-file", expected: UnpackingLimits().words(packed: allocated),
            found: "a file of \(status.st_size) bytes that are nearly all holes",
            remedy: "Copy or download the file again; it was not written to its end.")
    }

    deinit { close(descriptor) }

    /// Continues at `offset` and ends `count` bytes later.
    func limit(to offset: Int64, count: Int64) {
        position = offset
        end = offset + count
    }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
        let wanted = Int(min(Int64(buffer.count), end - position))
        guard wanted > 0, let base = buffer.baseAddress else { return 0 }
        while true {
            let count = pread(descriptor, base, wanted, off_t(position))
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw Self.unreadable(place) }
            position += Int64(count)
            return count
        }
    }

    /// Exactly `count` bytes from `offset`, or nil if the file ends before.
    func bytes(at offset: Int64, count: Int) throws -> [UInt8]? {
        guard offset >= 0, count >= 0, offset <= size - Int64(count) else { return nil }
        var bytes = [UInt8](repeating: 0, count: count)
        var filled = 0
        while filled < count {
            let added = bytes.withUnsafeMutableBytes {
                pread(descriptor, $0.baseAddress.map { $0 + filled }, count - filled, off_t(offset) + off_t(filled))
            }
            if added < 0, errno == EINTR { continue }
            guard added >= 0 else { throw Self.unreadable(place) }
            if added == 0 { return nil }
            filled += added
        }
        return bytes
    }

    private static func unreadable(_ place: InputPlace) -> Problem {
        let code = errno
        let problem = place.problem(
            "unreadable-file", expected: "a readable file", found: String(cString: strerror(code)),
            remedy: "Check that the file exists and that you may read it.")
        ReadFailures.note(problem, code: code)
        return problem
    }
}
