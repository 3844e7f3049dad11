import FaultInjection
import Foundation
import Testing

@Suite("damaged stores, altered logs, several commands at once", .serialized) struct DamageTests {
    @Test("a damaged store ends in a clear error or in the right bytes") func stores() throws {
        try Disturbed.folder { root, program, table in
            let scenario = try Scenarios(in: root, program: program).analyze()
            try ScenarioFaults(scenario, program: program, table: table).damageStores(places: 1, seed: 3)
        }
    }

    @Test("a log that is altered while it is read is stored as what was read, or not at all") func logs() throws {
        try Disturbed.folder { root, program, table in
            try AlteredLogs(in: root.appending(path: "study"), program: program, table: table)
                .alter(places: 1, endings: ["model-1.jsonl", "model-1.eval"], seed: 4)
        }
    }

    @Test("several commands at once end well, and what they leave is right") func together() throws {
        try Disturbed.folder { root, program, table in
            let scenario = try Scenarios(in: root, program: program).refill()
            try ScenarioFaults(scenario, program: program, table: table)
                .runTogether(times: 1, seed: 5, only: ["build, build", "ingest, analyze"])
        }
    }
}
