/// Completion for zsh, as a file `_acuity` in a folder of its `fpath`.
enum ZshCompletions {
    static var text: String {
        var lines = [
            "#compdef acuity", "# Completion of acuity for zsh, made by `acuity completions zsh`.", "", "_acuity() {",
            "  local curcontext=\"$curcontext\" state", "  local -a line commands", "  _arguments -C \\",
        ]
        for option in OptionDefinition.ofProgram { lines.append("    \(specification(option)) \\") }
        lines += [
            "    '1:command:->command' '*::argument:->argument' && return", "", "  case $state in", "    command)",
        ]
        lines.append("      commands=(")
        for command in CommandList.all {
            let summary = DocumentText(command.summary).plain.replacing(":", with: "\\:")
            lines.append("        \(Shell.quoted("\(command.name):\(summary)"))")
        }
        lines += ["      )", "      _describe command commands ;;", "    argument)", "      case $line[1] in"]
        for command in CommandList.all {
            let arguments = command.arguments.map { [argument($0)] } ?? []
            let all = (command.allOptions.map(specification) + arguments).map { "          " + $0 }
            lines += ["        \(command.name))", "          _arguments \\", all.joined(separator: " \\\n") + " ;;"]
        }
        lines += ["      esac ;;", "  esac", "}", "", "_acuity \"$@\"", ""]
        return lines.joined(separator: "\n")
    }

    /// An option for `_arguments`: name, description, name of the value and how it is completed.
    private static func specification(_ option: OptionDefinition) -> String {
        let description = "[" + escaped(DocumentText(option.description).plain) + "]"
        guard let value = option.value else { return Shell.quoted("--\(option.name)\(description)") }
        return Shell.quoted("--\(option.name)=\(description):\(escaped(value)):\(action(option.kind))")
    }

    private static func argument(_ argument: ArgumentDefinition) -> String {
        let place = argument.maximum == 1 ? "1" : "*"
        let optional = place == "1" && argument.minimum == 0 ? "::" : ":"
        return Shell.quoted("\(place)\(optional)\(escaped(argument.name)):\(action(argument.kind))")
    }

    private static func action(_ kind: ValueKind) -> String {
        let words = kind.words.joined(separator: " ")
        return switch kind {
        case .text: " "
        case .file(let endings):
            endings.isEmpty ? "_files" : "_files -g \"\(endings.map { "*.\($0)" }.joined(separator: " "))\""
        case .folder: "_files -/"
        case .path: "_files"
        case .word, .command: "(\(words))"
        case .words: "_values -s , word \(words)"
        // A bare colon would end the action.
        case .filesByWord(let list):
            "_values -s , word " + list.map { "\"\($0)\\:file\\:_files\"" }.joined(separator: " ")
        }
    }

    /// Signs that `_arguments` takes for its own.
    private static func escaped(_ text: String) -> String {
        text.reduce(into: "") { result, sign in
            if "\\:[]".contains(sign) { result.append("\\") }
            result.append(sign)
        }
    }
}
