import Foundation
import Testing

@testable import acuity

/// The files in `ci/`, whose scripts are run here with a program in the place of `acuity` that notes what it is given.
private enum Gate {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..").standardizedFileURL

    /// The long names of the options of `acuity compare`; nil as long as there is no such command.
    static let options = CommandList.all.first { $0.name == "compare" }.map { Set($0.options.map(\.name)) }

    static func text(_ path: String) throws -> String {
        try String(contentsOf: root.appending(path: path), encoding: .utf8)
    }

    /// The literal block (`|`) that follows a line of a YAML file, without its indentation.
    static func block(after marks: [String], in yaml: String) throws -> String {
        var lines = yaml.split(separator: "\n", omittingEmptySubsequences: false)[...]
        for mark in marks {
            let index = try #require(
                lines.firstIndex { $0.trimmingCharacters(in: .whitespaces) == mark }, "no line `\(mark)`")
            lines = lines[(index + 1)...]
        }
        let indent = try #require(lines.first).prefix { $0 == " " }
        return lines.prefix { $0.hasPrefix(indent) || $0.isEmpty }.map { $0.dropFirst(indent.count) }
            .joined(separator: "\n")
    }

    struct Run {
        var status: Int32
        /// What `acuity` was given.
        var arguments: [String]
        /// The files named by the environment, after the script.
        var output: String
        var summary: String
    }

    /// Runs a script in an empty folder; `acuity` ends with `status` and writes the Markdown report.
    static func run(_ shell: String, _ script: String, environment: [String: String], status: Int32) throws -> Run {
        let folder = FileManager.default.temporaryDirectory.appending(path: "acuity-gate-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        // A function rather than a program: one that was just written cannot be run while another test starts a process.
        let program = """
            acuity() {
              printf '%s\\0' "$@" > arguments
              if [ -d reports ]; then echo "the summary" > reports/acuity.md; fi
              return \(status)
            }

            """
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [shell, "-ec", program + script]
        process.currentDirectoryURL = folder
        process.environment = environment.merging([
            "PATH": "/usr/bin:/bin", "GITHUB_OUTPUT": "\(folder.path)/output",
            "GITHUB_STEP_SUMMARY": "\(folder.path)/summary",
        ]) { given, _ in given }
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        func file(_ name: String) -> String {
            (try? String(contentsOf: folder.appending(path: name), encoding: .utf8)) ?? ""
        }
        return Run(
            status: process.terminationStatus,
            arguments: file("arguments").split(separator: "\0", omittingEmptySubsequences: false).dropLast()
                .map(String.init),
            output: file("output"), summary: file("summary"))
    }

    /// A name that a shell would take apart, were it not kept in quotes.
    static let hostile = "v 2=logs/$(touch x);`touch y`/*.jsonl"
}

@Suite("The gate's action for GitHub") struct GitHubActionTests {
    private static func compare(_ more: [String: String] = [:], status: Int32 = 0) throws -> Gate.Run {
        let script = try Gate.block(
            after: ["- name: Compare", "run: |"], in: Gate.text("ci/github/action.yml"))
        let inputs = [
            "BASELINE": "v1=logs/v1", "CANDIDATES": "v2=logs/v2", "STUDY": "", "REPORTS": "junit,sarif,json",
            "FOLDER": "reports", "MARGIN": "", "STRICT": "false", "SEQUENTIAL": "false", "ACCEPT": "",
        ]
        return try Gate.run("bash", script, environment: inputs.merging(more) { $1 }, status: status)
    }

    @Test("the operands and the reports are passed on, and nothing that was not asked for") func defaults() throws {
        #expect(
            try Self.compare().arguments == [
                "compare", "v1=logs/v1", "v2=logs/v2", "--format", "github", "--report",
                "markdown=reports/acuity.md,junit=reports/acuity.junit.xml,sarif=reports/acuity.sarif,"
                    + "json=reports/acuity.json",
            ])
    }

    @Test("every input is passed on whole, whatever characters it has") func inputs() throws {
        let run = try Self.compare([
            "CANDIDATES": "\(Gate.hostile)\n\nv3=logs/v3\n", "STUDY": "my study.toml", "REPORTS": "html, csv,tap",
            "MARGIN": "0.01", "STRICT": "true", "SEQUENTIAL": "true", "ACCEPT": "targets,runner",
        ])
        #expect(
            run.arguments == [
                "compare", "v1=logs/v1", Gate.hostile, "v3=logs/v3", "--format", "github", "--report",
                "markdown=reports/acuity.md,html=reports/acuity.html,csv=reports/acuity.csv,tap=reports/acuity.tap",
                "--study", "my study.toml", "--margin", "0.01", "--accept", "targets,runner", "--strict",
                "--sequential",
            ])
    }

    @Test(
        "the decision is told, with the summary, and the step itself goes on to the comment",
        arguments: [(0, "passed"), (1, "blocked"), (4, "inconclusive"), (3, "error"), (70, "error")])
    func decisions(status: Int, decision: String) throws {
        let run = try Self.compare(status: Int32(status))
        #expect(run.status == 0)
        #expect(run.output == "decision=\(decision)\nexit-code=\(status)\n")
        #expect(run.summary == "the summary\n")
    }

    @Test("a report that is none is wrong usage, and nothing is compared") func unknownReport() throws {
        let run = try Self.compare(["REPORTS": "junit,pdf"])
        #expect(run.output == "decision=error\nexit-code=2\n" && run.arguments.isEmpty)
    }

    @Test("no expression stands in a script, where it would be run") func noInjection() throws {
        for path in ["ci/github/action.yml", "ci/github/example-workflow.yml"] {
            let yaml = try Gate.text(path)
            var scripts = 0
            var indent: Int?
            for line in yaml.split(separator: "\n") {
                let depth = line.prefix { $0 == " " }.count
                if let outer = indent, depth <= outer { indent = nil }
                if line.trimmingCharacters(in: .whitespaces).hasPrefix("run:") {
                    indent = depth
                    scripts += 1
                }
                if indent != nil { #expect(!line.contains("${{"), "\(path): \(line)") }
            }
            #expect(scripts > 0)
        }
    }

    @Test("every input is declared and used, and the example gives only declared ones") func declared() throws {
        let action = try Gate.text("ci/github/action.yml")
        let part = try #require(action.firstMatch(of: #/\ninputs:\n(?<inputs>(?:  .*\n)+)/#)).output.inputs
        let declared = Set(part.matches(of: #/(?m)^  (?<name>[a-z-]+):$/#).map { String($0.output.name) })
        let used = Set(action.matches(of: #/inputs\.(?<name>[a-z-]+)/#).map { String($0.output.name) })
        #expect(declared.count > 5 && declared == used)
        let example = try Gate.block(after: ["with:"], in: Gate.text("ci/github/example-workflow.yml"))
        let given = Set(example.matches(of: #/(?m)^(?<name>[a-z-]+):/#).map { String($0.output.name) })
        #expect(!given.isEmpty && given.isSubset(of: declared))
    }
}

@Suite("The gate's template for GitLab") struct GitLabTemplateTests {
    private static func compare(_ more: [String: String] = [:], status: Int32 = 0) throws -> Gate.Run {
        let script = try Gate.block(
            after: ["script:", "- |"], in: Gate.text("ci/gitlab/acuity.gitlab-ci.yml"))
        let variables = ["ACUITY_BASELINE": "v1=logs/v1", "ACUITY_CANDIDATE": "v2=logs/v2"]
        return try Gate.run("sh", script, environment: variables.merging(more) { $1 }, status: status)
    }

    private static let reports =
        "junit=acuity-reports/acuity.junit.xml,markdown=acuity-reports/acuity.md,"
        + "html=acuity-reports/acuity.html,json=acuity-reports/acuity.json"

    @Test("the operands and the reports are passed on, and nothing that was not asked for") func defaults() throws {
        #expect(
            try Self.compare().arguments == ["compare", "v1=logs/v1", "v2=logs/v2", "--report", Self.reports])
    }

    @Test("every variable is passed on whole, whatever characters it has") func variables() throws {
        let run = try Self.compare([
            "ACUITY_CANDIDATE": "\(Gate.hostile)\nv3=logs/v3", "ACUITY_STUDY": "my study.toml",
            "ACUITY_STRICT": "true", "ACUITY_SEQUENTIAL": "true", "ACUITY_ACCEPT": "epochs",
        ])
        #expect(
            run.arguments == [
                "compare", "v1=logs/v1", Gate.hostile, "v3=logs/v3", "--report", Self.reports, "--study",
                "my study.toml", "--accept", "epochs", "--strict", "--sequential",
            ])
    }

    @Test("the job ends as the comparison did", arguments: [0, 1, 3, 4, 70])
    func status(code: Int32) throws {
        #expect(try Self.compare(status: code).status == code)
    }
}

// These tests hold once `acuity compare` is in the list of commands; until then they are skipped and say so.
@Suite(
    "The gate's files and page know the command line",
    .enabled(if: Gate.options != nil, "skipped: there is no command `compare` yet"))
struct GatePageTests {
    private static func named(in text: String) -> Set<String> {
        Set(text.matches(of: #/(?:^|[\s(`])--(?<name>[a-z][a-z-]*)/#).map { String($0.output.name) })
    }

    @Test(
        "the scripts in ci/ give only options that the command has",
        arguments: ["ci/github/action.yml", "ci/gitlab/acuity.gitlab-ci.yml"])
    func scripts(path: String) throws {
        let yaml = try Gate.text(path)
        let lines = yaml.split(separator: "\n").filter { $0.contains("options") || $0.contains("set -- ") }
        let given = Self.named(in: lines.joined(separator: "\n"))
        #expect(given.count > 3)
        #expect(given.subtracting(Gate.options ?? []) == [])
    }

    @Test("docs/release-gate.md names the options of the command, all of them") func page() throws {
        let page = try Gate.text("docs/release-gate.md")
        let options = try #require(Gate.options)
        #expect(Self.named(in: page).subtracting(options) == [])
        #expect(options.subtracting(Self.named(in: page)) == [])
    }
}
