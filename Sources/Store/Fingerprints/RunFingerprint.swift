import Foundation

/// What a run says of one item, in a few numbers: enough to see whether two runs say the same, not what they say.
///
/// Each is a hash that is the same on every machine, or a small number; 0 stands for none.
public struct ItemFingerprint: Equatable, Sendable {
    /// The place at which the run first gave the item, from 1; 0 for an item that the run lacks.
    public var place: UInt32 = 0
    /// The question's text.
    public var question: UInt32 = 0
    /// The options' texts in their order.
    public var options: UInt32 = 0
    /// The options' texts, whatever their order.
    public var optionSet: UInt32 = 0
    /// The targets' texts, whatever their order; a letter counts as the text of its option where this is known.
    public var target: UInt32 = 0
    /// The options that the targets name: bit 0 is A.
    public var targetOptions: UInt32 = 0
    /// How many options there are.
    public var optionCount: UInt32 = 0
    /// The text of the first epoch's prediction.
    public var prediction: UInt32 = 0
    /// The length of that text in Unicode scalars, plus 1.
    public var length: UInt32 = 0
    /// The answer found in it.
    public var answer: UInt32 = 0

    /// The fingerprint of an item that the run lacks.
    public init() {}

    static let fieldCount = 10

    /// The numbers in the order in which the store keeps them. Append only: the order is part of the stored form.
    subscript(field field: Int) -> UInt32 {
        get {
            switch field {
            case 0: place
            case 1: question
            case 2: options
            case 3: optionSet
            case 4: target
            case 5: targetOptions
            case 6: optionCount
            case 7: prediction
            case 8: length
            case 9: answer
            default: preconditionFailure("a fingerprint has \(Self.fieldCount) fields")
            }
        }
        set {
            switch field {
            case 0: place = newValue
            case 1: question = newValue
            case 2: options = newValue
            case 3: optionSet = newValue
            case 4: target = newValue
            case 5: targetOptions = newValue
            case 6: optionCount = newValue
            case 7: prediction = newValue
            case 8: length = newValue
            case 9: answer = newValue
            default: preconditionFailure("a fingerprint has \(Self.fieldCount) fields")
            }
        }
    }
}

/// The fingerprints of a run's items by item position; items beyond the end are lacking.
public struct RunFingerprint: Equatable, Sendable {
    /// By item position.
    public var items: [ItemFingerprint]

    /// The fingerprints of items in the order of their positions.
    public init(_ items: [ItemFingerprint] = []) { self.items = items }

    /// The fingerprint at a position.
    public subscript(position: Int) -> ItemFingerprint {
        position < items.count ? items[position] : ItemFingerprint()
    }

    /// Gives the items other positions.
    ///
    /// - Parameter positions: the new position of each item, by the one it has.
    public mutating func move(to positions: [Int]) {
        var moved = [ItemFingerprint](
            repeating: ItemFingerprint(), count: (positions.prefix(items.count).max() ?? -1) + 1)
        for (position, item) in items.enumerated() { moved[positions[position]] = item }
        items = moved
    }

    /// The compact form: the number of items, a mask of the fields that any item has, then each such field as a column of
    /// four bytes an item; all little endian.
    var encoded: [UInt8] {
        let present = (0..<ItemFingerprint.fieldCount).filter { field in items.contains { $0[field: field] != 0 } }
        var numbers: [UInt32] = [
            UInt32(items.count).littleEndian, present.reduce(UInt32(0)) { $0 | 1 << UInt32($1) }.littleEndian,
        ]
        numbers.reserveCapacity(2 + present.count * items.count)
        for field in present { for item in items { numbers.append(item[field: field].littleEndian) } }
        return numbers.withUnsafeBytes { Array($0) }
    }

    init?(encoded bytes: [UInt8]) {
        guard bytes.count >= 8, bytes.count % 4 == 0 else { return nil }
        let numbers = bytes.withUnsafeBytes { raw in
            (0..<(bytes.count / 4)).map {
                UInt32(littleEndian: raw.loadUnaligned(fromByteOffset: 4 * $0, as: UInt32.self))
            }
        }
        let count = Int(numbers[0])
        guard numbers[1] >> UInt32(ItemFingerprint.fieldCount) == 0,
            numbers.count == 2 + count * numbers[1].nonzeroBitCount
        else {
            return nil
        }
        items = [ItemFingerprint](repeating: ItemFingerprint(), count: count)
        var next = 2
        for field in 0..<ItemFingerprint.fieldCount where numbers[1] & (1 << UInt32(field)) != 0 {
            for item in 0..<count { items[item][field: field] = numbers[next + item] }
            next += count
        }
    }
}
