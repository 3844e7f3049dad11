import Findings
import Store

/// The parts into which the facets named as strata divide the items of a benchmark.
struct Subgroups {
    /// A facet with more values than this names items rather than kinds of them, and makes no subgroups.
    static let mostValues = 40

    private let data: BenchmarkData
    private let columns: [FacetColumn]

    init(_ data: BenchmarkData) {
        self.data = data
        columns = data.entry.strata.compactMap { name in
            data.facets.first { $0.name == name && (2...Self.mostValues).contains($0.dictionary.count) }
        }
    }

    /// The scored items of a model in each part, by facet in the order of the strata and value; parts without any are left
    /// out.
    func selections(_ model: ModelScores) -> [(facet: FacetValue, part: Selection)] {
        columns.flatMap { column -> [(facet: FacetValue, part: Selection)] in
            let codes = column.dictionary.indices.sorted { column.dictionary[$0] < column.dictionary[$1] }
            return codes.compactMap { code in
                let part = data.select(model) { column.codes[$0] == UInt32(code + 1) }
                guard !part.scores.isEmpty else { return nil }
                return (FacetValue(name: column.name, value: column.dictionary[code]), part)
            }
        }
    }
}
