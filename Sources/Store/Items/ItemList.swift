/// Items by position, from 0, found by their keys: as bytes, for a million of them at a time.
public struct ItemList: Sendable {
    private var keys = KeyTable()
    private var texts = ByteWriter()
    /// By position: where the texts of an item begin and end; what was completed stands at the end.
    private var places: [Range<Int>] = []
    /// By position: how many options an item has.
    private var choices: [UInt32] = []
    /// By position: the texts that an item lacks.
    private var lacking: [ItemTextKinds] = []

    /// A list of no items.
    public init() {}

    /// How many items there are.
    public var count: Int { places.count }

    /// The position of an item, which is added if it is new; texts that it lacked are added to it.
    public mutating func enter(_ item: StoredItem) -> Int {
        var key = item.key
        return key.withUTF8 { enter(item, key: UnsafeRawBufferPointer($0)).position }
    }

    /// The same for an item whose key is given in UTF-8, whatever the item's own, and whether it is new.
    public mutating func enter(_ item: StoredItem, key: UnsafeRawBufferPointer) -> (position: Int, isNew: Bool) {
        let (position, isNew) = keys.enter(key)
        if isNew {
            append(choices: item.choices, lacking: item.lackingTexts) { ItemTextForm.encode(item, into: &$0) }
        } else if !lacking[position].isEmpty, !lacking[position].isSubset(of: item.lackingTexts) {
            var known = self[position]
            known.complete(by: item)
            let start = texts.bytes.count
            ItemTextForm.encode(known, into: &texts)
            places[position] = start..<texts.bytes.count
            choices[position] = UInt32(known.choices)
            lacking[position] = known.lackingTexts
        }
        return (position, isNew)
    }

    private mutating func append(choices number: Int, lacking kinds: ItemTextKinds, _ write: (inout ByteWriter) -> Void)
    {
        let start = texts.bytes.count
        write(&texts)
        places.append(start..<texts.bytes.count)
        choices.append(UInt32(number))
        lacking.append(kinds)
    }

    /// Hands all that the list says to `body`, in pieces whose bytes follow from the items and their order.
    public func forEachPiece(_ body: (UnsafeRawBufferPointer) -> Void) {
        for position in places.indices {
            withKey(position, body)
            var number = UInt64(choices[position]).littleEndian
            withUnsafeBytes(of: &number, body)
            texts.bytes[places[position]].withUnsafeBytes(body)
        }
    }

    /// The item at a position.
    public subscript(position: Int) -> StoredItem {
        var reader = ByteReader(texts.bytes, from: places[position].lowerBound)
        guard let item = ItemTextForm.decode(&reader, key: keys[position], choices: Int(choices[position])) else {
            preconditionFailure("a list reads what it wrote")
        }
        return item
    }

    /// The bytes of the key of the item at a position.
    func withKey<Result>(_ position: Int, _ body: (UnsafeRawBufferPointer) throws -> Result) rethrows -> Result {
        try keys.withBytes(position, body)
    }

    func choices(_ position: Int) -> Int { Int(choices[position]) }
    func lacking(_ position: Int) -> ItemTextKinds { lacking[position] }
    func textBytes(_ position: Int) -> ArraySlice<UInt8> { texts.bytes[places[position]] }
}
