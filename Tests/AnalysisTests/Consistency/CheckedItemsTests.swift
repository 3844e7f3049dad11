import Store
import Testing

@testable import Analysis

@Suite struct CheckedItemsTests {
    /// Fingerprints with a different number in each field of each item.
    private func fingerprints(_ count: Int, from first: UInt32 = 1) -> [ItemFingerprint] {
        (0..<count).map { item in
            var fingerprint = ItemFingerprint()
            let base = first + UInt32(item) * 10
            fingerprint.place = base
            fingerprint.question = base + 1
            fingerprint.options = base + 2
            fingerprint.optionSet = base + 3
            fingerprint.target = base + 4
            fingerprint.targetOptions = base + 5
            fingerprint.optionCount = base + 6
            fingerprint.prediction = base + 7
            fingerprint.length = base + 8
            fingerprint.answer = base + 9
            return fingerprint
        }
    }

    @Test("Items are as given, whatever run they are compared with")
    func asGiven() {
        let items = fingerprints(5)
        let checked = CheckedItems(items)
        #expect(Array(checked) == items)
        #expect(Array(CheckedItems(items, like: checked)) == items)
        #expect(Array(CheckedItems(items, like: CheckedItems(fingerprints(4)))) == items)
        #expect(Array(CheckedItems([], like: checked)).isEmpty)
    }

    @Test("A run that differs in one field of one item keeps it", arguments: 0..<10)
    func differsInOneField(field: Int) {
        let items = fingerprints(3)
        var other = items
        let fields: [WritableKeyPath<ItemFingerprint, UInt32>] = [
            \.place, \.question, \.options, \.optionSet, \.target, \.targetOptions, \.optionCount, \.prediction,
            \.length,
            \.answer,
        ]
        other[1][keyPath: fields[field]] += 1000
        #expect(Array(CheckedItems(other, like: CheckedItems(items))) == other)
    }
}
