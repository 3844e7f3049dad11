import BootstrapKernels
import Foundation

/// Discrete Fourier transforms of one length, a power of two, of one or several interleaved sequences.
struct FourierTransform {
    /// The length of a sequence.
    let count: Int
    private let cosines: [Double]
    private let sines: [Double]

    init(count: Int) {
        precondition(count > 0 && count & (count - 1) == 0, "a power of two")
        self.count = count
        let roots = max(1, count * 3 / 4)
        let unit = -2 * Double.pi / Double(count)
        cosines = (0..<roots).map { cos(unit * Double($0)) }
        sines = (0..<roots).map { sin(unit * Double($0)) }
    }

    /// The smallest power of two that is not below `count`.
    static func size(for count: Int) -> Int {
        var size = 1
        while size < count { size *= 2 }
        return size
    }

    /// X_k = Σ x_j exp(−2πi jk/n), in place; element j of sequence b lies at j · batch + b.
    func forward(_ real: inout [Double], _ imaginary: inout [Double], batch: Int = 1) {
        var workReal = [Double](repeating: 0, count: real.count)
        var workImaginary = workReal
        acuity_fourier(count, batch, cosines, sines, &real, &imaginary, &workReal, &workImaginary)
    }

    /// The inverse of `forward`, scaled by 1/n.
    func inverse(_ real: inout [Double], _ imaginary: inout [Double], batch: Int = 1) {
        forward(&imaginary, &real, batch: batch)
        let scale = 1 / Double(count)
        for index in real.indices {
            real[index] *= scale
            imaginary[index] *= scale
        }
    }

    /// F(x) · F(y) from the transform Z of x + iy for real x and y: (Z_k² − conj(Z_{−k})²) / 4i.
    static func productOfPacked(_ real: [Double], _ imaginary: [Double]) -> (real: [Double], imaginary: [Double]) {
        let count = real.count
        var productReal = [Double](repeating: 0, count: count)
        var productImaginary = productReal
        for k in 0..<count {
            let mirror = k == 0 ? 0 : count - k
            let squareReal = real[k] * real[k] - imaginary[k] * imaginary[k]
            let squareImaginary = 2 * real[k] * imaginary[k]
            let mirrorReal = real[mirror] * real[mirror] - imaginary[mirror] * imaginary[mirror]
            let mirrorImaginary = -2 * real[mirror] * imaginary[mirror]
            productReal[k] = (squareImaginary - mirrorImaginary) / 4
            productImaginary[k] = (mirrorReal - squareReal) / 4
        }
        return (productReal, productImaginary)
    }
}
