import Foundation

/// Damaged stores: a clear error, or the right bytes; and the right bytes once the store is removed, as the error says.
extension ScenarioFaults {
    /// - Parameter places: how many random places are tried for damages that may be anywhere.
    public func damageStores(places: Int, seed: UInt64) throws {
        var rounds: [(StoreDamage, UInt64)] = []
        for damage in StoreDamage.allCases {
            rounds += (0..<(damage.isRandom ? places : 1)).map { (damage, seed &+ UInt64($0)) }
        }
        try concurrently(rounds) { damage, seed in
            table.enter(try round(damage, seed: seed), of: "store: \(damage.name)", at: "seed \(seed)")
        }
    }

    func round(_ damage: StoreDamage, seed: UInt64) throws -> Outcome {
        let copy = try Scenario.copy(scenario.folder)
        defer { try? FileManager.default.removeItem(at: copy) }
        var random = SeededGenerator(seed: seed)
        try damage.apply(to: copy, &random)
        let store = copy.appending(path: "results/acuity.sqlite")
        let bytes = FileManager.default.contents(atPath: store.path)
        let ending = try program.run(scenario.command, in: copy)
        var judge = EndingJudge(ending, mayBeKilled: false)
        if ending.code == 0 {
            judge.expect(!damage.isRefused) { "not refused" }
            let differences = FolderContent(copy).differences(from: scenario.after)
            judge.expect(differences.isEmpty) { "other bytes in silence: \(differences.prefix(3))" }
        } else {
            judge.expect(ending.messages.contains("acuity.sqlite")) { "the store is not named: \(ending.messages)" }
            judge.expect(FolderContent(copy).differences(from: scenario.before).isEmpty) { "outputs were changed" }
        }
        if damage.isRefused {
            judge.expect(FileManager.default.contents(atPath: store.path) == bytes) { "the refused file was changed" }
        }
        // As the message says; and damage where the command did not read is there still.
        if ending.code != 0 || damage.isRandom {
            for suffix in ["", "-wal", "-shm", "-journal"] {
                try? FileManager.default.removeItem(atPath: store.path + suffix)
            }
            try Scenario.succeed(["ingest", "study.toml", "--quiet"], in: copy, program)
        }
        try scenario.complete(copy, program, &judge)
        return judge.outcome
    }
}
