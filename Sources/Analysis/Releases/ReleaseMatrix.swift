import Records
import Store

/// The runs of several releases on one benchmark, over the items of all of them.
///
/// Items are matched by key. The first release that knows a facet of an item tells its value.
struct ReleaseMatrix {
    private(set) var matrix: BenchmarkMatrix
    /// Facets of which two releases give an item different values: no properties of items but of answers.
    private(set) var conflicting: Set<String> = []
    /// By release: the position of each of its items in the matrix.
    private(set) var places: [[Int]] = []
    /// By run of the matrix: its release, and its identifier in that release's store.
    private(set) var origins: [(release: Int, run: Int)] = []

    /// - Parameters:
    ///   - releases: the labels, with the matrix of each; runs take the label as their model.
    ///   - benchmark: the benchmark's identifier.
    init(_ releases: [(label: String, matrix: BenchmarkMatrix)], benchmark: String) {
        matrix = BenchmarkMatrix(benchmark: benchmark, keys: [], choices: [], facets: [], runs: [])
        var positions: [String: Int] = [:]
        for (number, release) in releases.enumerated() {
            let isPresent = Self.present(release.matrix)
            if number == 0 || release.matrix.keys != releases[0].matrix.keys || isPresent.contains(false) {
                if positions.isEmpty {
                    positions = Dictionary(uniqueKeysWithValues: matrix.keys.enumerated().map { ($1, $0) })
                }
                places.append(place(release.matrix, isPresent, &positions))
            } else {
                places.append(places[0])
            }
            merge(release.matrix, release: number, label: release.label)
        }
    }

    /// Which items the release's own runs have; a store holds those of other models too.
    private static func present(_ matrix: BenchmarkMatrix) -> [Bool] {
        var isPresent = [Bool](repeating: false, count: matrix.keys.count)
        for run in matrix.runs {
            for (position, share) in run.unresolved.values.enumerated() where !share.isNaN {
                isPresent[position] = true
            }
        }
        return isPresent
    }

    private mutating func place(
        _ other: BenchmarkMatrix, _ isPresent: [Bool], _ positions: inout [String: Int]
    ) -> [Int] {
        other.keys.indices.map { index in
            guard isPresent[index] else { return -1 }
            let key = other.keys[index]
            if let known = positions[key] { return known }
            positions[key] = matrix.keys.count
            matrix.keys.append(key)
            matrix.choices.append(0)
            return matrix.keys.count - 1
        }
    }

    private mutating func merge(_ other: BenchmarkMatrix, release: Int, label: String) {
        let places = self.places[release]
        for (index, place) in places.enumerated() where place >= 0 {
            matrix.choices[place] = max(matrix.choices[place], other.choices[index])
        }
        for facet in other.facets { merge(facet, places) }
        for run in other.runs {
            origins.append((release, run.id))
            matrix.runs.append(moved(run, places, label: label, id: origins.count))
        }
    }

    private mutating func merge(_ facet: FacetColumn, _ places: [Int]) {
        let known = matrix.facets.firstIndex { $0.name == facet.name }
        var column = known.map { matrix.facets[$0] } ?? FacetColumn(name: facet.name)
        var codes = [UInt32](repeating: 0, count: matrix.keys.count)
        for (index, code) in column.codes.enumerated() { codes[index] = code }
        var numbers = Dictionary(uniqueKeysWithValues: column.dictionary.enumerated().map { ($1, UInt32($0 + 1)) })
        let translated = facet.dictionary.map { value -> UInt32 in
            if let known = numbers[value] { return known }
            column.dictionary.append(value)
            numbers[value] = UInt32(column.dictionary.count)
            return UInt32(column.dictionary.count)
        }
        for (index, code) in facet.codes.enumerated() where code > 0 && index < places.count && places[index] >= 0 {
            let (known, own) = (codes[places[index]], translated[Int(code) - 1])
            if known == 0 { codes[places[index]] = own } else if known != own { conflicting.insert(facet.name) }
        }
        column.codes = codes
        if let known { matrix.facets[known] = column } else { matrix.facets.append(column) }
    }

    private func moved(_ run: StoredRun, _ places: [Int], label: String, id: Int) -> StoredRun {
        var run = run
        run.id = id
        run.model = label
        run.benchmark = matrix.benchmark
        run.unresolved = moved(run.unresolved, places)
        run.confidences = run.confidences.map { moved($0, places) }
        for index in run.scores.indices {
            let scores = run.scores[index]
            run.scores[index].values = moved(scores.values, places)
            run.scores[index].parsedValues = moved(scores.parsedValues, places)
            run.scores[index].epochValues = scores.epochValues.map { moved($0, places) }
        }
        return run
    }

    /// The values of a release's own vector, by position in the matrix.
    func moved(_ vector: ScoreVector, release: Int) -> ScoreVector { moved(vector, places[release]) }

    private func moved(_ vector: ScoreVector, _ places: [Int]) -> ScoreVector {
        var values = [Double](repeating: .nan, count: matrix.keys.count)
        for (index, value) in vector.values.enumerated() where index < places.count && places[index] >= 0 {
            values[places[index]] = value
        }
        return ScoreVector(values)
    }

    /// What a run says of each item, by position in the matrix.
    func moved(_ fingerprint: RunFingerprint, release: Int) -> RunFingerprint {
        var items = [ItemFingerprint](repeating: ItemFingerprint(), count: matrix.keys.count)
        for (index, item) in fingerprint.items.enumerated()
        where index < places[release].count && places[release][index] >= 0 {
            items[places[release][index]] = item
        }
        return RunFingerprint(items)
    }

    /// The position in a release's own store of each item of the matrix; nil for items that it lacks.
    func ownPositions(release: Int) -> [Int?] {
        var own = [Int?](repeating: nil, count: matrix.keys.count)
        for (index, place) in places[release].enumerated() where place >= 0 { own[place] = index }
        return own
    }
}
