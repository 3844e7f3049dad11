import Records

/// A source whose first bytes have been looked at already and come again before the rest, so that a file that is costly to
/// open is opened once.
final class PrefixedSource: ByteSource {
    /// The first bytes, fewer than asked for if the text is shorter.
    let prefix: [UInt8]
    private let rest: any ByteSource
    private var position = 0

    var place: InputPlace { rest.place }

    init(_ source: any ByteSource, count: Int) throws {
        prefix = try source.readPrefix(count)
        rest = source
    }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
        guard position < prefix.count else { return try rest.read(into: buffer) }
        let count = min(buffer.count, prefix.count - position)
        prefix.withUnsafeBytes {
            buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[position..<position + count]))
        }
        position += count
        return count
    }
}
