import BootstrapKernels

/// Philox4x32-10, the counter-based generator of Salmon and others 2011.
public enum Philox {
    /// The block of four words that belongs to a counter (four words) and a key (two words).
    public static func block(counter: [UInt32], key: [UInt32]) -> [UInt32] {
        precondition(counter.count == 4 && key.count == 2, "a counter of four words and a key of two")
        var output = [UInt32](repeating: 0, count: 4)
        acuity_philox(counter, key, &output)
        return output
    }
}
