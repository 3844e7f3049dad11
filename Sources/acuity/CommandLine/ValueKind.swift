/// What the value of an option or an argument may be, so that shells can complete it and pages can list it.
enum ValueKind: Sendable {
    /// Any text, or a number.
    case text
    /// A file; with these endings if any are named, without their dots.
    case file([String] = [])
    case folder
    /// Files or folders, such as logs.
    case path
    /// One of several words.
    case word([String])
    /// Several of these words, joined by commas.
    case words([String])
    /// One of these words, a sign of equality and a file; several joined by commas.
    case filesByWord([String])
    /// The name of a command, or one of these words.
    case command([String])

    /// The closed set of words, if there is one.
    var words: [String] {
        switch self {
        case .word(let words), .words(let words), .filesByWord(let words): words
        case .command(let others): CommandList.all.map(\.name) + others
        case .text, .file, .folder, .path: []
        }
    }
}
