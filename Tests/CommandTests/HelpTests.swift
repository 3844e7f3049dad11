import Testing

@testable import acuity

@Suite("Help") struct HelpTests {
    private static func help(_ arguments: [String]) -> String? {
        guard case .message(let text) = ParsedCommandLine(arguments, commands: CommandList.all, version: "") else {
            return nil
        }
        return text
    }

    @Test("the program's help lists every command with its summary, and the exit codes") func program() throws {
        let text = try #require(Self.help(["--help"]))
        for command in CommandList.all { #expect(text.contains(command.summary), "\(command.name)") }
        #expect(text.contains("Exit codes: 0 all well; 1 a regression or a failed threshold;"))
        #expect(!text.contains("Examples:"))
    }

    @Test("a command's help has its description, options, examples and guides", arguments: CommandList.all.map(\.name))
    func command(name: String) throws {
        let command = try #require(CommandList.all.first { $0.name == name })
        let text = try #require(Self.help([name, "--help"]))
        #expect(text.hasPrefix(HelpText(command: command).description))
        #expect(text.replacing("\n", with: " ").contains(command.description))
        #expect(text.contains("\nUsage: acuity \(name) [OPTIONS]"))
        for option in command.options { #expect(text.contains("  --\(option.name)"), "\(option.name)") }
        for example in command.examples { #expect(text.contains("  \(example.line)\n      \(example.purpose)")) }
        for guide in command.guides { #expect(text.contains("docs/\(guide.file)")) }
    }
}
