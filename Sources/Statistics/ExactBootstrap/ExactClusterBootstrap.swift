extension ExactBootstrap {
    /// The largest two-dimensional lattice that is computed; above it the joint bootstrap must serve.
    public static let clusterLatticeLimit = 1 << 20

    /// The ratio ΣS/Σm of whole clusters drawn with replacement: the G-fold convolution of the empirical distribution of
    /// (S_g, m_g) on its two-dimensional lattice.
    ///
    /// The characteristic function on a lattice that holds all but 1e-17 of the mass is raised to the power G.
    ///
    /// - Parameters:
    ///   - sums: S_g, whole numbers; negative ones occur in paired differences.
    ///   - sizes: m_g, whole and positive.
    ///   - range: The range of the ratio.
    ///   - limit: The largest number of lattice points.
    /// - Returns: nil if sums or sizes are not whole, or the lattice is larger than `limit`.
    public static func clusters(
        sums: [Double], sizes: [Double], range: ClosedRange<Double> = 0...1, limit: Int = clusterLatticeLimit
    ) -> BootstrapDistribution? {
        precondition(sums.count == sizes.count && !sums.isEmpty, "one size a cluster")
        guard let sumAxis = LatticeAxis(sums), let sizeAxis = LatticeAxis(sizes), sizeAxis.least > 0,
            sumAxis.count <= limit / sizeAxis.count
        else { return nil }
        let masses = convolutionPower(sumAxis, sizeAxis)
        let largest = masses.max() ?? 1
        var atoms: [(value: Double, mass: Double)] = []
        var total = 0.0
        for row in 0..<sumAxis.count {
            let sum = Double(sumAxis.value(at: row))
            for column in 0..<sizeAxis.count {
                let mass = masses[row * sizeAxis.count + column]
                // Below this lies the rounding noise of the transform.
                guard mass > largest * 1e-16 else { continue }
                atoms.append((sum / Double(sizeAxis.value(at: column)), mass))
                total += mass
            }
        }
        for index in atoms.indices { atoms[index].mass /= total }
        return BootstrapDistribution(
            estimate: sums.reduce(0, +) / sizes.reduce(0, +), distribution: DiscreteDistribution(atoms: atoms),
            acceleration: Acceleration.jackknife(Jackknife.ratio(numerators: sums, denominators: sizes)), range: range,
            origin: .clusterExact)
    }

    private static func convolutionPower(_ rows: LatticeAxis, _ columns: LatticeAxis) -> [Double] {
        let clusters = rows.steps.count
        var real = [Double](repeating: 0, count: rows.count * columns.count)
        var imaginary = real
        for (row, column) in zip(rows.steps, columns.steps) {
            real[(row % rows.count) * columns.count + column % columns.count] += 1 / Double(clusters)
        }
        let alongRows = FourierTransform(count: rows.count)
        let alongColumns = FourierTransform(count: columns.count)
        // A transform runs along the slow axis of interleaved sequences, so the second axis needs a transposition.
        alongRows.forward(&real, &imaginary, batch: columns.count)
        transpose(&real, rows: rows.count, columns: columns.count)
        transpose(&imaginary, rows: rows.count, columns: columns.count)
        alongColumns.forward(&real, &imaginary, batch: rows.count)
        raise(&real, &imaginary, to: clusters)
        alongColumns.inverse(&real, &imaginary, batch: rows.count)
        transpose(&real, rows: columns.count, columns: rows.count)
        transpose(&imaginary, rows: columns.count, columns: rows.count)
        alongRows.inverse(&real, &imaginary, batch: columns.count)
        return real
    }

    private static func transpose(_ values: inout [Double], rows: Int, columns: Int) {
        guard rows > 1, columns > 1 else { return }
        let source = values
        for row in 0..<rows {
            for column in 0..<columns { values[column * rows + row] = source[row * columns + column] }
        }
    }

    private static func raise(_ real: inout [Double], _ imaginary: inout [Double], to power: Int) {
        for index in real.indices {
            var (baseReal, baseImaginary) = (real[index], imaginary[index])
            var (resultReal, resultImaginary) = (1.0, 0.0)
            var remaining = power
            while remaining > 0 {
                if remaining & 1 == 1 {
                    (resultReal, resultImaginary) = (
                        resultReal * baseReal - resultImaginary * baseImaginary,
                        resultReal * baseImaginary + resultImaginary * baseReal
                    )
                }
                (baseReal, baseImaginary) = (
                    baseReal * baseReal - baseImaginary * baseImaginary, 2 * baseReal * baseImaginary
                )
                remaining >>= 1
            }
            real[index] = resultReal
            imaginary[index] = resultImaginary
        }
    }
}

/// One axis of the lattice of sums of G draws: a cyclic window around the expected sum.
private struct LatticeAxis {
    /// The value of each cluster minus the least value.
    let steps: [Int]
    /// The least value of a cluster.
    let least: Int
    /// The points of the window, a power of two.
    let count: Int
    /// The first point of the window as a sum of steps.
    private let first: Int

    /// nil if a value is not whole, or the sums leave the range of exact integers.
    init?(_ values: [Double]) {
        guard values.allSatisfy({ abs($0) < 1e9 && $0.rounded() == $0 }) else { return nil }
        let least = Int(values.min() ?? 0)
        let steps = values.map { Int($0) - least }
        let draws = Double(steps.count)
        let mean = Double(steps.reduce(0, +)) / draws
        let variance = steps.reduce(0.0) { $0 + (Double($1) - mean) * (Double($1) - mean) } / draws
        let farthest = steps.reduce(0.0) { max($0, abs(Double($1) - mean)) }
        let half = Concentration.halfWidth(variance: draws * variance, largestStep: farthest)
        let range = (steps.max() ?? 0) * steps.count + 1
        self.steps = steps
        self.least = least
        if Double(range) <= 2 * half + 3 {
            count = FourierTransform.size(for: range)
            first = 0
        } else {
            count = FourierTransform.size(for: Int(2 * half) + 3)
            first = max(0, Int((draws * mean).rounded()) - count / 2)
        }
    }

    /// The sum of G values that a point of the cyclic window stands for.
    func value(at point: Int) -> Int {
        let unwrapped = first + (((point - first) % count) + count) % count
        return unwrapped + least * steps.count
    }
}
