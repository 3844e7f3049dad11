/// What the program tells the shell.
enum ExitCode: Int32, CaseIterable {
    /// All well.
    case success = 0
    /// A threshold failed, or a release regressed.
    case failed = 1
    /// The command line is wrong.
    case usage = 2
    /// An input is bad or cannot be read.
    case badInput = 3
    /// A verdict is inconclusive where `--strict` asks for certainty.
    case inconclusive = 4
    /// A defect of Acuity.
    case defect = 70

    /// The codes that any command may end with.
    static let common: [ExitCode] = [.success, .usage, .badInput, .defect]

    /// What it means, for help, pages and manuals.
    var meaning: String {
        switch self {
        case .success: "all well"
        case .failed: "a regression or a failed threshold"
        case .usage: "wrong usage"
        case .badInput: "bad or unreadable input; the other logs are still processed"
        case .inconclusive: "inconclusive where `--strict` asks for certainty"
        case .defect: "a defect of Acuity"
        }
    }

    /// What a program that a signal ended tells the shell.
    static let signalCode = "128 + n"
    static let signalMeaning = "ended by signal n, such as 139 for SIGSEGV: a defect, too"
}
