/// So many items of a benchmark in one row of the store.
package struct ItemChunk {
    /// Few enough that the items of a page are read quickly, enough to pack well.
    static let size = 256

    /// The keys with the numbers of options and the kinds of texts that are lacking.
    private var keys = ByteWriter()
    private var texts = ByteWriter()
    private(set) var count = 0

    package init() {}

    mutating func append(
        key: UnsafeRawBufferPointer, choices: Int, lacking: ItemTextKinds, texts bytes: ArraySlice<UInt8>
    ) {
        keys.add(key)
        keys.add(choices)
        keys.add(Int(lacking.rawValue))
        texts.append(bytes)
        count += 1
    }

    package mutating func append(_ item: StoredItem) {
        keys.add(item.key)
        keys.add(item.choices)
        keys.add(Int(item.lackingTexts.rawValue))
        ItemTextForm.encode(item, into: &texts)
        count += 1
    }

    package var packedKeys: [UInt8] { Packed.encode(keys.bytes) }
    package var packedTexts: [UInt8] { Packed.encode(texts.bytes) }

    /// What the keys of a chunk say of an item.
    struct Head {
        var key: String
        var choices: Int
        var lacking: ItemTextKinds
    }

    /// Nil unless the bytes are whole.
    static func heads(_ packed: [UInt8]) -> [Head]? {
        guard let bytes = Packed.decode(packed) else { return nil }
        var reader = ByteReader(bytes)
        var heads: [Head] = []
        while !reader.isAtEnd {
            guard let key = reader.text(), let choices = reader.number(), let lacking = reader.number(), lacking < 8
            else { return nil }
            heads.append(Head(key: key, choices: choices, lacking: ItemTextKinds(rawValue: UInt8(lacking))))
        }
        return heads.count <= size ? heads : nil
    }

    /// Nil unless the bytes are whole.
    package static func items(keys: [UInt8], texts: [UInt8]) -> [StoredItem]? {
        guard let heads = heads(keys), let bytes = Packed.decode(texts) else { return nil }
        var reader = ByteReader(bytes)
        var items: [StoredItem] = []
        for head in heads {
            guard let item = ItemTextForm.decode(&reader, key: head.key, choices: head.choices) else { return nil }
            items.append(item)
        }
        return items
    }
}
