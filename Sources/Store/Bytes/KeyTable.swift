import Foundation

/// Texts by number, from 0, in the order in which they were added, and found by their bytes.
///
/// One list of bytes holds all texts, so that a million of them are no million allocations.
public struct KeyTable: Sendable {
    private var bytes: [UInt8] = []
    /// Where each text ends in `bytes`.
    private var ends: [Int] = []
    /// Hashes by number, of which only a part decides the place.
    private var hashes: [UInt64] = []
    /// By place: 1 + the number of a text, 0 for none. A power of two long, at most three quarters full.
    private var places = [UInt32](repeating: 0, count: 16)
    // Hostile texts cannot be made to collide, because nobody knows the seed; nothing but time depends on it.
    private let seed = UInt64.random(in: .min ... .max)

    /// A table of no texts.
    public init() {}

    /// How many texts there are.
    public var count: Int { ends.count }

    /// The number of a text, which is added if it is new.
    public mutating func enter(_ text: UnsafeRawBufferPointer) -> (number: Int, isNew: Bool) {
        let hash = hash(text)
        var place = Int(truncatingIfNeeded: hash) & (places.count - 1)
        while places[place] != 0 {
            let number = Int(places[place]) - 1
            if hashes[number] == hash, isEqual(number, text) { return (number, false) }
            place = (place + 1) & (places.count - 1)
        }
        bytes.append(contentsOf: text)
        ends.append(bytes.count)
        hashes.append(hash)
        places[place] = UInt32(ends.count)
        if 4 * ends.count > 3 * places.count { grow() }
        return (ends.count - 1, true)
    }

    /// The number of a text, which is added if it is new.
    public mutating func enter(_ text: String) -> (number: Int, isNew: Bool) {
        var text = text
        return text.withUTF8 { enter(UnsafeRawBufferPointer($0)) }
    }

    /// The number of a text, or nil if it is not there.
    public func find(_ text: UnsafeRawBufferPointer) -> Int? {
        let hash = hash(text)
        var place = Int(truncatingIfNeeded: hash) & (places.count - 1)
        while places[place] != 0 {
            let number = Int(places[place]) - 1
            if hashes[number] == hash, isEqual(number, text) { return number }
            place = (place + 1) & (places.count - 1)
        }
        return nil
    }

    /// The text with a number.
    public subscript(number: Int) -> String {
        String(decoding: bytes[range(number)], as: UTF8.self)
    }

    /// The bytes of the text with a number.
    public func withBytes<Result>(_ number: Int, _ body: (UnsafeRawBufferPointer) throws -> Result) rethrows -> Result {
        let range = range(number)
        return try bytes.withUnsafeBytes { try body(UnsafeRawBufferPointer(rebasing: $0[range])) }
    }

    /// All texts in the order of their numbers.
    public var texts: [String] { ends.indices.map { self[$0] } }

    private func range(_ number: Int) -> Range<Int> { (number == 0 ? 0 : ends[number - 1])..<ends[number] }

    private func isEqual(_ number: Int, _ text: UnsafeRawBufferPointer) -> Bool {
        let range = range(number)
        guard range.count == text.count else { return false }
        guard let wanted = text.baseAddress, text.count > 0 else { return true }
        return bytes.withUnsafeBytes { memcmp($0.baseAddress! + range.lowerBound, wanted, text.count) == 0 }
    }

    private mutating func grow() {
        places = [UInt32](repeating: 0, count: 2 * places.count)
        for (number, hash) in hashes.enumerated() {
            var place = Int(truncatingIfNeeded: hash) & (places.count - 1)
            while places[place] != 0 { place = (place + 1) & (places.count - 1) }
            places[place] = UInt32(number + 1)
        }
    }

    private func hash(_ text: UnsafeRawBufferPointer) -> UInt64 { ByteHash.of(text, seed: seed) }
}

/// A fast hash for tables of one process, made of multiplications to 128 bits folded to 64 (as in wyhash, Wang Yi 2019).
public enum ByteHash {
    @inline(__always)
    private static func mixed(_ a: UInt64, _ b: UInt64) -> UInt64 {
        let (high, low) = a.multipliedFullWidth(by: b)
        return high ^ low
    }

    /// The hash of bytes under a seed.
    public static func of(_ bytes: UnsafeRawBufferPointer, seed: UInt64) -> UInt64 {
        var hash = seed ^ (UInt64(truncatingIfNeeded: bytes.count) &* 0xA076_1D64_78BD_642F)
        var rest = bytes.count
        var next = 0
        while rest >= 8 {
            hash = mixed(
                hash ^ bytes.loadUnaligned(fromByteOffset: next, as: UInt64.self), 0xE703_7ED1_A0B4_28DB)
            next += 8
            rest -= 8
        }
        var tail: UInt64 = 0
        while rest > 0 {
            tail = tail << 8 | UInt64(bytes[next])
            next += 1
            rest -= 1
        }
        return mixed(hash ^ tail, 0x8EBC_6AF0_9C88_C6E3)
    }
}
