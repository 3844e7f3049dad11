import Foundation

/// A command that is to be disturbed: the folder before it, and what it makes of it when nothing happens.
public struct Scenario: Sendable {
    /// What is done, such as `build, store filled anew`.
    public let name: String
    /// The folder in which the command is run; rounds run in copies of it.
    public let folder: URL
    /// The command with its arguments.
    public let command: [String]
    /// The commands that complete what was disturbed.
    public let completion: [[String]]
    /// What the folder holds before the command, after it, and after the completion.
    let before: FolderContent
    let after: FolderContent
    let completed: FolderContent
    /// What the store says at the end; nil if there is none.
    let store: [String]?
    /// How many logs the store has before.
    let sourcesBefore: Int
    /// How long the command takes, in seconds.
    public let seconds: Double

    /// Runs the command undisturbed in a copy of a folder, and learns what it makes.
    ///
    /// - Parameter completion: the commands that complete what was disturbed; nil for the command itself.
    /// - Throws: `ScenarioProblem` if a command fails undisturbed.
    init(
        _ name: String, in folder: URL, _ command: [String], completion: [[String]]? = nil, program: Program
    ) throws {
        self.name = name
        self.folder = folder
        self.command = command
        self.completion = completion ?? [command]
        let copy = try Scenario.copy(folder)
        defer { try? FileManager.default.removeItem(at: copy) }
        before = FolderContent(copy)
        sourcesBefore = try StoreContent.inspect(copy) { try $0.sources().count } ?? 0
        let start = ContinuousClock.now
        try Self.succeed(command, in: copy, program)
        seconds = (ContinuousClock.now - start) / .seconds(1)
        after = FolderContent(copy)
        for command in self.completion { try Self.succeed(command, in: copy, program) }
        completed = FolderContent(copy)
        store = try StoreContent.inspect(copy) { try StoreContent.lines($0, hasNumbers: false) }
    }

    /// A copy of a folder, for one round.
    static func copy(_ folder: URL) throws -> URL {
        let copy = folder.deletingLastPathComponent().appending(path: "round-\(UUID().uuidString)")
        try FileManager.default.copyItem(at: folder, to: copy)
        return copy
    }

    /// - Throws: `ScenarioProblem` if the command fails.
    static func succeed(_ command: [String], in folder: URL, _ program: Program) throws {
        let ending = try program.run(command, in: folder)
        guard ending.code == 0 else { throw ScenarioProblem(command: command, ending: ending) }
    }
}

/// A command failed although nothing disturbed it.
public struct ScenarioProblem: Error, CustomStringConvertible {
    let command: [String]
    let ending: Program.Ending

    /// The command and how it ended.
    public var description: String { "`acuity \(command.joined(separator: " "))` failed undisturbed: \(ending)" }
}
