import BootstrapKernels

/// The counter-based random generator Philox4x32-10. Source: Salmon, Moraes, Dror and Shaw 2011.
public enum Philox {
    /// One block of four words.
    ///
    /// - Parameters:
    ///   - counter: Four words.
    ///   - key: Two words.
    public static func block(counter: [UInt32], key: [UInt32]) -> [UInt32] {
        precondition(counter.count == 4 && key.count == 2, "four words of counter, two of key")
        var output = [UInt32](repeating: 0, count: 4)
        acuity_philox(counter, key, &output)
        return output
    }

    /// The block of a replicate under a 64-bit key, with counter (index, 0, replicate low, replicate high).
    public static func block(key: UInt64, replicate: UInt64, index: UInt32) -> [UInt32] {
        block(
            counter: [index, 0, UInt32(truncatingIfNeeded: replicate), UInt32(truncatingIfNeeded: replicate >> 32)],
            key: [UInt32(truncatingIfNeeded: key), UInt32(truncatingIfNeeded: key >> 32)])
    }
}
