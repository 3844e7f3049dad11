import BootstrapKernels

/// The distinct vectors of numerators and denominators of some columns, as the kernels take them: whole numbers as bit
/// planes, others as they are.
final class VectorSet: @unchecked Sendable {
    // Written in `init` only, read by many threads.

    /// Where the sum of a vector comes from.
    enum Source: Sendable {
        /// The position of the vector.
        case vector(Int)
        /// The same in every replicate: a vector of equal values, since the weights always sum to the number of units.
        case constant(Double)
    }

    /// The vectors to be summed.
    private(set) var vectors: [AcuityVector] = []
    /// The sources of each column's numerator and denominator.
    private(set) var columns: [(numerator: Source, denominator: Source)] = []
    /// Whether a vector holds values that are not whole.
    private(set) var hasReals = false
    private var storage: [UnsafeMutableRawPointer] = []

    /// Whole numbers up to this one are split into planes.
    private static let largestWhole = 65_535.0

    /// - Parameters:
    ///   - design: puts the values in the kernels' order.
    ///   - weightsAreConstant: whether the weights of every replicate have the same sum.
    init(columns: [ClusterColumn], design: KernelDesign, weightsAreConstant: Bool) {
        var known: [Key: [(values: [Double], position: Int)]] = [:]
        func source(_ values: [Double]) -> Source {
            // Only whole numbers are summed without rounding, so only they may skip the summation.
            if weightsAreConstant, let first = values.first, first.rounded() == first,
                values.allSatisfy({ $0 == first })
            {
                return .constant(first * Double(values.count))
            }
            let key = Key(values)
            if let same = known[key]?.first(where: { $0.values == values }) { return .vector(same.position) }
            known[key, default: []].append((values, vectors.count))
            vectors.append(vector(design.arranged(values)))
            return .vector(vectors.count - 1)
        }
        for column in columns { self.columns.append((source(column.numerators), source(column.denominators))) }
    }

    deinit { storage.forEach { $0.deallocate() } }

    /// A column's numerator or denominator in one replicate, whose sums begin at `start`.
    func sum(_ source: Source, in sums: [Double], at start: Int, tile: Int) -> Double {
        switch source {
        case .vector(let position): sums[start + position * tile]
        case .constant(let value): value
        }
    }

    /// What tells most vectors apart: to hash all values of all vectors would take longer than to compare the few that agree
    /// in this.
    private struct Key: Hashable {
        let sum: Double
        let some: [Double]

        init(_ values: [Double]) {
            sum = values.reduce(0, +)
            some = stride(from: 0, to: values.count, by: max(1, values.count / 16)).map { values[$0] }
        }
    }

    private func vector(_ values: [Double]) -> AcuityVector {
        guard values.allSatisfy({ $0 >= 0 && $0 <= Self.largestWhole && $0 == $0.rounded() }) else {
            hasReals = true
            return AcuityVector(planes: nil, planeCount: 0, reals: UnsafePointer(reals(values)))
        }
        let whole = values.map { UInt64($0) }
        let count = max(1, UInt64.bitWidth - (whole.max() ?? 0).leadingZeroBitCount)
        return AcuityVector(planes: UnsafePointer(planes(whole, count: count)), planeCount: UInt32(count), reals: nil)
    }

    private func planes(_ values: [UInt64], count: Int) -> UnsafeMutablePointer<UInt64> {
        let words = acuity_words(UInt32(values.count))
        let planes = allocate(UInt64.self, count: words * count)
        for (index, value) in values.enumerated() {
            for plane in 0..<count where value >> UInt64(plane) & 1 == 1 {
                planes[plane * words + index / 64] |= 1 << UInt64(index % 64)
            }
        }
        return planes
    }

    private func reals(_ values: [Double]) -> UnsafeMutablePointer<Double> {
        let reals = allocate(Double.self, count: acuity_words(UInt32(values.count)) * 64)
        for (index, value) in values.enumerated() { reals[index] = value }
        return reals
    }

    /// Zeroed memory at an address that a register of 512 bits can be loaded from.
    private func allocate<Element: AdditiveArithmetic>(
        _ type: Element.Type, count: Int
    ) -> UnsafeMutablePointer<Element> {
        let memory = UnsafeMutableRawPointer.allocate(
            byteCount: max(64, count * MemoryLayout<Element>.stride), alignment: 64)
        storage.append(memory)
        let elements = memory.bindMemory(to: Element.self, capacity: count)
        elements.initialize(repeating: .zero, count: count)
        return elements
    }
}
