import Foundation

/// Faults of the place in which a command works: no room, no permission, another time.
extension ScenarioFaults {
    /// The clock is set back or ahead, before the command or in the midst of it: nothing may depend on it.
    public func setClocks(times: Int) throws {
        let (day, century) = (86_400, 3_155_760_000)
        var rounds: [(Int, Int)] = []
        for seconds in [-day, day, -century / 4, century] { rounds += (0..<times).map { (seconds, 1 + 7 * $0) } }
        try concurrently(rounds) { seconds, place in
            let outcome = try scenario.round(SystemFault(.clock(seconds: seconds), at: place), program: program)
            table.enter(
                outcome, of: "\(scenario.name): clock set \(seconds < 0 ? "back" : "ahead")",
                at: "\(seconds) s, \(place)")
        }
    }

    /// A file system that is too small, in steps up to one that is large enough.
    ///
    /// - Returns: why it could not be tried, or nil.
    public func fillDisks(steps: Int) throws -> String? {
        guard geteuid() == 0 else { return "only root may mount a small file system" }
        for step in 1...steps {
            let place = scenario.folder.deletingLastPathComponent().appending(path: "disk-\(step)")
            try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
            defer { try? FileManager.default.removeItem(at: place) }
            let pages = step * 48
            guard mount("tmpfs", place.path, options: "size=\(pages * 4096)") else {
                return "a tmpfs could not be mounted"
            }
            defer { _ = Self.system("/bin/umount", [place.path]) }
            table.enter(try full(place, step: step), of: "\(scenario.name): small tmpfs", at: "\(pages) pages")
        }
        return nil
    }

    private func full(_ place: URL, step: Int) throws -> Outcome {
        let inputs = try Scenario.copy(scenario.folder)
        defer { try? FileManager.default.removeItem(at: inputs) }
        let ending = try program.run(scenario.command + ["--output", place.path], in: inputs)
        var judge = EndingJudge(ending, mayBeKilled: false)
        let found = FolderContent(place)
        judge.expect(
            found.torn(between: FolderContent(inputs, without: ["logs", "study.toml"]), and: scenario.after).isEmpty
        ) {
            "torn"
        }
        // Room is made, and the command run again.
        guard Self.system("/bin/mount", ["-o", "remount,size=64m", place.path]) else { return judge.outcome }
        let again = try program.run(scenario.command + ["--output", place.path], in: inputs)
        judge.expect(again.code == 0) { "run again: \(again)" }
        let differences = FolderContent(place).differences(from: scenario.after)
        judge.expect(differences.isEmpty) { "run again, other bytes: \(differences.prefix(3))" }
        return judge.outcome
    }

    /// Folders that may not be written, as another user finds them.
    ///
    /// - Returns: why it could not be tried, or nil.
    public func makeReadOnly() throws -> String? {
        guard geteuid() == 0 else { return "only root may mount a folder read-only" }
        for name in ["", "results", "site"] {
            let copy = try Scenario.copy(scenario.folder)
            defer { try? FileManager.default.removeItem(at: copy) }
            let folder = name.isEmpty ? copy : copy.appending(path: name)
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            guard Self.system("/bin/mount", ["--bind", folder.path, folder.path]),
                Self.system("/bin/mount", ["-o", "remount,bind,ro", folder.path])
            else { return "a folder could not be mounted read-only" }
            let ending = try program.run(scenario.command, in: copy)
            let left = FolderContent(copy)
            guard Self.system("/bin/umount", [folder.path]) else { return "a folder could not be unmounted" }
            var judge = EndingJudge(ending, mayBeKilled: false)
            judge.expect(ending.code == EndingJudge.badInput) { "not refused: \(ending)" }
            judge.expect(left.torn(between: scenario.before, and: scenario.after).isEmpty) { "torn" }
            try scenario.complete(copy, program, &judge)
            table.enter(
                judge.outcome, of: "\(scenario.name): read-only folder", at: name.isEmpty ? "the output folder" : name)
        }
        return nil
    }

    private func mount(_ type: String, _ place: String, options: String) -> Bool {
        Self.system("/bin/mount", ["-t", type, "-o", options, type, place])
    }

    private static func system(_ program: String, _ arguments: [String]) -> Bool {
        let process = Process()
        process.executableURL = URL(filePath: program)
        process.arguments = arguments
        process.standardError = FileHandle.nullDevice
        guard (try? process.run()) != nil else { return false }
        process.waitUntilExit()
        return process.terminationStatus == 0
    }
}
