import BootstrapKernels
import Dispatch

/// One bootstrap for everything that shares items: each replicate draws clusters with replacement, and its weights serve
/// all columns, so that differences, gaps and ranks can be taken column against column.
///
/// Randomness is Philox4x32-10 (Salmon and others 2011), keyed by a hash of seed and name, with the replicate and the draw
/// as its counter: replicates depend neither on the number of threads nor on the columns.
public enum JointBootstrap {
    /// A statistic ΣS/Σm: the sum of scores and the number of items of each cluster.
    public struct Column: Sendable {
        public var sums: [Double]
        public var sizes: [Double]

        public init(sums: [Double], sizes: [Double]) {
            self.sums = sums
            self.sizes = sizes
        }
    }

    /// The replicates of each column: `[column][replicate]`; NaN where a replicate drew no item of the column.
    ///
    /// - Parameters:
    ///   - columns: columns over the same clusters, at least one cluster.
    ///   - name: what is resampled; different names draw independently.
    public static func replicates(
        _ columns: [Column], count: Int, seed: UInt64, name: String, threads: Int
    ) -> [[Double]] {
        guard let clusters = columns.first?.sums.count, clusters > 0, count > 0 else { return columns.map { _ in [] } }
        let vectors = VectorTable(columns)
        let key = self.key(seed: seed, name: name)
        let tile = Int(ACUITY_TILE)
        let tiles = (count + tile - 1) / tile
        let vectorCount = vectors.count
        let sums = UnsafeMutableBufferPointer<Double>.allocate(capacity: tiles * tile * vectorCount)
        defer { sums.deallocate() }
        let workers = max(1, min(threads, tiles))
        // Each worker writes its own tiles, so no two write the same place.
        let shared = SharedBuffers(sums: sums, vectors: vectors)
        DispatchQueue.concurrentPerform(iterations: workers) { worker in
            let scratch = UnsafeMutablePointer<UInt8>.allocate(capacity: tile * clusters)
            defer { scratch.deallocate() }
            for index in stride(from: worker, to: tiles, by: workers) {
                acuity_replicate_sums(
                    key, UInt64(index * tile), UInt32(clusters), shared.vectors.pointer, vectorCount, scratch,
                    shared.sums.baseAddress! + index * tile * vectorCount)
            }
        }
        return columns.indices.map { column in
            let numerator = vectors.numerators[column]
            let denominator = vectors.denominators[column]
            return (0..<count).map { replicate in
                let base = (replicate / tile) * tile * vectorCount + replicate % tile
                let size = sums[base + denominator * tile]
                return size > 0 ? sums[base + numerator * tile] / size : .nan
            }
        }
    }

    /// The 64-bit FNV-1a hash of the seed's eight bytes, little endian, and the name's UTF-8 bytes.
    static func key(seed: UInt64, name: String) -> UInt64 {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        func feed(_ byte: UInt8) { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        for shift in stride(from: 0, to: 64, by: 8) { feed(UInt8(truncatingIfNeeded: seed >> UInt64(shift))) }
        for byte in name.utf8 { feed(byte) }
        return hash
    }

    private struct SharedBuffers: @unchecked Sendable {
        let sums: UnsafeMutableBufferPointer<Double>
        let vectors: VectorTable
    }
}

/// The different vectors of several columns in the narrowest type that holds them; equal ones are kept once.
private final class VectorTable: @unchecked Sendable {
    private(set) var numerators: [Int] = []
    private(set) var denominators: [Int] = []
    let pointer: UnsafeMutablePointer<AcuityVector>
    private(set) var count = 0
    private var storage: [UnsafeMutableRawPointer] = []

    init(_ columns: [JointBootstrap.Column]) {
        pointer = .allocate(capacity: max(1, 2 * columns.count))
        var known: [[Double]: Int] = [:]
        func index(_ values: [Double]) -> Int {
            if let index = known[values] { return index }
            pointer[count] = vector(values)
            known[values] = count
            count += 1
            return count - 1
        }
        for column in columns {
            numerators.append(index(column.sums))
            denominators.append(index(column.sizes))
        }
    }

    deinit {
        pointer.deallocate()
        storage.forEach { $0.deallocate() }
    }

    private func vector(_ values: [Double]) -> AcuityVector {
        func isWhole(upTo limit: Double) -> Bool { values.allSatisfy { $0 >= 0 && $0 <= limit && $0 == $0.rounded() } }
        if isWhole(upTo: 255) {
            return AcuityVector(bytes: UnsafePointer(copy(values.map { UInt8($0) })), words: nil, reals: nil)
        }
        if isWhole(upTo: 65535) {
            return AcuityVector(bytes: nil, words: UnsafePointer(copy(values.map { UInt16($0) })), reals: nil)
        }
        return AcuityVector(bytes: nil, words: nil, reals: UnsafePointer(copy(values)))
    }

    private func copy<Element>(_ values: [Element]) -> UnsafeMutablePointer<Element> {
        let memory = UnsafeMutablePointer<Element>.allocate(capacity: max(1, values.count))
        memory.initialize(from: values, count: values.count)
        storage.append(UnsafeMutableRawPointer(memory))
        return memory
    }
}
