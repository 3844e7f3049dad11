import Foundation

/// Where a command speaks: results to standard output, messages and progress to standard error.
final class Console {
    let isQuiet: Bool
    /// Whether standard error is a terminal that understands control sequences.
    let isInteractive: Bool
    private let usesColour: Bool
    /// Whether results may be coloured: standard output is a terminal, and nobody asked for plain text.
    let coloursResults: Bool
    private var progressIsShown = false

    init(isQuiet: Bool, environment: [String: String] = ProcessInfo.processInfo.environment) {
        self.isQuiet = isQuiet
        isInteractive = isatty(2) == 1 && environment["TERM"] != "dumb"
        usesColour = isInteractive && (environment["NO_COLOR"] ?? "").isEmpty
        coloursResults =
            isatty(1) == 1 && environment["TERM"] != "dumb" && (environment["NO_COLOR"] ?? "").isEmpty
    }

    /// Prints a result.
    func result(_ text: String) {
        clearProgress()
        StandardStream.write(text + "\n", to: .standardOutput)
    }

    /// Prints a message, unless the user asked for quiet.
    func message(_ text: String) {
        guard !isQuiet else { return }
        write(text + "\n")
    }

    /// Prints what a person must know even when quiet was asked for.
    func warning(_ text: String) { write(coloured("warning: ", "33") + text + "\n") }

    func error(_ text: String) { write(coloured("error: ", "31") + text + "\n") }

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

    /// JSON made safe to print: the same document, with the characters that `safe` shows escaped as JSON has it.
    static func safeJSON(_ json: String) -> String {
        guard json.unicodeScalars.contains(where: isUnsafe) else { return json }
        var safe = ""
        for scalar in json.unicodeScalars {
            guard isUnsafe(scalar) else {
                safe.unicodeScalars.append(scalar)
                continue
            }
            let digits = String(scalar.value, radix: 16)
            safe += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        }
        return safe
    }

    /// Text from a log made safe to print: control characters and bidirectional overrides become visible.
    static func safe(_ text: String) -> String {
        var safe = ""
        for scalar in text.unicodeScalars {
            if isUnsafe(scalar) {
                safe += "\\u{" + String(scalar.value, radix: 16) + "}"
            } else {
                safe.unicodeScalars.append(scalar)
            }
        }
        return safe
    }

    /// Whether a character can steer a terminal or turn the text around it; line feeds and tabs may stand.
    private static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x0A, 0x09: false
        case 0..<0x20, 0x7F..<0xA0, 0x200E...0x200F, 0x202A...0x202E, 0x2066...0x2069: true
        default: false
        }
    }
}
