import Records
import Store

/// The facets of a benchmark's items by position. The first value that an item got stays; others are counted.
struct FacetTable: Sendable {
    private(set) var columns: [FacetColumn] = []
    /// How often an item was given a value other than the one it has, by column.
    private(set) var conflicts: [Int] = []
    private var places: [String: Int] = [:]
    private var codes: [[String: UInt32]] = []

    init(_ columns: [FacetColumn] = []) {
        for column in columns { append(column) }
    }

    /// A table as it was, with a number of conflicts for each column.
    init(_ columns: [FacetColumn], conflicts: [Int]) {
        self.init(columns)
        self.conflicts = conflicts
    }

    private mutating func append(_ column: FacetColumn) {
        places[column.name] = columns.count
        codes.append(Dictionary(uniqueKeysWithValues: column.dictionary.enumerated().map { ($1, UInt32($0 + 1)) }))
        columns.append(column)
        conflicts.append(0)
    }

    /// Enters the facets of an item.
    mutating func add(_ facets: [Facet], position: Int) {
        for (index, facet) in facets.enumerated() {
            // Rows of a log give their facets in the same order.
            let place = index < columns.count && columns[index].name == facet.name ? index : place(of: facet.name)
            _ = set(code(of: facet.value, in: place), in: place, position: position)
        }
    }

    /// Enters the facets of another table, whose items stand at `positions` in this one, and returns the places of the
    /// columns that changed.
    mutating func add(_ other: FacetTable, positions: [Int]) -> [Int] {
        var changed: [Int] = []
        for (index, column) in other.columns.enumerated() {
            let place = place(of: column.name)
            let known = columns[place].dictionary.count
            let own = [0] + column.dictionary.map { code(of: $0, in: place) }
            var isChanged = columns[place].dictionary.count > known
            for (item, code) in column.codes.enumerated() where code > 0 {
                if set(own[Int(code)], in: place, position: positions[item]) { isChanged = true }
            }
            conflicts[place] += other.conflicts[index]
            if isChanged { changed.append(place) }
        }
        return changed
    }

    /// The conflicts by the name of the facet, which are forgotten.
    mutating func takeConflicts() -> [(facet: String, count: Int)] {
        defer { conflicts = conflicts.map { _ in 0 } }
        return columns.indices.filter { conflicts[$0] > 0 }.map { (columns[$0].name, conflicts[$0]) }
            .sorted { $0.0 < $1.0 }
    }

    private mutating func place(of name: String) -> Int {
        if let known = places[name] { return known }
        append(FacetColumn(name: name))
        return columns.count - 1
    }

    private mutating func code(of value: String, in place: Int) -> UInt32 {
        if let known = codes[place][value] { return known }
        columns[place].dictionary.append(value)
        let code = UInt32(columns[place].dictionary.count)
        codes[place][value] = code
        return code
    }

    /// Whether the item had no value.
    private mutating func set(_ code: UInt32, in place: Int, position: Int) -> Bool {
        let missing = position + 1 - columns[place].codes.count
        if missing > 0 { columns[place].codes += repeatElement(0, count: missing) }
        if columns[place].codes[position] == 0 {
            columns[place].codes[position] = code
            return true
        }
        if columns[place].codes[position] != code { conflicts[place] += 1 }
        return false
    }
}
