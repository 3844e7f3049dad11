import Store

/// The fingerprints of a run's items in two parts: what was asked, of which runs on the same items keep one copy, and what
/// the run said to it. A hundred runs of a hundred thousand items would else take most of the memory of an analysis.
struct CheckedItems: RandomAccessCollection {
    private let asked: [Asked]
    private let given: [Given]

    private struct Asked: Equatable {
        let question: UInt32
        let options: UInt32
        let optionSet: UInt32
        let target: UInt32
        let targetOptions: UInt32
        let optionCount: UInt32

        init(_ item: ItemFingerprint) {
            question = item.question
            options = item.options
            optionSet = item.optionSet
            target = item.target
            targetOptions = item.targetOptions
            optionCount = item.optionCount
        }
    }

    private struct Given {
        let place: UInt32
        let prediction: UInt32
        let length: UInt32
        let answer: UInt32

        init(_ item: ItemFingerprint) {
            place = item.place
            prediction = item.prediction
            length = item.length
            answer = item.answer
        }
    }

    /// - Parameters:
    ///   - items: the fingerprints in the order of the benchmark's items.
    ///   - other: a run whose copy of what was asked serves where it is the same.
    init(_ items: [ItemFingerprint], like other: CheckedItems? = nil) {
        given = items.map(Given.init)
        if let other, other.asked.count == items.count, zip(other.asked, items).allSatisfy({ $0 == Asked($1) }) {
            asked = other.asked
        } else {
            asked = items.map(Asked.init)
        }
    }

    var startIndex: Int { 0 }
    var endIndex: Int { given.count }

    subscript(item: Int) -> ItemFingerprint {
        let (asked, given) = (asked[item], given[item])
        var fingerprint = ItemFingerprint()
        fingerprint.place = given.place
        fingerprint.question = asked.question
        fingerprint.options = asked.options
        fingerprint.optionSet = asked.optionSet
        fingerprint.target = asked.target
        fingerprint.targetOptions = asked.targetOptions
        fingerprint.optionCount = asked.optionCount
        fingerprint.prediction = given.prediction
        fingerprint.length = given.length
        fingerprint.answer = given.answer
        return fingerprint
    }
}
