import Store

/// The packed forms of the store: what is read of one says the same once it is packed and read again.
enum StoreTargets {
    static let predictions = FuzzTarget("predictions") { input in
        for bytes in [input, Packed.encode(input)] {
            guard let columns = PredictionColumns(encoded: bytes) else { continue }
            let encoded = columns.encoded
            try BrokenPromise.unless(
                PredictionColumns(encoded: encoded)?.encoded == encoded, "predictions change when they are packed again"
            )
            for slot in columns.positions.indices.prefix(100) {
                _ = (columns.answer(slot), columns.runnerAnswer(slot), columns.failure(slot))
            }
        }
    }

    /// The first byte tells where the texts begin.
    static let items = FuzzTarget("items") { input in
        let rest = Array(input.dropFirst())
        let length = min(Int(input.first ?? 0), rest.count)
        let keys = Packed.encode(Array(rest[..<length]))
        guard let items = ItemChunk.items(keys: keys, texts: Packed.encode(Array(rest[length...]))) else { return }
        var chunk = ItemChunk()
        for item in items { chunk.append(item) }
        try BrokenPromise.unless(
            ItemChunk.items(keys: chunk.packedKeys, texts: chunk.packedTexts) == items,
            "items change when they are packed again")
    }
}
