import BootstrapKernels

extension MassWindow {
    /// Masses below this share of the largest are cut; they are far below what a double can tell from the total.
    static let cutoff = 1e-22
    /// The same after a Fourier transform, whose rounding noise lies above the first cutoff.
    private static let transformCutoff = 1e-19
    /// Up to this many products, direct summation is quicker than the transform.
    private static let directLimit = 1 << 24

    /// The distribution of the sum of two independent integers.
    func convolved(with other: MassWindow) -> MassWindow {
        let count = masses.count + other.masses.count - 1
        let first = first + other.first
        if masses.count * other.masses.count <= Self.directLimit || min(masses.count, other.masses.count) < 64 {
            var result = [Double](repeating: 0, count: count)
            acuity_convolve(masses, masses.count, other.masses, other.masses.count, &result)
            return MassWindow(first: first, masses: result).trimmed(cutoff: Self.cutoff)
        }
        let transform = FourierTransform(count: FourierTransform.size(for: count))
        // One complex transform serves both: with Z = F(x + iy), F(x)F(y) follows from Z² of mirrored frequencies.
        var real = [Double](repeating: 0, count: transform.count)
        var imaginary = real
        real.replaceSubrange(0..<masses.count, with: masses)
        imaginary.replaceSubrange(0..<other.masses.count, with: other.masses)
        transform.forward(&real, &imaginary)
        var product = FourierTransform.productOfPacked(real, imaginary)
        transform.inverse(&product.real, &product.imaginary)
        return MassWindow(first: first, masses: product.real[0..<count].map { max(0, $0) })
            .trimmed(cutoff: Self.transformCutoff)
    }

    /// The same by direct summation and without cutting, so that the smallest masses keep their relative accuracy.
    func convolvedDirectly(with other: MassWindow) -> MassWindow {
        var result = [Double](repeating: 0, count: masses.count + other.masses.count - 1)
        acuity_convolve(masses, masses.count, other.masses, other.masses.count, &result)
        return MassWindow(first: first + other.first, masses: result)
    }

    /// The distribution of the sum of `count` independent draws, by repeated squaring.
    func power(_ count: Int) -> MassWindow {
        precondition(count > 0, "a sum of at least one draw")
        let base = trimmed(cutoff: 0)
        var result = base
        // From the second highest binary digit downwards: square, and multiply where the digit is 1.
        var digit = (Int.bitWidth - 1) - count.leadingZeroBitCount - 1
        while digit >= 0 {
            result = result.convolved(with: result)
            if count & (1 << digit) != 0 { result = result.convolved(with: base) }
            digit -= 1
        }
        return result
    }
}
