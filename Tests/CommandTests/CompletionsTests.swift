import Foundation
import Testing

@testable import acuity

@Suite("Completions") final class CompletionsTests {
    private let folder = FileManager.default.temporaryDirectory.appending(path: "acuity-shell-\(UUID().uuidString)")

    init() throws {
        for path in ["results/logs", "a folder"] {
            try FileManager.default.createDirectory(
                at: folder.appending(path: path), withIntermediateDirectories: true)
        }
        for path in ["results/study.toml", "results/sizes.csv", "gate.xml"] {
            try Data().write(to: folder.appending(path: path))
        }
        for shell in Shell.allCases {
            try Data(shell.completions.utf8).write(to: folder.appending(path: "\(shell).txt"))
        }
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// What a shell offers, as a set, for the last word of a line. Bash hands its function `--a=b` as three words.
    private static let offers: [([String], [String])] = [
        (["acuity", "bu"], ["build"]),
        (["acuity", "--verbose", "ch"], ["check"]),
        (["acuity", "build", "--o"], ["--output"]),
        (["acuity", "build", "--runner", "lm"], ["lm-eval", "lmms-eval"]),
        (["acuity", "figures", "--for", "ieee"], ["ieee-column", "ieee-page"]),
        (["acuity", "figures", "heat"], ["heat-map"]),
        (["acuity", "tables", "--format", "latex,c"], ["latex,csv"]),
        (["acuity", "compare", "a", "b", "--report", "ju"], ["junit="]),
        (["acuity", "completions", ""], ["bash", "zsh", "fish"]),
        (["acuity", "manual", "stu"], ["study"]),
        (["acuity", "schema", "rel"], ["releases"]),
    ]

    @Test(
        "bash completes commands, options, closed sets, files and folders",
        arguments: offers + [
            (["acuity", "build", "--output", "res"], ["results"]),
            (["acuity", "build", "--output", "=", "res"], ["results"]),
            (["acuity", "build", "--output", "gate"], []),
            (["acuity", "build", "gat"], ["gate.xml"]),
            (["acuity", "build", "--study", "results/"], ["results/logs", "results/study.toml"]),
            (["acuity", "build", "--output", "a f"], ["a folder"]),
            (["acuity", "figures", "--for", "=", "ieee"], ["ieee-column", "ieee-page"]),
            (["acuity", "compare", "a", "--report", "junit", "=", "ga"], ["gate.xml"]),
            (["acuity", "compare", "a", "--report", "junit", "=", "x,mark"], ["x,markdown="]),
            (["acuity", "plan", "--accuracy", ""], []),
            (["acuity", "formats", ""], []),
        ])
    func bash(words: [String], offered: [String]) throws {
        let script = """
            source bash.txt
            COMP_WORDS=("$@") COMP_CWORD=$(($# - 1))
            _acuity
            printf '%s\\n' "${COMPREPLY[@]}"
            """
        let outcome = try Tool.run("bash", ["--norc", "-c", script, "bash"] + words, in: folder)
        #expect(outcome.errors == "")
        #expect(Set(outcome.output.split(separator: "\n").map(String.init)) == Set(offered))
    }

    @Test("bash can be told to complete by the printed script") func registration() throws {
        let outcome = try Tool.run("bash", ["--norc", "-c", "source bash.txt; complete -p acuity"], in: folder)
        #expect(outcome.output == "complete -F _acuity acuity\n")
    }

    @Test(
        "fish completes commands, options and closed sets",
        .enabled(if: Tool.find("fish") != nil, "fish is not installed; its completions were not run"),
        arguments: offers + [
            (["acuity", "build", "--output", "res"], ["results/"]),
            (["acuity", "build", "gat"], ["gate.xml"]),
        ])
    func fish(words: [String], offered: [String]) throws {
        let script = "source fish.txt; complete -C \"$argv\""
        let outcome = try Tool.run("fish", ["--no-config", "-c", script] + words, in: folder)
        #expect(outcome.errors == "")
        let found = outcome.output.split(separator: "\n").compactMap {
            $0.split(separator: "\t").first.map(String.init)
        }
        #expect(Set(found) == Set(offered))
    }

    @Test(
        "zsh takes the script for a script, and completes commands, closed sets, files and folders",
        .enabled(if: Tool.find("zsh") != nil, "zsh is not installed; its completions were not run"))
    func zsh() throws {
        let syntax = try Tool.run("zsh", ["-f", "-n", "zsh.txt"], in: folder)
        #expect(syntax.status == 0 && syntax.errors == "")
        // Completion lives in the line editor, which lives in a terminal: each line is typed up to the tab, and what the
        // editor adds is waited for. What it does not add ends in the time limit, which says which line it was.
        let lines = [
            ("acuity bui", "ld"), ("acuity build --study results/stu", "dy.toml"),
            ("acuity build --output resu", "lts"), ("acuity tables --format latex,c", "sv"),
            ("acuity build --runner lm-", "eval"), ("acuity compare a b --report junit=ga", "te.xml"),
            ("acuity compare a b --report ju", "nit="), ("acuity manual stu", "dy"), ("acuity build ga", "te.xml"),
        ]
        let script = """
            zmodload zsh/zpty
            TERM=dumb zpty z zsh -f -i
            zpty -w z 'PS1= PS2=; fpath=($PWD $fpath); autoload -U compinit; compinit -u -D; stty cols 200; print REA''DY'
            zpty -r -m z output '*READY*'
            for line added in "$@"; do
                zpty -n -w z "$line"$'\\t'
                zpty -r -m z output "*$added*"
                zpty -n -w z $'\\x15'
                print -r -- $line
            done
            """
        try FileManager.default.moveItem(at: folder.appending(path: "zsh.txt"), to: folder.appending(path: "_acuity"))
        let outcome = try Tool.run(
            "timeout", ["--signal=KILL", "60", "zsh", "-f", "-c", script, "zsh"] + lines.flatMap { [$0, $1] },
            in: folder)
        #expect(outcome.output.split(separator: "\n").map(String.init) == lines.map(\.0))
    }

    @Test("every shell knows every command and every option", arguments: Shell.allCases)
    func isWhole(shell: Shell) {
        let text = shell.completions
        for command in CommandList.all {
            #expect(text.contains(command.name))
            for option in command.allOptions {
                #expect(text.contains(shell == .fish ? " -l \(option.name) " : "--\(option.name)"))
            }
        }
    }

    @Test("a text in simple quotation marks ends where it should") func quoting() {
        #expect(Shell.quoted("the study's") == "'the study'\\''s'")
    }

    @Test("a shell that is none is wrong usage") func command() {
        #expect(Program.run(["completions", "csh"]) == .usage)
        #expect(Program.run(["completions"]) == .usage)
    }
}
