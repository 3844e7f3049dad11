import Foundation
import Records

/// The lines of a text, one at a time: without a byte order mark, line feeds or carriage returns before them.
public final class LineReader {
    /// The number of the line handed out last, from 1.
    public private(set) var number = 0

    private let source: any ByteSource
    private let limit: Int
    private var buffer: UnsafeMutableRawBufferPointer
    private var start = 0
    private var end = 0
    private var isAtEnd = false

    /// - Parameters:
    ///   - source: the bytes of the text, which are read from here on.
    ///   - limit: the largest length of a line in bytes; a longer one throws `too-long`.
    public init(_ source: any ByteSource, limit: Int = InputLimits.piece) {
        self.source = source
        self.limit = limit
        buffer = .allocate(byteCount: 1 << 17, alignment: 16)
    }

    deinit { buffer.deallocate() }

    /// Where the lines come from.
    public var place: InputPlace { source.place }

    /// Hands the next line's bytes to `body`, which must not keep them; nil at the end of the text.
    ///
    /// - Throws: `Problem` `too-long` for a line beyond the limit, what the source throws, what `body` throws.
    public func next<Result>(_ body: (UnsafeRawBufferPointer) throws -> Result) throws -> Result? {
        guard let range = try nextRange() else { return nil }
        number += 1
        var line = UnsafeRawBufferPointer(rebasing: buffer[range])
        if number == 1, line.count >= 3, line[0] == 0xEF, line[1] == 0xBB, line[2] == 0xBF {
            line = UnsafeRawBufferPointer(rebasing: line[3...])
        }
        if line.last == 0x0D { line = UnsafeRawBufferPointer(rebasing: line.dropLast()) }
        return try body(line)
    }

    /// The next line as text, with U+FFFD for bytes that are not UTF-8; nil at the end.
    public func nextText() throws -> String? { try next { String(decoding: $0, as: UTF8.self) } }

    private func nextRange() throws -> Range<Int>? {
        var searched = start
        while true {
            if searched < end, let base = buffer.baseAddress, let found = memchr(base + searched, 0x0A, end - searched)
            {
                let feed = UnsafeRawPointer(found) - UnsafeRawPointer(base)
                defer { start = feed + 1 }
                return start..<feed
            }
            searched = end - start
            if isAtEnd {
                defer { start = end }
                return start < end ? start..<end : nil
            }
            try fill()
            searched += start
        }
    }

    private func fill() throws {
        if start > 0 {
            buffer.baseAddress.map { _ = memmove($0, $0 + start, end - start) }
            end -= start
            start = 0
        }
        if end == buffer.count {
            guard end < limit else {
                throw place.problem(
                    "too-long", line: number + 1, expected: "lines of at most \(limit) bytes", found: "a longer line",
                    remedy: "Check that the file is a text with one record a line; otherwise convert it.")
            }
            let larger = UnsafeMutableRawBufferPointer.allocate(byteCount: buffer.count * 2, alignment: 16)
            larger.copyMemory(from: UnsafeRawBufferPointer(buffer))
            buffer.deallocate()
            buffer = larger
        }
        let added = try source.read(into: UnsafeMutableRawBufferPointer(rebasing: buffer[end...]))
        if added == 0 { isAtEnd = true }
        end += added
    }
}
