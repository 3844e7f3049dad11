/// Texts of logs as one word of a shell's command, to be copied without harm.
enum ShellText {
    static func word(_ text: String) -> String {
        let shown = VisibleText.of(text)
        let isPlain =
            !shown.isEmpty && !shown.hasPrefix("-")
            && shown.unicodeScalars.allSatisfy {
                ("a"..."z").contains($0) || ("A"..."Z").contains($0) || ("0"..."9").contains($0)
                    || "/._-+,:@=".unicodeScalars.contains($0)
            }
        if isPlain { return shown }
        let quoted = shown.unicodeScalars.reduce(into: "") { result, scalar in
            if scalar == "'" { result += "'\\''" } else { result.unicodeScalars.append(scalar) }
        }
        return "'" + (shown.hasPrefix("-") ? "./" : "") + quoted + "'"
    }
}
