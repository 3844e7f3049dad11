/// The replicates of several columns under the same weights.
public struct JointReplicates: Sendable, Equatable {
    /// For each column, the ratio in each replicate; NaN where nothing that enters was drawn.
    public let columns: [[Double]]

    public init(columns: [[Double]]) { self.columns = columns }

    /// The replicates of one column.
    public subscript(column: Int) -> [Double] { columns[column] }

    /// First minus second, replicate by replicate.
    public func difference(_ first: Int, _ second: Int) -> [Double] {
        zip(columns[first], columns[second]).map { $0 - $1 }
    }
}
