import BootstrapKernels

/// The distinct vectors of numerators and denominators of some columns, each in the narrowest type that holds it.
struct VectorSet {
    /// One vector of values, one a cluster.
    enum Vector: Hashable {
        case bytes([UInt8])
        case words([UInt16])
        case reals([Double])
    }

    /// Where the sum of a vector comes from.
    enum Source {
        /// The position of the vector.
        case vector(Int)
        /// The same in every replicate: a vector of equal values, since the weights always sum to the cluster count.
        case constant(Double)
    }

    /// The vectors to be summed.
    private(set) var vectors: [Vector] = []
    /// The sources of each column's numerator and denominator.
    private(set) var columns: [(numerator: Source, denominator: Source)] = []

    init(columns: [ClusterColumn]) {
        var known: [Vector: Int] = [:]
        for column in columns {
            let numerator = source(of: column.numerators, known: &known)
            self.columns.append((numerator, source(of: column.denominators, known: &known)))
        }
    }

    /// A column's numerator or denominator in one replicate, whose sums begin at `start`.
    func sum(_ source: Source, in sums: [Double], at start: Int, tile: Int) -> Double {
        switch source {
        case .vector(let position): sums[start + position * tile]
        case .constant(let value): value
        }
    }

    private mutating func source(of values: [Double], known: inout [Vector: Int]) -> Source {
        // Only whole numbers are summed without rounding, so only they may skip the summation.
        if let first = values.first, first.rounded() == first, values.allSatisfy({ $0 == first }) {
            return .constant(first * Double(values.count))
        }
        let vector = Self.narrowest(values)
        if let position = known[vector] { return .vector(position) }
        known[vector] = vectors.count
        vectors.append(vector)
        return .vector(vectors.count - 1)
    }

    private static func narrowest(_ values: [Double]) -> Vector {
        guard values.allSatisfy({ $0 >= 0 && $0 <= 65_535 && $0.rounded() == $0 }) else { return .reals(values) }
        if values.allSatisfy({ $0 <= 255 }) { return .bytes(values.map { UInt8($0) }) }
        return .words(values.map { UInt16($0) })
    }

    /// Runs a function with pointers to all vectors, which are valid during the call only.
    func withPointers<Result>(_ body: (UnsafeBufferPointer<AcuityVector>) -> Result) -> Result {
        func next(_ index: Int, _ pointers: [AcuityVector]) -> Result {
            guard index < vectors.count else { return pointers.withUnsafeBufferPointer(body) }
            switch vectors[index] {
            case .bytes(let values):
                return values.withUnsafeBufferPointer {
                    next(index + 1, pointers + [AcuityVector(bytes: $0.baseAddress, words: nil, reals: nil)])
                }
            case .words(let values):
                return values.withUnsafeBufferPointer {
                    next(index + 1, pointers + [AcuityVector(bytes: nil, words: $0.baseAddress, reals: nil)])
                }
            case .reals(let values):
                return values.withUnsafeBufferPointer {
                    next(index + 1, pointers + [AcuityVector(bytes: nil, words: nil, reals: $0.baseAddress)])
                }
            }
        }
        return next(0, [])
    }
}
