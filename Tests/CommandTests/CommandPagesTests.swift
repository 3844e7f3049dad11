import Foundation
import Testing

@testable import acuity

/// Text that is made from the program and lies in the repository.
struct MadeFile {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..").standardizedFileURL

    let path: String
    let text: String

    /// Writes the file if the environment asks for it, and tells whether the repository has this text.
    ///
    /// - Parameter variable: what asks for it, such as `ACUITY_WRITE_COMMAND_PAGES`.
    func isCommitted(writtenBy variable: String) throws -> Bool {
        let url = Self.root.appending(path: path)
        if ProcessInfo.processInfo.environment[variable] != nil {
            try FileManager.default.createDirectory(
                at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: url)
        }
        return (try? String(contentsOf: url, encoding: .utf8)) == text
    }
}

@Suite("Pages of the commands") struct CommandPagesTests {
    @Test("docs/commands is what the definitions of the commands make") func pages() throws {
        var names: [String] = []
        for page in CommandPages.all {
            names.append(page.file)
            let isCommitted = try MadeFile(path: "docs/commands/\(page.file)", text: page.text)
                .isCommitted(writtenBy: "ACUITY_WRITE_COMMAND_PAGES")
            #expect(isCommitted, "\(page.file): ACUITY_WRITE_COMMAND_PAGES=1 swift test --filter CommandPages")
        }
        let folder = MadeFile.root.appending(path: "docs/commands")
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() == names.sorted())
    }

    @Test("every command says what it does, shows it, and leads to a guide", arguments: CommandList.all.map(\.name))
    func isWhole(name: String) throws {
        let command = try #require(CommandList.all.first { $0.name == name })
        #expect(command.description.hasSuffix("."))
        #expect(!command.examples.isEmpty)
        #expect(!command.guides.isEmpty)
        for text in [command.description, command.footer] + command.options.map(\.description) {
            #expect(text.count { $0 == "`" }.isMultiple(of: 2), "\(text)")
        }
    }

    @Test(
        "every example is a command line that is understood",
        arguments: CommandList.all.flatMap { command in command.examples.map { [command.name, $0.line] } })
    func example(_ pair: [String]) throws {
        var line = pair[1]
        if line.hasPrefix("source <(") { line = String(line.dropFirst("source <(".count).dropLast()) }
        let words = line.prefix { !">|".contains($0) }.replacing(#/"([^"]*)"/#) {
            $0.output.1.replacing(" ", with: "_")
        }
        .split(separator: " ").map(String.init)
        #expect(words[0] == "acuity")
        guard
            case .run(let invocation) = ParsedCommandLine(
                Array(words.dropFirst()), commands: CommandList.all, version: "")
        else {
            Issue.record("\(line) is not understood")
            return
        }
        #expect(invocation.command.name == pair[0])
    }

    @Test("a guide is a page of docs, and is called by its heading", arguments: CommandList.all.map(\.name))
    func guides(name: String) throws {
        for guide in try #require(CommandList.all.first { $0.name == name }).guides {
            let url = MadeFile.root.appending(path: "docs/\(guide.file)")
            let heading = try String(contentsOf: url, encoding: .utf8).split(separator: "\n").first
            #expect(heading == "# \(guide.title)", "\(guide.file)")
        }
    }

    @Test("the README lists the exit codes that the program has") func exitCodes() throws {
        let readme = try String(contentsOf: MadeFile.root.appending(path: "README.md"), encoding: .utf8)
        let rows = ExitCode.allCases.map { "| \($0.rawValue) | \($0.meaning) |" }
        let table = (rows + ["| \(ExitCode.signalCode) | \(ExitCode.signalMeaning) |"]).joined(separator: "\n")
        #expect(readme.contains("| --- | --- |\n" + table + "\n"))
    }

    @Test("prose that looks like Markdown is shown as it is, and code is left alone") func markdown() {
        #expect(DocumentText("a*b_c <d> [e] `f*g|h`").markdown == "a\\*b\\_c \\<d\\> \\[e\\] `f*g|h`")
        #expect(DocumentText("STUDY|LOGS `a|b`").markdownCell == "STUDY\\|LOGS `a\\|b`")
        #expect(DocumentText("see `acuity build`.").plain == "see acuity build.")
    }

    @Test("lines of help are no wider than the page, and longer words stand alone") func wrapping() {
        #expect(HelpText.wrapped("one two three", width: 7) == "one two\nthree")
        #expect(HelpText.wrapped("a\nincomprehensible b", width: 5) == "a\nincomprehensible\nb")
        #expect(HelpText.wrapped("") == "")
    }
}
