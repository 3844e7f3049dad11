import Foundation

/// The program `acuity` that was built beside this one.
struct AcuityProgram {
    let path: String

    /// - Throws: `ComparatorError` if it is not there.
    init() throws {
        let program = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
            .appending(path: "acuity")
        guard FileManager.default.isExecutableFile(atPath: program.path) else {
            throw ComparatorError(
                program: "acuity", said: "not there; build it: swift build -c release --product acuity")
        }
        path = program.path
    }

    /// The fastest of several runs of a command; what it tells of its progress is kept off the terminal.
    func best(of repeats: Int = 3, _ arguments: [String], before: () throws -> Void = {}) throws -> MeasuredProcess {
        try MeasuredProcess.best(of: repeats, [path] + arguments, before: before)
    }

    /// The bytes of a store with what SQLite keeps beside it.
    static func storeBytes(in output: URL) -> Int {
        ["acuity.sqlite", "acuity.sqlite-wal"].reduce(0) { sum, name in
            sum + fileBytes(output.appending(path: "results").appending(path: name))
        }
    }
}

/// The size of a file; 0 if it is not there.
func fileBytes(_ url: URL) -> Int {
    (try? FileManager.default.attributesOfItem(atPath: url.path)[.size] as? Int) ?? 0
}

/// The regular files below a folder, in the order of their paths.
func filesBelow(_ folder: URL) -> [URL] {
    let walk = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: [.isRegularFileKey])
    var files: [URL] = []
    while let url = walk?.nextObject() as? URL {
        if (try? url.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile) == true { files.append(url) }
    }
    return files.sorted { $0.path < $1.path }
}
