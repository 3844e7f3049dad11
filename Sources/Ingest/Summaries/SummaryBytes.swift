import Foundation

/// The bytes of a summary, read when they are asked for. They are not mapped into memory: a file that is cut short while it
/// is mapped ends the program.
struct SummaryBytes: Sendable {
    private let path: String
    private let state: FileState

    var count: Int { state.bytes }

    /// - Throws: `POSIXError` if the file cannot be read.
    init(path: String) throws {
        self.path = path
        state = try Self.reading(path) { descriptor in
            guard let state = FileState(descriptor: descriptor) else { throw Self.lastError }
            return state
        }
    }

    /// The bytes of a part; nil if they cannot be read, or if the file is another one by now.
    subscript(range: Range<Int>) -> [UInt8]? {
        var bytes = [UInt8](repeating: 0, count: range.count)
        let isRead = bytes.withUnsafeMutableBytes { buffer in
            (try? Self.reading(path) { fill(buffer, from: range.lowerBound, of: $0) }) ?? false
        }
        return isRead ? bytes : nil
    }

    /// The hash of the bytes before `end`, read piece by piece; nil if they cannot be read.
    func digest(before end: Int) -> String? {
        let digest = Digest()
        let pieceSize = 1 << 20
        var start = 0
        while start < end {
            guard let piece = self[start..<min(end, start + pieceSize)] else { return nil }
            piece.withUnsafeBytes { digest.update($0) }
            start += piece.count
        }
        return digest.finish()
    }

    private func fill(_ buffer: UnsafeMutableRawBufferPointer, from offset: Int, of descriptor: Int32) -> Bool {
        var done = 0
        while done < buffer.count {
            let count = pread(
                descriptor, buffer.baseAddress.map { $0 + done }, buffer.count - done, off_t(offset + done))
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return false }
            done += count
        }
        return FileState(descriptor: descriptor) == state
    }

    private static func reading<Result>(_ path: String, _ body: (Int32) throws -> Result) throws -> Result {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw lastError }
        defer { close(descriptor) }
        return try body(descriptor)
    }

    private static var lastError: POSIXError { POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
}
