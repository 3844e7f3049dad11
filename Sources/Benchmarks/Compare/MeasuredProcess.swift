import Foundation

/// One run of a program from its start to its end.
struct MeasuredProcess {
    /// By the clock.
    var seconds: Double
    /// The most memory that it held at a time, in bytes.
    var peakBytes: Int
    var status: Int32
    var output: Data

    /// Runs a program; what it says on standard error is shown.
    ///
    /// `Foundation.Process` does not tell what one child took, so that the child is started and awaited here.
    ///
    /// - Parameter arguments: The program's path or name, then its arguments.
    /// - Throws: `ComparatorError` if it cannot be started.
    static func run(_ arguments: [String]) throws -> MeasuredProcess {
        let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).out")
        defer { try? FileManager.default.removeItem(at: file) }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, file.path, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        let copies = arguments.map { strdup($0) } + [nil]
        defer { copies.forEach { free($0) } }
        let clock = ContinuousClock()
        let begun = clock.now
        var child = pid_t()
        let failure = posix_spawnp(&child, arguments[0], &actions, nil, copies, environ)
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
        return MeasuredProcess(
            seconds: Double(time.seconds) + Double(time.attoseconds) * 1e-18,
            // In kilobytes on Linux.
            peakBytes: usage.ru_maxrss * 1024,
            // The exit code; a signal counts as a failure.
            status: status & 0x7F == 0 ? status >> 8 & 0xFF : -1, output: (try? Data(contentsOf: file)) ?? Data())
    }
}
