/// A shell that completes what is typed.
enum Shell: String, CaseIterable {
    case bash, zsh, fish

    /// What the shell must read to complete `acuity`.
    var completions: String {
        switch self {
        case .bash: BashCompletions.text
        case .zsh: ZshCompletions.text
        case .fish: FishCompletions.text
        }
    }

    /// A text between simple quotation marks, in which sh, bash and zsh change nothing.
    static func quoted(_ text: String) -> String { "'" + text.replacing("'", with: "'\\''") + "'" }
}
