import Foundation

/// What came of one fault.
public struct Outcome: Sendable, Equatable {
    /// How the disturbed command ended.
    public enum End: String, Sendable, CaseIterable {
        case killed = "killed"
        case error = "clear error"
        case unharmed = "no harm"
    }

    /// How the disturbed command ended.
    public var end: End
    /// What is wrong; empty if the fault was survived.
    public var defects: [String]

    /// Whether nothing is wrong.
    public var isSurvived: Bool { defects.isEmpty }
}

extension Scenario {
    /// Lets a fault happen to the command in a copy of the folder, looks at what it left, completes it undisturbed, and
    /// looks at that.
    ///
    /// - Parameter seconds: when the command is killed, in the place of a fault of the system.
    public func round(_ fault: SystemFault?, killedAfter seconds: Double? = nil, program: Program) throws -> Outcome {
        let copy = try Self.copy(folder)
        defer { try? FileManager.default.removeItem(at: copy) }
        let ending = try program.run(command, in: copy, fault: fault, killedAfter: seconds)
        var judge = EndingJudge(ending, mayBeKilled: fault?.kills ?? true)
        let left = FolderContent(copy)
        // A log that cannot be read is told of, and the rest is analysed: findings that are neither old nor new.
        let mayBePartial = fault?.calls == .read && ending.code == EndingJudge.badInput
        if !mayBePartial {
            judge.expect(left.torn(between: before, and: after).isEmpty) {
                "torn: \(left.torn(between: before, and: after).prefix(3))"
            }
        }
        if ending.code == 0 {
            judge.expect(left.differences(from: after).isEmpty) { "ended well with other bytes" }
        }
        do {
            let sources = try StoreContent.inspect(copy) { try $0.sources().count } ?? 0
            judge.expect(sources >= sourcesBefore) { "a store of \(sources) logs, which had \(sourcesBefore)" }
        } catch {
            judge.note("the store is not whole: \(error)")
        }
        try complete(copy, program, &judge, mayHaveMore: mayBePartial)
        return judge.outcome
    }

    /// Completes what was disturbed, and looks whether it is as if nothing had been.
    ///
    /// - Parameter mayHaveMore: whether files may be there that an undisturbed run does not make: an export names files by
    ///   their content, and one that went on without a log has others.
    func complete(
        _ copy: URL, _ program: Program, _ judge: inout EndingJudge, mayHaveMore: Bool = false
    ) throws {
        for command in completion {
            let ending = try program.run(command, in: copy)
            judge.expect(ending.code == 0) { "`\(command[0])` run again: \(ending)" }
        }
        let found = FolderContent(copy)
        let differences = found.differences(from: completed).filter { !mayHaveMore || completed.files[$0] != nil }
        judge.expect(differences.isEmpty) { "run again, other bytes: \(differences.prefix(3))" }
        // Those of a summary may be another machine's.
        let left = found.hidden.filter { !$0.hasPrefix(".all.summary.") }
        judge.expect(left.isEmpty) { "left over: \(left.prefix(3))" }
        do {
            let lines = try StoreContent.inspect(copy) { try StoreContent.lines($0, hasNumbers: false) }
            judge.expect(lines == store) { "run again, another store" }
        } catch {
            judge.note("run again, the store is not whole: \(error)")
        }
    }

    /// How many calls the command makes that count.
    public func calls(_ calls: SystemFault.Calls, program: Program) throws -> Int {
        let copy = try Self.copy(folder)
        defer { try? FileManager.default.removeItem(at: copy) }
        let report = copy.appendingPathExtension("calls")
        defer { try? FileManager.default.removeItem(at: report) }
        let ending = try program.run(
            command, in: copy, fault: SystemFault(.count, calls: calls), report: report)
        guard ending.code == 0 else { throw ScenarioProblem(command: command, ending: ending) }
        return try Data(contentsOf: report).count { $0 == 0x0A }
    }
}
