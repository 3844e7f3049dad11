import Foundation
import Store

/// Logs that another program alters while they are read: what is stored under a hash must be what was read.
public struct AlteredLogs: Sendable {
    private let program: Program
    private let table: FaultTable
    private let study: FaultStudy
    private let scenario: Scenario

    /// - Parameter folder: a folder for a study, which is made.
    public init(in folder: URL, program: Program, table: FaultTable) throws {
        self.program = program
        self.table = table
        study = try FaultStudy(in: folder)
        scenario = try Scenario(
            "ingest", in: folder, ["ingest", "study.toml", "--quiet"],
            program: program)
    }

    /// Alters each log at so many of the calls that read it.
    ///
    /// - Parameter endings: the logs' names end with one of these.
    public func alter(places most: Int, endings: [String] = [""], seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        var rounds: [(log: String, alteration: SystemFault.Alteration, place: Int)] = []
        for log in study.logs where endings.contains(where: log.hasSuffix) {
            let calls = try calls(of: log)
            for alteration in SystemFault.Alteration.allCases {
                rounds += random.places(most, of: calls).map { (log, alteration, $0) }
            }
        }
        try concurrently(rounds) { log, alteration, place in
            let outcome = try round(log, alteration, at: place)
            table.enter(outcome, of: "log while it is read: \(alteration.rawValue)", at: "\(log), call \(place)")
        }
    }

    private func calls(of log: String) throws -> Int {
        let copy = try Scenario.copy(scenario.folder)
        defer { try? FileManager.default.removeItem(at: copy) }
        let report = copy.appending(path: "results.calls")
        _ = try program.run(
            scenario.command, in: copy, fault: SystemFault(.count, calls: .read), below: copy.appending(path: log),
            report: report)
        return try Data(contentsOf: report).count { $0 == 0x0A }
    }

    func round(_ log: String, _ alteration: SystemFault.Alteration, at place: Int) throws -> Outcome {
        let copy = try Scenario.copy(scenario.folder)
        defer { try? FileManager.default.removeItem(at: copy) }
        // The answers of another model to the same items, in a file of the same form.
        let other = copy.appending(path: "other")
        let logs = study.logs
        let neighbour = logs.first { $0 != log && folder(of: $0) == folder(of: log) } ?? log
        try FileManager.default.copyItem(at: copy.appending(path: neighbour), to: other)
        let ending = try program.run(
            scenario.command, in: copy, fault: SystemFault(.alter(alteration), calls: .read, at: place),
            below: copy.appending(path: log), other: other)
        var judge = EndingJudge(ending, mayBeKilled: false)
        try expectHonesty(of: copy, undisturbed: scenario.folder, log, &judge)
        try complete(copy, &judge)
        return judge.outcome
    }

    private func folder(of log: String) -> String { (log as NSString).deletingLastPathComponent }

    /// Each source says what the file with its hash says, whether that is the log as it was or as it became.
    private func expectHonesty(of copy: URL, undisturbed: URL, _ log: String, _ judge: inout EndingJudge) throws {
        do {
            let found = try StoreContent.inspect(copy, StoreContent.sources) ?? [:]
            for source in [undisturbed, copy] {
                let fresh = try ingested(source)
                for (path, known) in fresh where found[path]?.sha256 == known.sha256 {
                    judge.expect(found[path]?.predictions == known.predictions) {
                        "\(path): another content than its hash's"
                    }
                }
            }
        } catch {
            judge.note("the store cannot be read: \(error)")
        }
    }

    /// What a store says that is filled undisturbed with the logs of a folder.
    private func ingested(_ folder: URL) throws -> [String: (sha256: String, predictions: [String])] {
        let fresh = try Scenario.copy(folder)
        defer { try? FileManager.default.removeItem(at: fresh) }
        try? FileManager.default.removeItem(at: fresh.appending(path: "results"))
        _ = try program.run(scenario.command, in: fresh)
        return try StoreContent.inspect(fresh, StoreContent.sources) ?? [:]
    }

    /// Run again, the command makes of what there is now what it makes in a new folder.
    private func complete(_ copy: URL, _ judge: inout EndingJudge) throws {
        let fresh = try Scenario.copy(copy)
        defer { try? FileManager.default.removeItem(at: fresh) }
        try? FileManager.default.removeItem(at: fresh.appending(path: "results"))
        for command in scenario.completion {
            let (again, new) = (try program.run(command, in: copy), try program.run(command, in: fresh))
            judge.expect(again.code == new.code) { "run again: \(again), in a new folder: \(new)" }
        }
        do {
            let lines = try [copy, fresh].map { folder in
                try StoreContent.inspect(folder, StoreContent.sources)?.mapValues { [$0.sha256] + $0.predictions }
            }
            judge.expect(lines[0] == lines[1]) { "run again, another store" }
        } catch {
            judge.note("run again, the store is not whole: \(error)")
        }
    }
}
