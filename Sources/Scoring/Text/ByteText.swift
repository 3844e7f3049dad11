import Foundation

/// A view of a text's UTF-8 bytes in which every access is checked, so that no text can lead outside of it.
///
/// It is valid only inside the closure that lent the bytes.
struct ByteText {
    let bytes: UnsafeBufferPointer<UInt8>

    var count: Int { bytes.count }

    /// The byte at a position, or 0 before the start and behind the end.
    subscript(position: Int) -> UInt8 {
        position >= 0 && position < bytes.count ? bytes[position] : 0
    }

    /// Whether a byte occurs: many times as fast as a loop, and most signs that rules look for are in few texts.
    func has(_ byte: UInt8) -> Bool {
        bytes.baseAddress.map { memchr($0, Int32(byte), bytes.count) != nil } ?? false
    }

    /// Whether all bytes are ASCII.
    var isASCII: Bool {
        // Without an early end the loop takes many bytes at a time.
        var seen: UInt8 = 0
        for byte in bytes { seen |= byte }
        return seen < 0x80
    }

    /// The byte at a position with ASCII capitals made small.
    func lower(_ position: Int) -> UInt8 { self[position].asciiLowercased }

    /// Whether a position lies inside a word: an ASCII letter or digit, or a letter of the European scripts that take
    /// two bytes. Chinese and Japanese signs do not count, because they stand next to option letters without a space.
    func isWordByte(_ position: Int) -> Bool {
        let byte = self[position]
        if byte < 0x80 { return byte.isLetterOrDigit }
        var lead = position
        while lead > position - 3, self[lead] & 0xC0 == 0x80 { lead -= 1 }
        let first = self[lead]
        // C2 leads the Latin-1 signs (no-break space, quotes), E1 the additional Latin letters.
        return (first >= 0xC3 && first <= 0xDF) || first == 0xE1
    }

    /// The end of the word that starts at a position.
    func wordEnd(_ start: Int) -> Int {
        var position = start >= 0 && self[start].isLetterOrDigit ? afterLettersAndDigits(start) : start
        while isWordByte(position) { position += 1 }
        return position
    }

    /// The first position behind `start` that is no ASCII letter or digit, or the very next one if `start` is none.
    func afterLettersAndDigits(_ start: Int) -> Int {
        var position = start + 1
        guard bytes[start].isLetterOrDigit else { return position }
        while position < bytes.count, bytes[position].isLetterOrDigit { position += 1 }
        return position
    }

    /// Whether the bytes at a position are those of `other`, ASCII case aside (`other` in small letters).
    func matches(_ other: [UInt8], at position: Int) -> Bool {
        guard position >= 0, position + other.count <= count else { return false }
        for (offset, byte) in other.enumerated() where lower(position + offset) != byte { return false }
        return true
    }

    /// The first position at or behind `start` where `other` (in small letters) stands, or nil.
    func firstIndex(of other: [UInt8], from start: Int = 0) -> Int? {
        guard let head = other.first, count >= other.count else { return nil }
        var position = max(start, 0)
        while position <= count - other.count {
            if lower(position) == head, matches(other, at: position) { return position }
            position += 1
        }
        return nil
    }

    /// The last position where `other` (in small letters) stands, or nil.
    func lastIndex(of other: [UInt8]) -> Int? {
        guard let head = other.first, count >= other.count else { return nil }
        var position = count - other.count
        while position >= 0 {
            if lower(position) == head, matches(other, at: position) { return position }
            position -= 1
        }
        return nil
    }

    /// A part of the text.
    func part(_ range: Range<Int>) -> ByteText {
        ByteText(bytes: UnsafeBufferPointer(rebasing: bytes[range.clamped(to: 0..<count)]))
    }

    /// The text without white space at its ends.
    var trimmed: ByteText {
        var lower = 0
        var upper = count
        while lower < upper, self[lower].isSpace { lower += 1 }
        while upper > lower, self[upper - 1].isSpace { upper -= 1 }
        return part(lower..<upper)
    }

    /// The position of the next line break at or behind a position, or the end; at most `limit` bytes further on.
    func lineEnd(_ start: Int, limit: Int = .max) -> Int {
        let end = min(count, start.addingReportingOverflow(limit).overflow ? count : start + limit)
        var position = start
        while position < end, self[position] != 0x0A, self[position] != 0x0D { position += 1 }
        return min(position, max(start, end))
    }

    /// The start of the last line.
    var lastLineStart: Int {
        var start = count
        while start > 0, !self[start - 1].isLineBreak { start -= 1 }
        return start
    }
}

extension UInt8 {
    var asciiLowercased: UInt8 { self >= 0x41 && self <= 0x5A ? self | 0x20 : self }
    var isCapital: Bool { self >= 0x41 && self <= 0x5A }
    var isLetter: Bool { (self | 0x20) >= 0x61 && (self | 0x20) <= 0x7A }
    var isDigit: Bool { self >= 0x30 && self <= 0x39 }
    var isLetterOrDigit: Bool { (self | 0x20) &- 0x61 < 26 || self &- 0x30 < 10 }
    var isSpace: Bool { self == 0x20 || (self >= 0x09 && self <= 0x0D) }
    var isLineBreak: Bool { self == 0x0A || self == 0x0D }

    /// The byte of an ASCII sign.
    static func of(_ sign: Unicode.Scalar) -> UInt8 { UInt8(truncatingIfNeeded: sign.value) }
}
