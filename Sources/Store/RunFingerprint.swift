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

    public init() {}

    /// The numbers, in the order in which the store keeps them. Append only: the order is part of the stored form.
    static var fields: [WritableKeyPath<ItemFingerprint, UInt32>] {
        [
            \.place, \.question, \.options, \.optionSet, \.target, \.targetOptions, \.optionCount, \.prediction,
            \.length,
            \.answer,
        ]
    }
}

/// The fingerprints of a run's items by item position; items beyond the end are lacking.
public struct RunFingerprint: Equatable, Sendable {
    public var items: [ItemFingerprint]

    public init(_ items: [ItemFingerprint] = []) { self.items = items }

    /// The fingerprint at a position.
    public subscript(position: Int) -> ItemFingerprint {
        position < items.count ? items[position] : ItemFingerprint()
    }

    /// The compact form: the number of items, a mask of the fields that any item has, then each such field as a column of
    /// four bytes an item; all little endian.
    var encoded: [UInt8] {
        let fields = ItemFingerprint.fields
        let present = fields.indices.filter { field in items.contains { $0[keyPath: fields[field]] != 0 } }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(8 + 4 * present.count * items.count)
        func append(_ number: UInt32) {
            withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
        }
        append(UInt32(items.count))
        append(present.reduce(0) { $0 | 1 << UInt32($1) })
        for field in present { for item in items { append(item[keyPath: fields[field]]) } }
        return bytes
    }

    init?(encoded bytes: [UInt8]) {
        guard bytes.count >= 8, bytes.count % 4 == 0 else { return nil }
        let numbers = bytes.withUnsafeBytes { raw in
            (0..<(bytes.count / 4)).map {
                UInt32(littleEndian: raw.loadUnaligned(fromByteOffset: 4 * $0, as: UInt32.self))
            }
        }
        let count = Int(numbers[0])
        let fields = ItemFingerprint.fields
        guard numbers[1] >> UInt32(fields.count) == 0, numbers.count == 2 + count * numbers[1].nonzeroBitCount else {
            return nil
        }
        items = [ItemFingerprint](repeating: ItemFingerprint(), count: count)
        var next = 2
        for field in fields.indices where numbers[1] & (1 << UInt32(field)) != 0 {
            for item in 0..<count { items[item][keyPath: fields[field]] = numbers[next + item] }
            next += count
        }
    }
}

extension Store {
    /// Writes the fingerprint of a run. Call within the transaction of the run.
    public func insert(_ fingerprint: RunFingerprint, run: Int) throws {
        try statement("INSERT OR REPLACE INTO fingerprints (run, items) VALUES (?,?)")
            .run(.integer(run), .blob(fingerprint.encoded))
    }

    /// The fingerprint of a run; an empty one if the run was ingested before there were any.
    public func fingerprint(run: Int) throws -> RunFingerprint {
        let bytes = try statement("SELECT items FROM fingerprints WHERE run = ?").first(.integer(run)) { $0.blob(0) }
        guard let bytes else { return RunFingerprint() }
        guard let fingerprint = RunFingerprint(encoded: bytes) else {
            throw StoreError.corrupt(path: path, what: "a fingerprint of unknown form")
        }
        return fingerprint
    }
}
