import Testing

@testable import Statistics

@Suite("Radix sort") struct RadixSortTests {
    @Test("numbers sort as they do by comparing", arguments: [0, 1, 999, 1000, 4097])
    func sorts(count: Int) {
        for scale in [1e-300, 1, 1e200] {
            let numbers: [Double] = (0..<count).map { index in
                let whole = (index * 7919) % 3001 - 1500
                return Double(whole) / 7 * scale
            }
            let sorted = RadixSort.sorted(numbers)
            #expect(sorted == numbers.sorted())
            #expect(sorted.map(\.sign) == numbers.sorted().map(\.sign))
        }
    }

    @Test("both zeros keep their order") func zeros() {
        let numbers: [Double] = (0..<2000).map { index in index % 3 == 0 ? -0.0 : 0.0 }
        #expect(RadixSort.sorted(numbers).map(\.sign) == numbers.map(\.sign))
    }
}
