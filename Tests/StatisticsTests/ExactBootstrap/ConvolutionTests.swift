import BootstrapKernels
import Testing

@Suite("Convolution") struct ConvolutionTests {
    private static func values(_ count: Int, zeros: Int) -> [Double] {
        (0..<count).map { index -> Double in
            let divisor = 3 + (index * 37) % 101
            return zeros > 0 && index % zeros == 1 ? 0 : 1 / Double(divisor)
        }
    }

    @Test(
        "sums in registers round as a plain loop does",
        arguments: [(1, 1), (3, 200), (8, 8), (31, 33), (32, 32), (64, 65), (100, 517)])
    func sameBits(counts: (Int, Int)) {
        for zeros in [0, 2, 9] {
            let (a, b) = (Self.values(counts.0, zeros: zeros), Self.values(counts.1, zeros: 0))
            var plain = [Double](repeating: 0, count: a.count + b.count - 1)
            for i in a.indices { for j in b.indices { plain[i + j] += a[i] * b[j] } }
            var fast = [Double](repeating: .nan, count: plain.count)
            acuity_convolve(a, a.count, b, b.count, &fast)
            #expect(fast == plain)
        }
    }
}
