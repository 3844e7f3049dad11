/// Completion for fish.
enum FishCompletions {
    static var text: String {
        var lines = head.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        for option in OptionDefinition.ofProgram {
            lines.append("complete -c acuity -n '__acuity_command \"\"' \(flags(option))")
        }
        for command in CommandList.all {
            lines.append(
                "complete -c acuity -n '__acuity_command \"\"' -a \(command.name) -d "
                    + quoted(DocumentText(command.summary).plain))
        }
        for command in CommandList.all {
            let start = "complete -c acuity -n '__acuity_command \(command.name)'"
            lines.append("")
            if let arguments = command.arguments { lines.append("\(start) \(action(arguments.kind))") }
            for option in command.allOptions { lines.append("\(start) \(flags(option))") }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func flags(_ option: OptionDefinition) -> String {
        let description = "-d " + quoted(DocumentText(option.description).plain)
        guard option.value != nil else { return "-l \(option.name) \(description)" }
        return "-l \(option.name) -r \(action(option.kind)) \(description)"
    }

    private static func action(_ kind: ValueKind) -> String {
        switch kind {
        case .text: "-f"
        case .file(let endings):
            endings.isEmpty
                ? "-F" : "-f -k -a " + quoted(endings.map { "(__fish_complete_suffix .\($0))" }.joined(separator: " "))
        case .folder: "-f -a '(__fish_complete_directories)'"
        case .path: "-F"
        case .word, .command: "-f -a " + quoted(kind.words.joined(separator: " "))
        case .words(let words): "-f -a " + list(words)
        case .filesByWord(let words): "-f -a " + list(words.map { "\($0)=" })
        }
    }

    /// What is there before the last comma, with each word after it.
    private static func list(_ words: [String]) -> String {
        quoted("(__acuity_list \(words.joined(separator: " ")))")
    }

    /// Within simple quotation marks fish knows two escapes.
    private static func quoted(_ text: String) -> String {
        "'" + text.replacing("\\", with: "\\\\").replacing("'", with: "\\'") + "'"
    }

    private static let head = """
        # Completion of acuity for fish, made by `acuity completions fish`.

        # Whether the command is $argv[1]; empty asks whether there is none yet.
        function __acuity_command
            set -l words (commandline -opc)
            for word in $words[2..]
                if not string match -q -- '-*' $word
                    test "$word" = "$argv[1]"
                    return
                end
            end
            test -z "$argv[1]"
        end

        # What is typed before the last comma, with each word after it.
        function __acuity_list
            set -l before (string match -r -- '^(?:--[^=]*=)?(.*,)' (commandline -ct))[2]
            printf "$before%s\\n" $argv
        end

        complete -c acuity -f
        """
}
