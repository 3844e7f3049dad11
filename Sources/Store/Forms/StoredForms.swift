/// The compact forms in which the store keeps vectors, for summaries, which keep them the same way.
extension ScoreVector {
    /// The form that is not packed; its first byte tells how many bytes a score takes.
    package var storedForm: [UInt8] { plainForm }

    /// Nil unless the bytes are what `storedForm` makes.
    package init?(storedForm: [UInt8]) { self.init(encoded: storedForm) }
}

extension RunFingerprint {
    /// The number of items, a mask of fields, then the columns, all as numbers of four bytes.
    package var storedForm: [UInt8] { encoded }

    /// Nil unless the bytes are what `storedForm` makes.
    package init?(storedForm: [UInt8]) { self.init(encoded: storedForm) }
}

extension PackedPredictions {
    /// The columns, packed.
    package var storedColumns: [UInt8] { encodedColumns }
    /// The chunks of texts, packed.
    package var storedTexts: [[UInt8]] { textChunks }

    /// Nil unless the bytes are what the two forms are made of, of items at positions below `itemCount`.
    package init?(storedColumns: [UInt8], storedTexts: [[UInt8]], itemCount: Int) {
        guard let columns = PredictionColumns(encoded: storedColumns),
            columns.positions.allSatisfy({ $0 < itemCount })
        else { return nil }
        self.init(columns, textChunks: storedTexts)
    }
}

/// Bytes made smaller, as the store keeps them.
package enum SmallBytes {
    package static func pack(_ bytes: [UInt8]) -> [UInt8] { Packed.encode(bytes) }

    /// Nil unless the bytes are whole.
    package static func unpack(_ bytes: [UInt8]) -> [UInt8]? { Packed.decode(bytes) }
}
