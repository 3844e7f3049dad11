import Records

/// The predictions of one run as they are read back: by item position, then epoch; texts unpacked when they are asked for.
final class RunPredictions {
    let columns: PredictionColumns
    /// Slots by item position, then epoch.
    private let order: [UInt32]
    /// Reads a packed chunk of texts.
    private let readChunk: (Int) throws -> [String]
    private var chunk: (number: Int, texts: [String])?

    init(_ columns: PredictionColumns, readChunk: @escaping (Int) throws -> [String]) {
        self.columns = columns
        self.readChunk = readChunk
        order = columns.positions.indices.map { UInt32($0) }.sorted {
            let (a, b) = (Int($0), Int($1))
            return (columns.positions[a], columns.epochs[a]) < (columns.positions[b], columns.epochs[b])
        }
    }

    /// The slots of the items at positions `first` to `last`.
    func slots(from first: Int, to last: Int) -> ArraySlice<UInt32> {
        order[place(first)..<max(place(first), place(last + 1))]
    }

    /// How many slots stand before a position.
    private func place(_ position: Int) -> Int {
        var (low, high) = (0, order.count)
        while low < high {
            let middle = (low + high) / 2
            if Int(columns.positions[Int(order[middle])]) < position { low = middle + 1 } else { high = middle }
        }
        return low
    }

    var all: [UInt32] { order }

    /// The raw prediction of a slot, or nil.
    func text(_ slot: Int) throws -> String? {
        let number = Int(columns.texts[slot])
        guard number > 0 else { return nil }
        let wanted = (number - 1) / PredictionTable.chunkSize
        if chunk?.number != wanted { chunk = (wanted, try readChunk(wanted)) }
        let place = (number - 1) % PredictionTable.chunkSize
        guard let texts = chunk?.texts, place < texts.count else { return nil }
        return texts[place]
    }
}
