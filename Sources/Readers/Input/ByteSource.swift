import Records

/// Bytes that arrive in order, once, in pieces of any size.
///
/// The pieces are unwrapped already: a compressed file gives the bytes that were compressed.
public protocol ByteSource: AnyObject {
    /// Where the bytes come from, for messages.
    var place: InputPlace { get }
    /// Fills the buffer from its start and returns how many bytes it holds; 0 at the end.
    ///
    /// - Throws: `Problem` if the file cannot be read, is cut off or damaged.
    func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int
}

extension ByteSource {
    /// All remaining bytes, for parts that are known to be small.
    ///
    /// - Throws: `Problem` `too-long` if there are more than `limit` bytes.
    public func readAll(limit: Int = InputLimits.piece) throws -> [UInt8] {
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = try chunk.withUnsafeMutableBytes { try read(into: $0) }
            if count == 0 { return bytes }
            bytes.append(contentsOf: chunk[..<count])
            if bytes.count > limit {
                throw place.problem(
                    "too-long", expected: "at most \(limit) bytes in one piece", found: "more",
                    remedy: "Split the file, or check that it is not damaged.")
            }
        }
    }

    /// The first bytes, fewer if there are no more.
    public func readPrefix(_ count: Int) throws -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count)
        var filled = 0
        while filled < count {
            let added = try bytes.withUnsafeMutableBytes { buffer in
                try read(into: UnsafeMutableRawBufferPointer(rebasing: buffer[filled...]))
            }
            if added == 0 { break }
            filled += added
        }
        bytes.removeLast(count - filled)
        return bytes
    }
}

/// Bytes that are in memory already.
public final class MemorySource: ByteSource {
    /// Where the bytes are said to come from.
    public let place: InputPlace
    private let bytes: [UInt8]
    private var position = 0

    /// A source of these bytes; `place` is for messages alone.
    public init(_ bytes: [UInt8], place: InputPlace) {
        self.bytes = bytes
        self.place = place
    }

    /// Copies what is left into the buffer, and returns how many bytes it copied; 0 at the end. Throws nothing.
    public func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
        let count = min(buffer.count, bytes.count - position)
        bytes.withUnsafeBytes {
            buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[position..<position + count]))
        }
        position += count
        return count
    }
}
