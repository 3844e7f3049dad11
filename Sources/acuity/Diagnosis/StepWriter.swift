import Foundation

/// Tells what a command does, step by step: to standard error with `--verbose`, into a file with `--log`.
final class StepWriter {
    private let log: LogFile?
    private let isVerbose: Bool
    private let clock: Stopwatch
    private var last = 0.0

    init(isVerbose: Bool, log: LogFile?, clock: Stopwatch) {
        self.isVerbose = isVerbose
        self.log = log
        self.clock = clock
    }

    /// A step that is done, with the seconds since the command began and since the step before it.
    ///
    /// - Returns: The line for standard error, or nil.
    func step(_ text: String) -> String? {
        log?.write(.step, text)
        guard isVerbose else { return nil }
        let now = clock.seconds
        defer { last = now }
        // A name with a line feed must not make a line of its own.
        return "[\(Self.fixed(now)) +\(Self.fixed(now - last))] "
            + Console.safe(text).replacing("\n", with: "\\n")
    }

    /// What was said in other ways.
    func note(_ kind: LogFile.Kind, _ text: String) { log?.write(kind, text) }

    private static func fixed(_ seconds: Double) -> String {
        String(format: "%.3f", locale: Locale(identifier: "en_US_POSIX"), seconds)
    }
}
