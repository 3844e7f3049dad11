import Foundation

/// The commands that are disturbed, on one study.
public struct Scenarios {
    private let root: URL
    private let program: Program

    /// - Parameter root: a folder for all that is made; it must be there.
    public init(in root: URL, program: Program) {
        self.root = root
        self.program = program
    }

    private func folder(_ name: String) -> URL { root.appending(path: name) }
    private var build: [String] { program.withTemplates(["build", "study.toml", "--quiet"]) }

    /// A study that was built.
    private func built(_ name: String) throws -> FaultStudy {
        let study = try FaultStudy(in: folder(name))
        try Scenario.succeed(build, in: study.folder, program)
        return study
    }

    /// The first build of a study.
    public func firstBuild() throws -> Scenario {
        try Scenario("build, first", in: FaultStudy(in: folder("first")).folder, build, program: program)
    }

    /// A build that fills the store anew, as a log says other things of its items.
    public func refill() throws -> Scenario {
        let study = try built("refill")
        try study.changeFirstLog()
        return try Scenario("build, store filled anew", in: study.folder, build, program: program)
    }

    /// Logs to a store, which a build then completes.
    public func ingest() throws -> Scenario {
        let study = try FaultStudy(in: folder("ingest"))
        return try Scenario(
            "ingest", in: study.folder, ["ingest", "study.toml", "--quiet"], completion: [build], program: program)
    }

    /// A study of which the store has a log more than what was made of it.
    private func grown(_ name: String) throws -> FaultStudy {
        let study = try FaultStudy(in: folder(name))
        try study.withoutLastLog { try Scenario.succeed(build, in: study.folder, program) }
        try Scenario.succeed(["ingest", "study.toml", "--quiet"], in: study.folder, program)
        return study
    }

    /// Analysis of a store that has changed since its findings were made.
    public func analyze() throws -> Scenario {
        let study = try grown("analyze")
        return try Scenario("analyze", in: study.folder, ["analyze", "study.toml", "--quiet"], program: program)
    }

    /// A site in the place of an older one.
    public func site() throws -> Scenario {
        let study = try grown("site")
        try Scenario.succeed(["analyze", "study.toml", "--quiet"], in: study.folder, program)
        return try Scenario(
            "site", in: study.folder, program.withTemplates(["site", "--quiet"]), program: program)
    }

    /// Summaries that are merged in the place of an older store.
    public func merge() throws -> Scenario {
        let study = try built("merge")
        try study.changeFirstLog()
        for part in 1...2 {
            try Scenario.succeed(
                ["summarize", "study.toml", "--shard", "\(part)/2", "--out", "parts/\(part).summary", "--quiet"],
                in: study.folder, program)
        }
        return try Scenario(
            "merge", in: study.folder, ["merge", "parts", "--study", "study.toml", "--quiet"], program: program)
    }

    /// Commands that write files in the place of older ones.
    public func outputs() throws -> [Scenario] {
        try [
            summarize(),
            output(["figures", "leaderboard", "--quiet"], rebuilds: true),
            output(["tables", "--format", "latex,csv", "--quiet"], rebuilds: true),
            output(["export", "study.toml", "--output", "exported", "--quiet"]),
            comparison(),
        ]
    }

    /// A summary in the place of an older one.
    public func summarize() throws -> Scenario {
        try output(["summarize", "study.toml", "--out", "all.summary", "--quiet"])
    }

    /// - Parameter rebuilds: whether the command shows the findings, which must then change too.
    private func output(_ command: [String], rebuilds: Bool = false) throws -> Scenario {
        let study = try built("output-\(command[0])")
        try Scenario.succeed(command, in: study.folder, program)
        try study.changeFirstLog()
        if rebuilds { try Scenario.succeed(build, in: study.folder, program) }
        return try Scenario(command[0], in: study.folder, command, program: program)
    }

    /// A log against itself, with reports of an older comparison.
    private func comparison() throws -> Scenario {
        let study = try FaultStudy(in: folder("output-compare"))
        guard let log = study.logs.first else { throw FaultStudy.NoFirstLog() }
        let command = ["compare", log, "again=\(log)", "--report", "markdown=gate.md,junit=gate.xml", "--quiet"]
        try Scenario.succeed(command + ["--margin", "0.2"], in: study.folder, program)
        return try Scenario("compare --report", in: study.folder, command, program: program)
    }
}
