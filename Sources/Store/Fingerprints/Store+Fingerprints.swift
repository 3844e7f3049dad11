import SQLite

extension Store {
    /// Fingerprints as they stand, as stores had them up to the eighth form of the schema.
    private static let plainForm = 0
    /// Packed, as far as they differ from what the benchmark's first run says of the items.
    private static let packedForm = 1

    /// Writes the fingerprint of a run. Call within the transaction of the run.
    public func insert(_ fingerprint: RunFingerprint, run: Int) throws {
        let benchmark = try benchmarkIdentifier(ofRun: run)
        var base = try fingerprintBase(benchmark: benchmark)
        if base.learn(fingerprint) {
            try statement("INSERT OR REPLACE INTO item_fingerprints (benchmark, items) VALUES (?,?)")
                .run(.integer(benchmark), .blob(Packed.encode(base.items.encoded)))
            fingerprintBases[benchmark] = base
        }
        try statement("INSERT OR REPLACE INTO fingerprints (run, items, form) VALUES (?,?,?)").run(
            .integer(run), .blob(Packed.encode(base.coded(fingerprint).encoded)), .integer(Self.packedForm))
    }

    /// The fingerprint of a run; an empty one if the run was ingested before there were any.
    public func fingerprint(run: Int) throws -> RunFingerprint {
        let row = try statement("SELECT items, form FROM fingerprints WHERE run = ?").first(.integer(run)) {
            (bytes: $0.blob(0), form: $0.integer(1))
        }
        guard let row else { return RunFingerprint() }
        if row.form == Self.plainForm { return try known(RunFingerprint(encoded: row.bytes)) }
        let coded = try known(Packed.decode(row.bytes).flatMap { RunFingerprint(encoded: $0) })
        return try fingerprintBase(benchmark: benchmarkIdentifier(ofRun: run)).decoded(coded)
    }

    private func fingerprintBase(benchmark: Int) throws -> FingerprintBase {
        if let known = fingerprintBases[benchmark] { return known }
        let bytes = try statement("SELECT items FROM item_fingerprints WHERE benchmark = ?")
            .first(.integer(benchmark)) { $0.blob(0) }
        let items = try bytes.map { try known(Packed.decode($0).flatMap { RunFingerprint(encoded: $0) }) }
        let base = FingerprintBase(items: items ?? RunFingerprint())
        fingerprintBases[benchmark] = base
        return base
    }

    private func known(_ fingerprint: RunFingerprint?) throws -> RunFingerprint {
        guard let fingerprint else {
            throw StoreError.corrupt(path: path, what: "a fingerprint of unknown form")
        }
        return fingerprint
    }
}
