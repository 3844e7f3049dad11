import Foundation

/// Several commands on one folder at the same time.
extension ScenarioFaults {
    private var build: [String] { scenario.command }

    /// The commands that are started together.
    private var groups: [(name: String, commands: [[String]])] {
        let ingest = ["ingest", "study.toml"]
        return [
            ("build, build", [build, build]),
            ("4 builds", [build, build, build, build]),
            ("build, site", [build, program.withTemplates(["site"])]),
            ("ingest, analyze", [ingest, ["analyze", "study.toml"]]),
            ("ingest, ingest, build", [ingest, ingest, build]),
            ("build, analyze, site", [build, ["analyze", "study.toml"], program.withTemplates(["site"])]),
        ]
    }

    /// - Parameters:
    ///   - times: how often each group is started, with other pauses between its commands.
    ///   - names: the groups; nil for all.
    public func runTogether(times: Int, seed: UInt64, only names: Set<String>? = nil) throws {
        var random = SeededGenerator(seed: seed)
        for group in groups where names?.contains(group.name) ?? true {
            for number in 0..<times {
                let pauses = group.commands.map { _ in random.fraction() * scenario.seconds / 2 }
                table.enter(
                    try round(group.commands, pauses: pauses), of: "at the same time: \(group.name)", at: "\(number)")
            }
        }
        for number in 0..<times where names == nil {
            let outcome = try watched(pause: random.fraction() * scenario.seconds)
            table.enter(outcome, of: "at the same time: site --watch, build", at: "\(number)")
        }
    }

    func round(_ commands: [[String]], pauses: [Double]) throws -> Outcome {
        let copy = try Scenario.copy(scenario.folder)
        defer { try? FileManager.default.removeItem(at: copy) }
        let runs = try zip(commands, pauses).map { command, pause in
            let run = try program.start(command, in: copy)
            usleep(useconds_t(pause * 1_000_000))
            return run
        }
        var outcome = Outcome(end: .unharmed, defects: [])
        for (run, command) in zip(runs, commands) {
            let judged = EndingJudge(run.wait(), mayBeKilled: false).outcome
            outcome.defects += judged.defects.map { "\(command[0]): \($0)" }
            if judged.end == .error { outcome.end = .error }
        }
        return try completed(outcome, copy)
    }

    private func watched(pause: Double) throws -> Outcome {
        let copy = try Scenario.copy(scenario.folder)
        defer { try? FileManager.default.removeItem(at: copy) }
        let watch = try program.start(program.withTemplates(["site", "--watch"]), in: copy)
        usleep(useconds_t(pause * 1_000_000))
        let ending = try program.run(build, in: copy)
        usleep(300_000)
        watch.signal(SIGTERM)
        var outcome = EndingJudge(ending, mayBeKilled: false).outcome
        outcome.defects += EndingJudge(watch.wait(), mayBeKilled: false).outcome.defects.map { "watch: \($0)" }
        return try completed(outcome, copy)
    }

    private func completed(_ outcome: Outcome, _ copy: URL) throws -> Outcome {
        var judge = EndingJudge(Program.Ending(code: 0, signal: nil, messages: ""), mayBeKilled: false)
        try scenario.complete(copy, program, &judge)
        var outcome = outcome
        outcome.defects += judge.outcome.defects
        return outcome
    }
}
