import CrashBridge

/// What is said where Acuity itself is at fault: how to report it. A crash and the exit code 70 say the same.
struct DefectReport {
    /// The command line in words, made safe to print.
    let command: String

    /// - Parameter arguments: without the program's name.
    init(_ arguments: [String]) {
        let words = ["acuity"] + arguments.map(Self.quoted)
        let line = words.joined(separator: " ")
        command = line.count > Self.longest ? line.prefix(Self.longest) + "…" : line
    }

    private static let longest = 2000

    /// What to do, in a few lines.
    var advice: String {
        """
        This is a defect of Acuity \(Program.version), whatever the input was. Nothing stored is lost: store, findings and \
        site are as they were before this command, or as it finished them.
        The command was: \(command)
        Please report it where Acuity came from, with these lines, what `acuity doctor` prints, and the file of the same \
        command run with `--log FILE`. docs/diagnosis.md tells more.
        """
    }

    /// Says it from now on wherever the program crashes.
    func sayOnCrash() {
        acuity_report_crashes("\nacuity was ended by ", ".\n\(advice)\n")
    }

    /// An argument as a shell takes it.
    private static func quoted(_ argument: String) -> String {
        // A line of a report stays one line, whatever an argument holds.
        let safe = Console.safe(argument).replacing("\n", with: "\\n").replacing("\t", with: "\\t")
        let isPlain = safe.unicodeScalars.allSatisfy {
            $0.properties.isAlphabetic || "0123456789-_./=:,+@%".unicodeScalars.contains($0)
        }
        return isPlain && !safe.isEmpty ? safe : "'" + safe.replacingExactly("'", with: "'\\''") + "'"
    }
}
