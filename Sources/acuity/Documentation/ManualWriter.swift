/// Writes the parts of a manual page in the order of man-pages(7).
struct ManualWriter {
    private let title: String
    private let section: Int
    private var lines: [String]

    /// - Parameter date: ISO 8601, which is data here and no text, or empty.
    init(name: String, section: Int, date: String) {
        title = name
        self.section = section
        lines = [
            ".\\\" Made by `acuity manual` from the program's definitions.",
            ".TH \(Roff.escaped(name.uppercased())) \(section) \"\(date)\" "
                + "\"Acuity \(Program.version)\" \"Acuity manual\"",
        ]
    }

    var page: ManualPage { ManualPage(name: title, section: section, text: lines.joined(separator: "\n") + "\n") }

    mutating func name(_ summary: String) {
        heading("Name")
        lines.append(Roff.lines("\(Roff.escaped(title)) \\- " + Roff.inline(summary)))
    }

    /// - Parameter rest: the whole line of usage, which begins with the command.
    mutating func synopsis(command: String, rest: String) {
        heading("Synopsis")
        lines.append(Roff.lines(Roff.bold(command) + Roff.escaped(String(rest.dropFirst(command.count)))))
    }

    mutating func heading(_ text: String) { lines.append(".SH " + Roff.escaped(text.uppercased())) }

    /// A heading within a section, as it is written.
    mutating func subheading(_ text: String) { lines.append(".SS " + Roff.escaped(text)) }

    /// The first paragraph after a heading needs no request, and mandoc says so.
    mutating func paragraph(_ text: String) {
        if lines.last?.hasPrefix(".S") != true { lines.append(".PP") }
        lines.append(Roff.paragraph(text))
    }

    mutating func verbatim(_ text: [String]) {
        if lines.last?.hasPrefix(".S") != true { lines.append(".PP") }
        lines += [".RS 4", ".nf"]
        lines += text.map { $0.isEmpty ? "\\&" : Roff.escaped($0) }.map { $0.hasPrefix(".") ? "\\&" + $0 : $0 }
        lines += [".fi", ".RE"]
    }

    /// - Parameter term: in roff.
    mutating func item(_ term: String, _ text: String) { lines += [".TP", term, Roff.paragraph(text)] }

    mutating func option(_ option: OptionDefinition) {
        let value = option.value.map { " " + Roff.italic($0) } ?? ""
        item(Roff.bold("--\(option.name)") + value, option.fullDescription)
    }

    mutating func example(_ example: CommandExample) {
        paragraph(example.purpose + ":")
        verbatim([example.line])
    }

    mutating func exitStatus(_ codes: [ExitCode]) {
        heading("Exit status")
        for code in codes { item(Roff.bold("\(code.rawValue)"), code.meaning) }
        item(Roff.bold(ExitCode.signalCode), ExitCode.signalMeaning)
    }

    mutating func seeAlso(_ pages: [(name: String, section: Int)], guides: [Guide]) {
        heading("See also")
        let references = pages.map { Roff.bold($0.name) + "(\($0.section))" }
        lines.append(Roff.lines(references.joined(separator: ", ")))
        guard !guides.isEmpty else { return }
        paragraph("In the documentation: " + guides.map { "\($0.title) (`\($0.file)`)" }.joined(separator: "; ") + ".")
    }
}
