import Foundation

/// One run of a program from its start to its end.
struct MeasuredProcess: Codable {
    /// By the clock.
    var seconds: Double
    /// Of the processor, by the program and the system, on all cores.
    var processorSeconds: Double
    /// The most memory that it held at a time, in bytes. Below about 26 MB it is that of the process that started it.
    var peakBytes: Int
    /// The exit code; a signal counts as −1.
    var status: Int32
    /// What it printed; not kept by the process that measures.
    var output = Data()

    private enum CodingKeys: CodingKey {
        case seconds, processorSeconds, peakBytes, status
    }

    /// Runs a program; what it says on standard error is shown.
    ///
    /// It is started by a fresh process of this program: Linux counts the peak of the starter's memory as the child's, and
    /// this process may have held gigabytes.
    ///
    /// - Parameter arguments: The program's path or name, then its arguments.
    /// - Throws: `ComparatorError` if it cannot be started.
    static func run(_ arguments: [String]) throws -> MeasuredProcess {
        let place = FileManager.default.temporaryDirectory.appending(path: "\(UUID())")
        let (report, output) = (place.appendingPathExtension("json"), place.appendingPathExtension("out"))
        defer { for file in [report, output] { try? FileManager.default.removeItem(at: file) } }
        let starter = Process()
        starter.executableURL = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
        starter.arguments = ["--measure", report.path] + arguments
        try Data().write(to: output)
        starter.standardOutput = try FileHandle(forWritingTo: output)
        try starter.run()
        starter.waitUntilExit()
        guard starter.terminationStatus == 0 else {
            throw ComparatorError(program: arguments[0], said: "could not be started")
        }
        var measured = try JSONDecoder().decode(MeasuredProcess.self, from: Data(contentsOf: report))
        measured.output = try Data(contentsOf: output)
        return measured
    }

    /// The fastest of several runs.
    ///
    /// - Parameter accepted: exit codes that are no failure.
    /// - Throws: `ComparatorError` if a run fails.
    static func best(
        of repeats: Int = 3, _ arguments: [String], accepted: Set<Int32> = [0], before: () throws -> Void = {}
    ) throws -> MeasuredProcess {
        let runs = try (0..<repeats).map { _ in
            try before()
            return try run(arguments)
        }
        guard runs.allSatisfy({ accepted.contains($0.status) }), let best = runs.min(by: { $0.seconds < $1.seconds })
        else { throw ComparatorError(program: arguments[0], said: "exit code \(runs.map(\.status))") }
        return best
    }

    /// Runs a program as the child of this process, which is a fresh one, and writes what it took.
    ///
    /// `Foundation.Process` does not tell what one child took, so that the child is started and awaited here.
    static func measure(_ arguments: [String], report: String) throws {
        let copies = arguments.map { strdup($0) } + [nil]
        defer { copies.forEach { free($0) } }
        let clock = ContinuousClock()
        let begun = clock.now
        var child = pid_t()
        let failure = posix_spawnp(&child, arguments[0], nil, nil, copies, environ)
        guard failure == 0 else {
            throw ComparatorError(program: arguments[0], said: String(cString: strerror(failure)))
        }
        var status: Int32 = 0
        var usage = rusage()
        while wait4(child, &status, 0, &usage) < 0 {
            guard errno == EINTR else {
                throw ComparatorError(program: arguments[0], said: String(cString: strerror(errno)))
            }
        }
        let time = (clock.now - begun).components
        let processor = [usage.ru_utime, usage.ru_stime].reduce(0) {
            $0 + Double($1.tv_sec) + Double($1.tv_usec) * 1e-6
        }
        let measured = MeasuredProcess(
            seconds: Double(time.seconds) + Double(time.attoseconds) * 1e-18, processorSeconds: processor,
            // In kilobytes on Linux.
            peakBytes: usage.ru_maxrss * 1024,
            status: status & 0x7F == 0 ? status >> 8 & 0xFF : -1)
        try JSONEncoder().encode(measured).write(to: URL(filePath: report))
    }
}
