/// The predictions of a run in the form in which they are stored.
public struct PackedPredictions: Sendable {
    private var columns: PredictionColumns
    private(set) var encodedColumns: [UInt8]
    /// The texts, so many a chunk.
    let textChunks: [[UInt8]]

    /// No predictions.
    public init() { self.init(PredictionColumns(), textChunks: []) }

    init(_ columns: PredictionColumns, textChunks: [[UInt8]]) {
        self.columns = columns
        self.textChunks = textChunks
        encodedColumns = columns.encoded
    }

    /// Gives the items other positions.
    ///
    /// - Parameter positions: the new position of each item, by the one it has.
    public mutating func move(to positions: [Int]) {
        columns.positions = columns.positions.map { UInt32(positions[Int($0)]) }
        encodedColumns = columns.encoded
    }
}
