import CommandLineBridge
import Foundation

/// What the user typed, after parsing.
struct Invocation {
    let command: CommandDefinition
    private let flags: Set<String>
    private let values: [String: String]
    let arguments: [String]

    func has(_ option: OptionDefinition) -> Bool { flags.contains(option.name) || values[option.name] != nil }
    func value(_ option: OptionDefinition) -> String? { value(option.name) }
    func value(_ name: String) -> String? { values[name] }

    /// The value of an option that must be a whole number of at least `minimum`.
    func integer(_ option: OptionDefinition, minimum: Int) throws -> Int? {
        guard let text = value(option) else { return nil }
        guard let number = Int(text), number >= minimum else {
            throw UsageError("--\(option.name): expected a whole number of at least \(minimum); found `\(text)`")
        }
        return number
    }

    /// The folder that results/ and site/ lie in.
    var output: URL { URL(fileURLWithPath: value(.output) ?? ".", isDirectory: true) }
}

/// The command line is wrong in a way that only the command can tell.
struct UsageError: Error, CustomStringConvertible {
    let description: String
    init(_ description: String) { self.description = description }
}

/// The outcome of parsing a command line.
enum ParsedCommandLine {
    case run(Invocation)
    /// Help or version, for standard output.
    case message(String)
    /// The version and what the program is linked to.
    case libraries
    /// An error, for standard error.
    case error(String)
}

extension ParsedCommandLine {
    /// Parses arguments (without the program's name) against the commands, with CLI11.
    init(_ arguments: [String], commands: [CommandDefinition], version: String) {
        let line = acuity_command_line_create(
            "acuity", CommandList.purpose, CommandList.exitCodes, version)
        defer { acuity_command_line_destroy(line) }
        for command in commands {
            let index = acuity_command_line_add_command(line, command.name, command.summary)
            for option in command.options + OptionDefinition.common {
                if let value = option.value {
                    acuity_command_line_add_option(line, index, "--" + option.name, value, option.description)
                } else {
                    acuity_command_line_add_flag(line, index, "--" + option.name, option.description)
                }
            }
            if let positional = command.arguments {
                acuity_command_line_add_arguments(
                    line, index, positional.name, positional.description, Int32(positional.minimum),
                    Int32(positional.maximum ?? -1))
            }
        }
        var chosen: Int32 = -1
        var message: UnsafePointer<CChar>?
        let copies = arguments.map { strdup($0) }
        defer { copies.forEach { free($0) } }
        let pointers = copies.map { UnsafePointer($0) }
        switch acuity_command_line_parse(line, Int32(pointers.count), pointers, &chosen, &message) {
        case 0:
            self = .run(Invocation(line: line, index: chosen, command: commands[Int(chosen)]))
        case 1:
            self = .message(message.map { String(cString: $0) } ?? "")
        case 3:
            self = .libraries
        case 4:
            let help = chosen < 0 ? nil : HelpText(command: commands[Int(chosen)])
            self = .message(
                String(cString: acuity_command_line_help(line, chosen, help?.description ?? "", help?.footer ?? "")))
        default:
            self = .error(message.map { String(cString: $0) } ?? "")
        }
    }
}

extension Invocation {
    fileprivate init(line: OpaquePointer?, index: Int32, command: CommandDefinition) {
        self.command = command
        var flags: Set<String> = []
        var values: [String: String] = [:]
        for option in command.options + OptionDefinition.common {
            if option.value == nil {
                if acuity_command_line_count(line, index, "--" + option.name) > 0 { flags.insert(option.name) }
            } else if let value = acuity_command_line_value(line, index, "--" + option.name, 0) {
                values[option.name] = String(cString: value)
            }
        }
        // This one may stand before the command, too.
        if acuity_command_line_count(line, -1, "--" + OptionDefinition.verbose.name) > 0 {
            flags.insert(OptionDefinition.verbose.name)
        }
        var arguments: [String] = []
        if let positional = command.arguments {
            while let value = acuity_command_line_value(line, index, positional.name, arguments.count) {
                arguments.append(String(cString: value))
            }
        }
        self.flags = flags
        self.values = values
        self.arguments = arguments
    }
}
