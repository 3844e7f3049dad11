/// What the program tells the shell.
enum ExitCode: Int32 {
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
}
