import Foundation

extension ExactBootstrap {
    /// The step of the grid of a binned distribution, and so the most that an end may move.
    private static let binWidth = 1e-6

    /// The difference k1/n1 − k2/n2 of two independent accuracies, such as a gap within one benchmark.
    public static func gap(correct1: Int, size1: Int, correct2: Int, size2: Int) -> BootstrapDistribution {
        let common = size1 / greatestCommonDivisor(size1, size2) * size2
        let first = Binomial.window(trials: size1, probability: Double(correct1) / Double(size1))
        let second = Binomial.window(trials: size2, probability: Double(correct2) / Double(size2))
        return BootstrapDistribution(
            estimate: Double(correct1) / Double(size1) - Double(correct2) / Double(size2),
            distribution: IndependentSum(
                IndependentSum.Atoms(first, times: common / size1),
                IndependentSum.Atoms(second, times: -(common / size2)),
                divisor: Double(common)),
            acceleration: Acceleration.accuracies([(correct1, size1, 1), (correct2, size2, -1)]), range: -1...1,
            origin: .exact)
    }

    /// The unweighted mean of independent accuracies k_j/n_j.
    ///
    /// Few or small benchmarks are enumerated; otherwise each accuracy is split between the neighbouring points of a grid so
    /// fine that the ends of an interval move by less than 1e-6.
    ///
    /// - Parameters:
    ///   - correct: k_j, right items of each benchmark.
    ///   - sizes: n_j, items of each benchmark; positive.
    ///   - gridLimit: the largest grid; a tenth of it limits the atoms of each half that is enumerated.
    /// - Returns: nil if even the grid would be too large, where the joint bootstrap must serve; the flag tells whether
    ///   the distribution is free of binning.
    public static func macroAverage(
        correct: [Int], sizes: [Int], gridLimit: Int = 1 << 21
    ) -> (bootstrap: BootstrapDistribution, isBinned: Bool)? {
        precondition(correct.count == sizes.count && !sizes.isEmpty, "one count a benchmark")
        let parts = Double(sizes.count)
        let windows = zip(correct, sizes).map { k, n in
            Binomial.window(trials: n, probability: Double(k) / Double(n), cutoff: 1e-18)
        }
        let common = leastCommonMultiple(sizes, limit: 1 << 52)
        let built: (any ResamplingDistribution, Bool)?
        if let common,
            let sum = enumerated(
                windows, steps: sizes.map { common / $0 }, divisor: Double(common) * parts, atomLimit: gridLimit / 10)
        {
            built = (sum, false)
        } else {
            built = binned(windows, correct: correct, sizes: sizes, common: common, gridLimit: gridLimit)
        }
        guard let (distribution, isBinned) = built else { return nil }
        let estimate = zip(correct, sizes).reduce(0.0) { $0 + Double($1.0) / Double($1.1) } / parts
        let acceleration = Acceleration.accuracies(zip(correct, sizes).map { ($0, $1, 1 / parts) })
        return (
            BootstrapDistribution(
                estimate: estimate, distribution: distribution, acceleration: acceleration, range: 0...1,
                origin: .exact), isBinned
        )
    }

    /// Two halves of about equal numbers of atoms, or nil if one of them has too many.
    private static func enumerated(
        _ windows: [MassWindow], steps: [Int], divisor: Double, atomLimit: Int
    ) -> IndependentSum? {
        var halves = [IndependentSum.Atoms.zero, .zero]
        let order = windows.indices.sorted { (windows[$0].masses.count, $0) > (windows[$1].masses.count, $1) }
        for index in order {
            let smaller = halves[0].values.count <= halves[1].values.count ? 0 : 1
            guard halves[smaller].values.count * windows[index].masses.count <= atomLimit else { return nil }
            halves[smaller] = halves[smaller].adding(IndependentSum.Atoms(windows[index], times: steps[index]))
        }
        return IndependentSum(halves[0], halves[1], divisor: divisor)
    }

    /// The distribution on a grid around the estimate, as the cyclic convolution of the parts' binned distributions.
    private static func binned(
        _ windows: [MassWindow], correct: [Int], sizes: [Int], common: Int?, gridLimit: Int
    ) -> (any ResamplingDistribution, Bool)? {
        let parts = Double(sizes.count)
        var variance = 0.0
        for (k, n) in zip(correct, sizes) {
            let p = Double(k) / Double(n)
            variance += p * (1 - p) / Double(n) / (parts * parts)
        }
        let largest = 1 / (parts * Double(sizes.min() ?? 1))
        let span = 2 * Concentration.halfWidth(variance: variance, largestStep: largest) + 2 * largest
        var step = binWidth
        var isBinned = true
        if let common, 1 / (parts * Double(common)) >= span / Double(gridLimit / 2) {
            step = 1 / (parts * Double(common))
            isBinned = false
        }
        let count = FourierTransform.size(for: Int((span / step).rounded(.up)) + 1)
        guard count <= gridLimit else { return nil }
        let grids = zip(windows, zip(correct, sizes)).map { window, part in
            // Offsets from the part's own estimate, so that the estimate is a point of the grid.
            var grid = [Double](repeating: 0, count: count)
            let unit = 1 / (parts * Double(part.1) * step)
            for (offset, mass) in window.masses.enumerated() {
                // Split between both neighbours, so that the mean stays and the spread grows by a square of the step only.
                let place = Double(window.first + offset - part.0) * unit
                let point = Int(place.rounded(.down))
                let share = place - Double(point)
                grid[((point % count) + count) % count] += mass * (1 - share)
                grid[(((point + 1) % count) + count) % count] += mass * share
            }
            return grid
        }
        let masses = cyclicProduct(grids, count: count)
        let estimate = zip(correct, sizes).reduce(0.0) { $0 + Double($1.0) / Double($1.1) } / parts
        let half = count / 2
        var support: [Double] = []
        var kept: [Double] = []
        for point in -half..<(count - half) {
            let mass = masses[(point + count) % count]
            // Below this lies the rounding noise of the transform.
            guard mass > 1e-20 else { continue }
            support.append(estimate + Double(point) * step)
            kept.append(mass)
        }
        let total = kept.reduce(0, +)
        return (DiscreteDistribution(support: support, masses: kept.map { $0 / total }), isBinned)
    }

    /// The cyclic convolution of several sequences, two to a complex transform.
    private static func cyclicProduct(_ grids: [[Double]], count: Int) -> [Double] {
        let transform = FourierTransform(count: count)
        var unit = [Double](repeating: 0, count: count)
        unit[0] = 1
        var real = [Double](repeating: 1, count: count)
        var imaginary = [Double](repeating: 0, count: count)
        for index in stride(from: 0, to: grids.count, by: 2) {
            var packedReal = grids[index]
            var packedImaginary = index + 1 < grids.count ? grids[index + 1] : unit
            transform.forward(&packedReal, &packedImaginary)
            let product = FourierTransform.productOfPacked(packedReal, packedImaginary)
            for k in 0..<count {
                let (a, b) = (real[k], imaginary[k])
                real[k] = a * product.real[k] - b * product.imaginary[k]
                imaginary[k] = a * product.imaginary[k] + b * product.real[k]
            }
        }
        transform.inverse(&real, &imaginary)
        return real
    }

    static func greatestCommonDivisor(_ a: Int, _ b: Int) -> Int { b == 0 ? a : greatestCommonDivisor(b, a % b) }

    /// The least common multiple, or nil beyond a limit.
    static func leastCommonMultiple(_ numbers: [Int], limit: Int) -> Int? {
        var result = 1
        for number in numbers {
            let (product, overflow) = (result / greatestCommonDivisor(result, number))
                .multipliedReportingOverflow(by: number)
            guard !overflow, product <= limit else { return nil }
            result = product
        }
        return result
    }
}
