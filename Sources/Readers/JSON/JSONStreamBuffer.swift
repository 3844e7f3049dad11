import Foundation
import JSONBridge
import Records

/// The window of a JSON text that a scanner holds: it can look at the next token and cut out one whole value.
final class JSONStreamBuffer {
    /// The line of the next byte, from 1.
    private(set) var line = 1

    private let source: any ByteSource
    private let limit: Int
    private var buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 17, alignment: 64)
    private var start = 0
    private var end = 0
    private var isAtEnd = false
    /// The offset within the text of the first byte of the buffer, and of the last line feed passed.
    private var base: Int64 = 0
    private var lineStart: Int64 = 0

    init(_ source: any ByteSource, limit: Int) {
        self.source = source
        self.limit = limit
    }

    deinit { buffer.deallocate() }

    private var column: Int { Int(base + Int64(start) - lineStart) + 1 }

    func skipByteOrderMark() throws {
        while end - start < 3, !isAtEnd { try fill() }
        if end - start >= 3, buffer[start] == 0xEF, buffer[start + 1] == 0xBB, buffer[start + 2] == 0xBF { start += 3 }
    }

    /// The next byte that is not white space, without passing it; nil at the end.
    func peekToken() throws -> UInt8? {
        while true {
            while start < end {
                let byte = buffer[start]
                switch byte {
                case 0x0A:
                    line += 1
                    lineStart = base + Int64(start) + 1
                    start += 1
                case 0x20, 0x09, 0x0D: start += 1
                default: return byte
                }
            }
            if isAtEnd { return nil }
            try fill()
        }
    }

    func requireToken(_ expected: String) throws -> UInt8 {
        guard let byte = try peekToken() else { throw truncated(expected) }
        return byte
    }

    /// Passes the byte that was peeked at.
    func advance() { start += 1 }

    /// Cuts out the value at the position and reads it.
    func takeValue(_ parser: JSONParser) throws -> JSONValue {
        let (line, column) = (line, column)
        let length = try measureValue(isKept: true)
        let value = UnsafeRawBufferPointer(rebasing: buffer[start..<start + length])
        defer { pass(length) }
        return try parser.parse(value, place: source.place, line: line, column: column)
    }

    /// Passes the value at the position without holding it.
    func skipValue() throws {
        _ = try requireToken("a value")
        _ = try measureValue(isKept: false)
    }

    /// The length of the value at the position; when it is not kept, it is passed.
    private func measureValue(isKept: Bool) throws -> Int {
        var scan = acuity_json_scan()
        var length = 0
        while true {
            if start + length < end {
                let rest = UnsafeRawBufferPointer(rebasing: buffer[(start + length)..<end])
                length += acuity_json_scan_value(
                    &scan, rest.assumingMemoryBound(to: CChar.self).baseAddress, rest.count)
            }
            if scan.is_finished || (isAtEnd && scan.in_scalar && scan.depth == 0) {
                guard length > 0 else { throw unexpected(buffer[start], expected: "a value") }
                if !isKept { pass(length) }
                return length
            }
            if !isKept {
                pass(length)
                length = 0
            }
            if isAtEnd { throw truncated("the end of a value") }
            guard length < limit else {
                throw source.place.problem(
                    "too-long", line: line, expected: "JSON values of at most \(limit) bytes", found: "a larger one",
                    remedy: "Check that the file is the log and not one huge text.")
            }
            try fill()
        }
    }

    private func pass(_ length: Int) {
        // Line feeds may only stand between tokens, but raw ones in strings occur in foreign texts.
        var position = start
        while position < start + length, let address = buffer.baseAddress,
            let found = memchr(address + position, 0x0A, start + length - position)
        {
            position = UnsafeRawPointer(found) - UnsafeRawPointer(address) + 1
            line += 1
            lineStart = base + Int64(position)
        }
        start += length
    }

    private func fill() throws {
        if start > 0, let address = buffer.baseAddress {
            memmove(address, address + start, end - start)
            base += Int64(start)
            end -= start
            start = 0
        }
        if end == buffer.count {
            let larger = UnsafeMutableRawBufferPointer.allocate(byteCount: buffer.count * 2, alignment: 64)
            larger.copyMemory(from: UnsafeRawBufferPointer(buffer))
            buffer.deallocate()
            buffer = larger
        }
        let added = try source.read(into: UnsafeMutableRawBufferPointer(rebasing: buffer[end...]))
        if added == 0 { isAtEnd = true }
        end += added
    }

    func unexpected(_ byte: UInt8, expected: String) -> Problem {
        source.place.problem(
            "malformed-json", line: line, column: column, expected: expected,
            found: "`\(String(decoding: buffer[start..<min(end, start + 24)], as: UTF8.self))`",
            remedy: "Check that the file is whole and is JSON.")
    }

    private func truncated(_ expected: String) -> Problem {
        source.place.problem(
            "truncated-json", line: line, column: column, expected: expected, found: "the end of the file",
            remedy: "Copy the file again; if the runner was stopped while writing, run it again.")
    }
}
