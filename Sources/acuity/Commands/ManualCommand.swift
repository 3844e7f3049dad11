import Foundation
import WholeFiles

extension CommandDefinition {
    private static let folder = OptionDefinition(
        name: "output", value: "DIR", description: "write all pages to DIR/man1 and DIR/man5 instead", kind: .folder)

    static let manual = CommandDefinition(
        name: "manual", summary: "print a page of the manual, for `man`",
        description: """
            Prints a manual page in roff: of the program, of a command, or of the study file. They are made from the same \
            definitions as the help. An installed Acuity has them in place: `man acuity-build`.
            """,
        arguments: ArgumentDefinition(
            name: "PAGE", description: "a command, or `study` for the study file (default: the program)", minimum: 0,
            maximum: 1, kind: .command(["study"])),
        options: [folder, .quiet],
        examples: [
            CommandExample("acuity manual build | man --local-file -", "read the page of a command"),
            CommandExample("acuity manual --output ~/.local/share/man", "all pages to where `man` looks for them"),
        ],
        footer: "The pages have the day of the environment's `SOURCE_DATE_EPOCH`, or none.",
        guides: [.install]
    ) { invocation, console in
        let epoch = try SourceDate.epoch(ProcessInfo.processInfo.environment["SOURCE_DATE_EPOCH"])
        let pages = ManualPage.all(date: epoch.map { $0.formatted(.iso8601.year().month().day()) } ?? "")
        if let path = invocation.value(folder) {
            guard invocation.arguments.isEmpty else {
                throw UsageError(
                    "--output: expected it without a page, as it writes all; found `\(invocation.arguments[0])`")
            }
            for page in pages {
                let section = URL(fileURLWithPath: path, isDirectory: true).appending(path: "man\(page.section)")
                try FileManager.default.createDirectory(at: section, withIntermediateDirectories: true)
                let url = section.appending(path: "\(page.name).\(page.section)")
                try WholeFile.write(Data(page.text.utf8), to: url)
                console.step("Wrote \(url.path)")
            }
            console.message("\(pages.count) pages in \(path)")
            return .success
        }
        let name = invocation.arguments.first.map { "acuity-\($0)" } ?? "acuity"
        guard let page = pages.first(where: { $0.name == name }) else {
            let known = (CommandList.all.map(\.name) + ["study"]).joined(separator: ", ")
            throw UsageError("manual: expected one of \(known); found `\(invocation.arguments[0])`")
        }
        StandardStream.write(page.text, to: .standardOutput)
        return .success
    }
}
