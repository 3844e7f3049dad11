import Foundation

extension Store {
    /// The identifier of a model, added if it is new.
    public func model(named name: String) throws -> Int { try identifier(of: name, in: "models") }

    /// The identifier of a benchmark, added if it is new.
    public func benchmark(named name: String) throws -> Int { try identifier(of: name, in: "benchmarks") }

    /// The names of the benchmarks that have runs, sorted.
    public func benchmarkNames() throws -> [String] {
        var names: [String] = []
        try statement("SELECT name FROM benchmarks WHERE id IN (SELECT benchmark FROM runs) ORDER BY name")
            .forEach { names.append($0.text(0)) }
        return names
    }

    /// The facets of a benchmark, by name.
    public func facets(benchmark: Int) throws -> [FacetColumn] {
        var columns: [FacetColumn] = []
        try statement("SELECT name, dictionary, codes FROM facets WHERE benchmark = ? ORDER BY name")
            .forEach(.integer(benchmark)) { row in
                guard let dictionary = try? JSONDecoder().decode([String].self, from: Data(row.blob(1))) else {
                    throw StoreError.corrupt(path: path, what: "facet \(row.text(0)) without a dictionary")
                }
                let bytes = row.blob(2)
                let codes = bytes.withUnsafeBytes { raw in
                    (0..<(bytes.count / 4)).map {
                        UInt32(littleEndian: raw.loadUnaligned(fromByteOffset: 4 * $0, as: UInt32.self))
                    }
                }
                guard codes.allSatisfy({ $0 <= dictionary.count }) else {
                    throw StoreError.corrupt(path: path, what: "facet \(row.text(0)) with codes beyond its dictionary")
                }
                columns.append(FacetColumn(name: row.text(0), dictionary: dictionary, codes: codes))
            }
        return columns
    }

    /// Writes a facet of a benchmark, replacing what was there.
    public func replace(_ facet: FacetColumn, benchmark: Int) throws {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(4 * facet.codes.count)
        for code in facet.codes { withUnsafeBytes(of: code.littleEndian) { bytes.append(contentsOf: $0) } }
        try statement("INSERT OR REPLACE INTO facets (benchmark, name, dictionary, codes) VALUES (?,?,?,?)").run(
            .integer(benchmark), .text(facet.name), .text(try Self.encode(facet.dictionary)), .blob(bytes))
    }

    private func identifier(of name: String, in table: String) throws -> Int {
        if let known = try statement("SELECT id FROM \(table) WHERE name = ?").first(
            .text(name), body: { $0.integer(0) })
        {
            return known
        }
        try statement("INSERT INTO \(table) (name) VALUES (?)").run(.text(name))
        return Int(database.lastInsertedRow)
    }
}
