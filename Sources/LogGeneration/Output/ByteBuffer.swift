import Foundation

/// Bytes that are gathered and handed on in large pieces.
final class ByteBuffer {
    private(set) var base: UnsafeMutableRawPointer
    private(set) var count = 0
    private var capacity: Int

    init(capacity: Int = 1 << 20) {
        self.capacity = capacity
        base = .allocate(byteCount: capacity, alignment: 16)
    }

    deinit { base.deallocate() }

    var bytes: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: base, count: count) }

    func removeAll() { count = 0 }

    @inline(__always)
    func append(_ text: StaticString) { append(text.utf8Start, text.utf8CodeUnitCount) }

    @inline(__always)
    func append(_ text: [UInt8]) {
        text.withUnsafeBufferPointer { if let start = $0.baseAddress { append(start, $0.count) } }
    }

    /// Appends a whole number, not negative, with zeros before it up to a width of at most 20.
    @inline(__always)
    func append(_ number: Int, width: Int = 1) {
        precondition(number >= 0 && width <= 20, "the digits fit into 24 bytes")
        var digits: (UInt64, UInt64, UInt64) = (0, 0, 0)
        withUnsafeMutableBytes(of: &digits) { place in
            var rest = number
            var start = place.count
            repeat {
                start -= 1
                place[start] = UInt8(48 + rest % 10)
                rest /= 10
            } while rest > 0 || place.count - start < width
            guard let address = place.baseAddress else { return }
            append((address + start).assumingMemoryBound(to: UInt8.self), place.count - start)
        }
    }

    @inline(__always)
    private func append(_ start: UnsafePointer<UInt8>, _ length: Int) {
        if count + length > capacity { grow(to: count + length) }
        memcpy(base + count, start, length)
        count += length
    }

    private func grow(to least: Int) {
        capacity = max(2 * capacity, least)
        let larger = UnsafeMutableRawPointer.allocate(byteCount: capacity, alignment: 16)
        memcpy(larger, base, count)
        base.deallocate()
        base = larger
    }
}
