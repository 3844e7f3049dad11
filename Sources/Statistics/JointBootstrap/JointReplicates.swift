/// The replicates of several columns under the same weights.
public struct JointReplicates: Sendable, Equatable {
    /// For each column, the ratio in each replicate; NaN where nothing that enters was drawn.
    public let columns: [[Double]]

    /// Replicates of columns, each `[replicate]`.
    public init(columns: [[Double]]) { self.columns = columns }

    /// The replicates of one column.
    public subscript(column: Int) -> [Double] { columns[column] }
}
