import Records
import Store

extension ReadLog {
    /// A hash of what the log says of its items: two logs with the same one say the same, in the same order.
    func hashOfSayings() -> String {
        let digest = Digest()
        for benchmark in benchmarks.sorted(by: { $0.name < $1.name }) {
            digest.update("\(benchmark.name)\n\(benchmark.items.list.count)\n")
            benchmark.items.list.forEachPiece { digest.update($0) }
            for column in benchmark.items.facets.columns.sorted(by: { $0.name < $1.name }) {
                digest.update("\(column.name)\n\(column.dictionary)\n\(column.codes.count)\n")
                column.codes.withUnsafeBytes { digest.update($0) }
            }
        }
        return digest.finish()
    }
}
