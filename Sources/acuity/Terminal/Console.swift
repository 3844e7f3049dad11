import Foundation
import Report

/// Where a command speaks: results to standard output, messages and progress to standard error.
final class Console {
    let isQuiet: Bool
    /// Whether standard error is a terminal that understands control sequences.
    let isInteractive: Bool
    /// Whether standard output is a terminal that shows colours, and the user wants them.
    let usesColourInResults: Bool
    /// Tells each step, if the user asked for it.
    private let steps: StepWriter?
    private let usesColour: Bool
    private var progressIsShown = false
    /// The messages and warnings so far, without those that only tell how far the work is.
    private(set) var said: [Said] = []

    /// Something that was said, so that it can be said again.
    struct Said: Codable, Equatable {
        var isWarning: Bool
        var text: String
    }

    /// Says again what was said at another time.
    func `repeat`(_ earlier: [Said]) {
        for line in earlier { line.isWarning ? warning(line.text) : message(line.text) }
    }

    init(
        isQuiet: Bool, steps: StepWriter? = nil, environment: [String: String] = ProcessInfo.processInfo.environment
    ) {
        self.isQuiet = isQuiet
        self.steps = steps
        isInteractive = isatty(2) == 1 && environment["TERM"] != "dumb"
        let wantsColour = environment["TERM"] != "dumb" && (environment["NO_COLOR"] ?? "").isEmpty
        usesColour = isInteractive && wantsColour
        usesColourInResults = isatty(1) == 1 && wantsColour
    }

    /// Prints a result.
    func result(_ text: String) {
        clearProgress()
        StandardStream.write(text + "\n", to: .standardOutput)
    }

    /// Whether steps are told; for what takes work to put into words.
    var tellsSteps: Bool { steps != nil }

    /// Tells a step that is done, if the user asked for it; else the text is never made. It is made safe here.
    func step(_ text: @autoclosure () -> String) {
        if let line = steps?.step(text()) { write(line + "\n") }
    }

    /// Prints a message, unless the user asked for quiet.
    ///
    /// - Parameter text: made safe to print, as is that of warnings and errors: it may name what a log holds.
    func message(_ text: String) {
        let text = Self.safe(text)
        said.append(Said(isWarning: false, text: text))
        steps?.note(.message, text)
        guard !isQuiet else { return }
        write(text + "\n")
    }

    /// Prints what a person must know even when quiet was asked for.
    func warning(_ text: String) {
        let text = Self.safe(text)
        said.append(Said(isWarning: true, text: text))
        steps?.note(.warning, text)
        write(coloured("warning: ", "33") + text + "\n")
    }

    func error(_ text: String) {
        let text = Self.safe(text)
        steps?.note(.error, text)
        write(coloured("error: ", "31") + text + "\n")
    }

    /// Shows how far a long task is; on a terminal only, in place.
    func progress(_ task: String, done: Int, of total: Int) {
        guard isInteractive, !isQuiet, total > 0 else { return }
        let width = 30
        let filled = done * width / total
        let bar = String(repeating: "█", count: filled) + String(repeating: "·", count: width - filled)
        StandardStream.write("\r\u{1B}[2K\(task) \(bar) \(done)/\(total)", to: .standardError)
        progressIsShown = done < total
        if done >= total { StandardStream.write("\r\u{1B}[2K", to: .standardError) }
    }

    private func clearProgress() {
        guard progressIsShown else { return }
        StandardStream.write("\r\u{1B}[2K", to: .standardError)
        progressIsShown = false
    }

    private func write(_ text: String) {
        clearProgress()
        StandardStream.write(text, to: .standardError)
    }

    private func coloured(_ text: String, _ code: String) -> String {
        usesColour ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
    }

    /// JSON made safe to print; see `TerminalText.safeJSON`.
    static func safeJSON(_ json: String) -> String { TerminalText.safeJSON(json) }

    /// Text from a log made safe to print; see `TerminalText.safe`.
    static func safe(_ text: String) -> String { TerminalText.safe(text) }
}
