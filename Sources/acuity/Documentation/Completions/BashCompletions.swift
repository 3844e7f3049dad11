/// Completion for bash 4 and later. It needs no package beside bash.
enum BashCompletions {
    static var text: String {
        var lines = head.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        lines += ["    case $command:$option in"]
        for command in CommandList.all {
            for option in command.allOptions where option.value != nil {
                lines.append("        \(command.name):--\(option.name)) \(action(option.kind)); return ;;")
            }
        }
        lines += ["    esac", "    [[ -n $joined ]] && return", "    case $command in"]
        lines.append("        '')")
        let ofProgram = OptionDefinition.ofProgram.map { "--\($0.name)" }
        lines.append(
            "            _acuity_words \(Shell.quoted((CommandList.all.map(\.name) + ofProgram).joined(separator: " "))) ;;"
        )
        for command in CommandList.all {
            let options = Shell.quoted(command.allOptions.map { "--\($0.name)" }.joined(separator: " "))
            lines.append("        \(command.name))")
            lines.append("            if [[ $current == -* ]]; then _acuity_words \(options)")
            lines.append("            else \(command.arguments.map { action($0.kind) } ?? ":"); fi ;;")
        }
        lines += ["    esac", "}", "", "complete -F _acuity acuity", ""]
        return lines.joined(separator: "\n")
    }

    private static func action(_ kind: ValueKind) -> String {
        let words = Shell.quoted(kind.words.joined(separator: " "))
        return switch kind {
        case .text: ":"
        case .file(let endings): (["_acuity_files"] + endings).joined(separator: " ")
        case .folder: "_acuity_folders"
        case .path: "_acuity_files"
        case .word, .command: "_acuity_words \(words)"
        case .words: "_acuity_list \(words)"
        case .filesByWord: "_acuity_files_by_word \(words)"
        }
    }

    private static let head = """
        # Completion of acuity for bash, made by `acuity completions bash`.

        # One of the words of $1.
        _acuity_words() { mapfile -t COMPREPLY < <(compgen -W "$1" -- "$current"); }

        # Several of the words of $1, joined by commas.
        _acuity_list() {
            local before=${current%"${current##*,}"}
            compopt -o nospace 2>/dev/null
            mapfile -t COMPREPLY < <(compgen -W "$1" -P "$before" -- "${current##*,}")
        }

        _acuity_folders() {
            compopt -o filenames 2>/dev/null
            mapfile -t COMPREPLY < <(compgen -d -- "$current")
        }

        # Files, with the endings that are named, and folders on the way to them.
        _acuity_files() {
            local ending
            compopt -o filenames 2>/dev/null
            if (($# == 0)); then
                mapfile -t COMPREPLY < <(compgen -f -- "$current")
                return
            fi
            mapfile -t COMPREPLY < <(
                compgen -d -- "$current"
                for ending in "$@"; do compgen -f -X "!*.$ending" -- "$current"; done
            )
        }

        # A word of $1, a sign of equality and a file; bash takes them apart.
        _acuity_files_by_word() {
            if [[ -n $assigned && $current != *,* ]]; then _acuity_files; return; fi
            _acuity_list "$1"
            COMPREPLY=("${COMPREPLY[@]/%/=}")
        }

        _acuity() {
            local current=${COMP_WORDS[COMP_CWORD]} command= option= joined= assigned= index
            COMPREPLY=()
            for ((index = 1; index < COMP_CWORD; index++)); do
                case ${COMP_WORDS[index]} in
                    -*) ;;
                    *) command=${COMP_WORDS[index]}; break ;;
                esac
            done
            # `--option=value` comes as three words, and a value with signs of equality as more.
            index=$((COMP_CWORD - 1))
            if [[ $current == = ]]; then
                current= joined=yes
            elif [[ ${COMP_WORDS[index]} == = ]]; then
                joined=yes index=$((index - 1))
            fi
            if [[ -n $joined ]]; then
                while ((index > 1)) && [[ ${COMP_WORDS[index]} != --* ]]; do
                    assigned=yes index=$((index - 1))
                done
            fi
            option=${COMP_WORDS[index]}
        """
}
