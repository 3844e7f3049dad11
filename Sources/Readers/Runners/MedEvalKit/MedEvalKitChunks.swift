import Foundation

/// The chunks of a run that several processes shared: process k of n took the items k, k + n, k + 2n ...
///
/// The runner puts the chunks together in the order in which the folder lists them, which is not that of the data set and
/// differs between runs; where the chunks are still there, each row gets back its position in the data set.
struct MedEvalKitChunks {
    private struct Chunk {
        let number: Int
        let rowCount: Int
        let first: String
    }

    private var remaining: [Chunk]
    private let count: Int
    private var current: Chunk?
    private var row = 0

    /// - Parameter parts: the files of the chunks.
    init(_ parts: [LogPart]) throws {
        var chunks: [Chunk] = []
        for part in parts {
            guard let number = MedEvalKitPlace.chunk(part.url.lastPathComponent) else { continue }
            var rowCount = 0
            var first = ""
            try JSONRows(open: part.open).forEach(note: { _ in }) { row in
                if rowCount == 0 { first = MedEvalKitRow(row.value).signature }
                rowCount += 1
            }
            if rowCount > 0 { chunks.append(Chunk(number: number, rowCount: rowCount, first: first)) }
        }
        remaining = chunks
        count = (parts.compactMap { MedEvalKitPlace.chunk($0.url.lastPathComponent) }.max() ?? 0) + 1
    }

    /// The position in the data set of the next row of the merged file; nil if it belongs to no chunk.
    mutating func position(of value: JSONValue) -> Int? {
        if let chunk = current, row >= chunk.rowCount { current = nil }
        if current == nil {
            let signature = MedEvalKitRow(value).signature
            guard let found = remaining.firstIndex(where: { $0.first == signature }) else { return nil }
            current = remaining.remove(at: found)
            row = 0
        }
        guard let chunk = current else { return nil }
        defer { row += 1 }
        return row * count + chunk.number
    }
}
