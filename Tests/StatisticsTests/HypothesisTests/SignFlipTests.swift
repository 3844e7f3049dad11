import Testing

@testable import Statistics

@Suite("Sign-flip test") struct SignFlipTests {
    private func pValue(_ differences: [Double]) -> Double {
        SignFlip.test(differences: differences, plan: BootstrapPlan(seed: 0, name: "")).pValue
    }

    private func enumerated(_ differences: [Double]) -> Double {
        let observed = abs(differences.reduce(0, +))
        var hits = 0
        for pattern in 0..<(1 << differences.count) {
            var sum = 0.0
            for (index, value) in differences.enumerated() { sum += pattern >> index & 1 == 1 ? value : -value }
            if abs(sum) >= observed - 1e-12 { hits += 1 }
        }
        return Double(hits) / Double(1 << differences.count)
    }

    @Test(
        "p is the share of all sign patterns",
        arguments: [
            [1, -1, 1, 1, 0, 2, 1], [2, 2, 4, -2, 6, 6, -4, 2, 2], [1, 1, -2, 3, 3, 3, -5, 5, 8, 1, 1, 1], [7, 7, -14],
            [0.5, 0.25, -1, 0.75, 0.75, -0.5], [0.1234, -0.77, 0.5001, 0.9, 0.31], [0, 0], [3],
        ] as [[Double]])
    func bruteForce(differences: [Double]) {
        #expect(abs(pValue(differences) - enumerated(differences)) < 1e-12)
    }

    @Test("with differences of one size it is the exact McNemar test", arguments: [(3, 9), (20, 20), (700, 640)])
    func mcNemar(b: Int, c: Int) {
        let p = pValue([Double](repeating: 1, count: b) + [Double](repeating: -1, count: c))
        #expect(abs(p - McNemar.test(onlyFirst: b, onlySecond: c).exact) < 1e-9)
    }

    /// A far tail is where products of tails could lose what a whole distribution has.
    @Test("far out, each of the two patterns counts") func farTail() {
        let differences = [Double](repeating: 1, count: 200) + [Double](repeating: 2, count: 90)
        let p = pValue(differences)
        #expect(abs(p / (2 * 0x1p-290) - 1) < 1e-12)
    }

    @Test("whole numbers are taken as they are") func wholeNumbers() {
        let sums = (0..<4000).map { $0 % 9 - 4 + ($0 % 50 == 0 ? 1 : 0) }
        let plan = BootstrapPlan(seed: 0, name: "")
        let p = SignFlip.test(sums: sums, plan: plan).pValue
        #expect(p == SignFlip.test(sums: sums.map(Double.init), plan: plan).pValue)
        #expect(p > 0 && p < 1)
    }

    @Test("its sign does not matter") func symmetry() {
        let differences = (0..<3000).map { Double($0 % 5) - 1.9 }
        #expect(pValue(differences) == pValue(differences.map { -$0 }))
    }
}
