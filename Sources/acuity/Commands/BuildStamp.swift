import Foundation
import Readers
import Report
import WholeFiles

/// What a build is made from, and what the last one made, by the sizes and times of files: a build of the same inputs whose
/// outputs are still there has nothing to do.
///
/// No byte is read, as `make` and `git status` do. A file that was changed without changing its size or its time is not
/// noticed; touching it, or removing `.acuity-build`, makes everything anew.
struct BuildStamp {
    /// A file or a folder as it stands.
    struct FileState: Codable, Equatable {
        var path: String
        var bytes: Int
        /// The time of the last change in nanoseconds since 1970.
        var changed: Int
    }

    /// What is kept of a build.
    struct Build: Codable {
        /// What the command line and the program say.
        var settings: [String]
        var inputs: [FileState]
        /// Files beside the logs that readers looked at, wherever they lie.
        var sidecars: [FileState]
        var outputs: [FileState]
        var said: [Console.Said]
    }

    private static let name = ".acuity-build"

    private let settings: [String]
    private let inputs: [FileState]?

    /// Looks at the inputs before they are read, so that what changes while they are is noticed the next time.
    init(_ invocation: Invocation, input: StudyInput, workspace: Workspace, templates: URL) {
        settings = Self.settings(invocation)
        // Images of items are read one by one when the site is made.
        let hasImages = input.study.benchmarks.contains { $0.images.map { !$0.contains("://") } ?? false }
        var roots = input.requests.map { Self.root($0.path) } + [templates.path]
        if let file = input.study.file { roots.append(file) }
        roots.append(Bundle.main.executablePath ?? CommandLine.arguments[0])
        inputs = hasImages ? nil : Self.states(below: roots, leaving: [workspace.results.path, workspace.site.path])
    }

    /// What is kept of the last build, if it was made from the same and all that it made is there; else why not.
    func lastBuild(in workspace: Workspace) -> (build: Build?, difference: String?) {
        guard let inputs else { return (nil, "images of items are looked at each time") }
        guard let data = try? Data(contentsOf: workspace.results.appending(path: Self.name)),
            let build = try? JSONDecoder().decode(Build.self, from: data)
        else { return (nil, "nothing is known of a build before") }
        if build.settings != settings { return (nil, "the command line, the folder or Acuity is another") }
        let pairs = [
            ("input", build.inputs, inputs),
            ("file beside a log", build.sidecars, Self.states(of: build.sidecars.map(\.path))),
            ("output", build.outputs, outputs(workspace)),
        ]
        for (what, before, now) in pairs where before != now {
            return (nil, "\(what) \(Self.firstDifference(before, now))")
        }
        return (build, nil)
    }

    private static func firstDifference(_ before: [FileState], _ now: [FileState]) -> String {
        let known = Dictionary(before.map { ($0.path, $0) }) { first, _ in first }
        let present = Dictionary(now.map { ($0.path, $0) }) { first, _ in first }
        if let state = now.first(where: { known[$0.path] != $0 }) {
            let isThere = state.bytes >= 0
            return "\(state.path) \(known[state.path] == nil ? "is new" : isThere ? "has changed" : "is gone")"
        }
        return before.first { present[$0.path] == nil }.map { "\($0.path) is gone" } ?? "changed its place"
    }

    /// Keeps what the build was made from. Without it the next build is made anew, so that a failure to write is none.
    func keep(in workspace: Workspace, logs: [Log], said: [Console.Said]) {
        guard let inputs else { return }
        let sidecars = Set(logs.flatMap { $0.sidecars.map(\.path) + $0.parts.map(\.url.path) }).sorted()
        let build = Build(
            settings: settings, inputs: inputs, sidecars: Self.states(of: sidecars), outputs: outputs(workspace),
            said: said)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        try? WholeFile.write(encoder.encode(build), to: workspace.results.appending(path: Self.name))
    }

    private func outputs(_ workspace: Workspace) -> [FileState] {
        // SQLite writes to the store when it is closed, so that only its being there can be looked at.
        let hasStore = FileManager.default.fileExists(atPath: workspace.storePath)
        return Self.states(below: [workspace.site.path], leaving: [])
            + Self.states(of: [workspace.findingsURL.path])
            + [FileState(path: workspace.storePath, bytes: hasStore ? 0 : -1, changed: 0)]
    }

    private static func settings(_ invocation: Invocation) -> [String] {
        let options: [OptionDefinition] = [.output, .study, .runner, .model, .benchmark, .templates]
        return [Program.version, FileManager.default.currentDirectoryPath] + invocation.arguments
            + options.map { "\($0.name)=\(invocation.value($0) ?? "")" }
    }

    /// The part of a pattern before its first sign, which names a folder; a path is its own.
    private static func root(_ path: String) -> String {
        guard !FileManager.default.fileExists(atPath: path), let sign = path.firstIndex(where: { "*?[{".contains($0) })
        else { return path }
        let folder = path[..<sign].lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
        return folder.isEmpty ? "/" : folder
    }

    /// The files and folders at and below some paths, in the order of their names.
    private static func states(below roots: [String], leaving left: [String]) -> [FileState] {
        let left = Set(left.map { URL(fileURLWithPath: $0).standardizedFileURL.path })
        var walk = FolderStates(leaving: left)
        for root in Set(roots).sorted() { walk.visit(root) }
        return walk.states.map(FileState.init)
    }

    private static func states(of paths: [String]) -> [FileState] {
        paths.map { FileState(FolderStates.State($0)) }
    }
}

extension BuildStamp.FileState {
    fileprivate init(_ state: FolderStates.State) {
        self.init(path: state.path, bytes: state.bytes, changed: state.changed)
    }
}
