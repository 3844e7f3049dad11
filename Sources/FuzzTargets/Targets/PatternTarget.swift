import Readers

/// A pattern for paths in the first line, and the names of files in the others.
enum PatternTarget {
    static let pattern = FuzzTarget("pattern") { input in
        let lines = input.prefix(600).split(separator: 0x0A).map { String(decoding: $0, as: UTF8.self) }
        guard let pattern = lines.first else { return }
        let folder = try FuzzFolder(
            FuzzFiles(Array(lines.dropFirst().map { "=== \($0)\n{\"id\": 1, \"prediction\": \"A\"}\n" }.joined().utf8)))
        for path in [folder.path + "/" + pattern.replacing("..", with: ""), folder.path] {
            let listing = LogFinder().find([LogRequest(path: path, runner: "generic")])
            for problem in listing.problems { try CheckingSink.check(problem, below: folder.path) }
            try BrokenPromise.unless(
                listing.logs.allSatisfy { $0.path.hasPrefix(folder.path) }, "a pattern finds files elsewhere")
        }
    }
}
