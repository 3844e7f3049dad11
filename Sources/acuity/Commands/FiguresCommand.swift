import Charts
import Foundation
import Report
import WholeFiles

extension CommandDefinition {
    private static let only = OptionDefinition(
        name: "only", value: "LIST", description: "kinds or names of figures, joined by commas (default: all)",
        kind: .words(FigureSet.kindNames))
    private static let preset = OptionDefinition(
        name: "for", value: "PLACE",
        description:
            "\((ChartSize.Paper.allCases.map(\.rawValue) + ["slide", "web"]).joined(separator: ", ")) (default: a4)",
        kind: .word(ChartSize.Paper.allCases.map(\.rawValue) + ["slide", "web"]))
    private static let format = OptionDefinition(
        name: "format", value: "LIST",
        description: "svg, pdf, png, joined by commas (default: pdf; web: svg; slide: png)",
        kind: .words(["svg", "pdf", "png"]))
    private static let theme = OptionDefinition(
        name: "theme", value: "NAME", description: "light, dark, slide or print (default: what the place asks for)",
        kind: .word(Theme.all.map(\.name)))
    private static let width = OptionDefinition(
        name: "width", value: "WIDTH", description: "another width: millimetres, or pixels such as 720px")
    private static let created = OptionDefinition(
        name: "created", value: "DATE", description: "a date such as 2025-07-15 for the PDF's metadata (default: none)")
    private static let list = OptionDefinition(
        name: "list", value: nil, description: "list the kinds and what each shows; draw nothing")
    private static let gallery = OptionDefinition(
        name: "gallery", value: "DIR",
        description: "write a page with one figure of each kind to this folder; nothing else", kind: .folder)

    static let figures = CommandDefinition(
        name: "figures", summary: "findings to figures as PDF, SVG or PNG",
        description: """
            Draws what `results/findings.json` holds into `results/figures/`, laid out for the width of a journal's column, a \
            slide or the web. A kind that the findings do not allow is told with what it needs.
            """,
        arguments: ArgumentDefinition(
            name: "NAME", description: "kinds or names of figures (default: all)", minimum: 0, maximum: nil,
            kind: .word(FigureSet.kindNames)),
        options: [.output, only, preset, format, theme, width, created, list, gallery, .quiet],
        examples: [
            CommandExample("acuity figures --list", "the kinds, and which of them these findings allow"),
            CommandExample(
                "acuity figures --for ieee-column --only leaderboard,gap", "two figures as PDF, 88.9 mm wide"),
            CommandExample("acuity figures heat-map --for slide", "one figure as PNG for a slide"),
            CommandExample("acuity figures leaderboard --theme dark --width 720px --format svg", "for a dark page"),
        ],
        guides: [.figures, .charts]
    ) { invocation, console in
        let workspace = Workspace(output: invocation.output)
        let findings = try workspace.readFindings(console)
        if let folder = invocation.value(gallery) {
            return try write(Gallery.files(findings), to: URL(fileURLWithPath: folder, isDirectory: true), console)
        }
        let set = FigureSet(findings)
        if invocation.has(list) {
            for kind in set.kinds { console.result(FigureList.line(kind)) }
            return .success
        }
        let names = try FigureRequest.names(
            invocation.arguments + (invocation.value(only)?.split(separator: ",").map(String.init) ?? []), in: set)
        let request = try FigureRequest(
            place: invocation.value(preset), theme: invocation.value(theme), width: invocation.value(width),
            formats: invocation.value(format), created: invocation.value(created))
        let rendering = try set.render(
            formats: request.formats, theme: request.theme, sizes: request.sizes, only: names)
        console.step("Drew \(counted(rendering.files.count, "file")) with \(FontCheck.found() ?? "no font")")
        if let problem = FontCheck.problem() ?? FontCheck.problem(missing: rendering.missingCharacters) {
            console.warning("\(problem.expected); found \(problem.found). \(problem.remedy)")
        }
        if names == nil {
            for kind in set.kinds where kind.names.isEmpty {
                console.message("not drawn: \(kind.id): it needs \(kind.needs).")
            }
        }
        let folder = workspace.results.appending(path: "figures", directoryHint: .isDirectory)
        return try write(rendering.files, to: folder, console)
    }

    private static func write(_ files: [SiteFile], to folder: URL, _ console: Console) throws -> ExitCode {
        WholeFile.removeLeftOvers(in: folder)
        for file in files {
            let url = folder.appending(path: file.path)
            try FileManager.default.createDirectory(
                at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
            try WholeFile.write(file.data, to: url)
            console.step("Wrote \(url.path), \(ByteSize.text(UInt64(file.data.count)))")
        }
        console.message("\(counted(files.count, "file")) in \(folder.relativePath)")
        return .success
    }
}

/// What was asked for, checked.
struct FigureRequest {
    var theme: Theme
    var sizes: [ChartSize]
    var formats: [ChartFormat]

    /// - Throws: `UsageError` that lists what is expected.
    init(place: String?, theme: String?, width: String?, formats: String?, created: String?) throws {
        var (usual, sizes, format) = (Theme.print, [ChartSize.Paper.a4.size], "pdf")
        switch place {
        case nil: break
        case "slide": (usual, sizes, format) = (.slide, [ChartSize(width: 1280, unit: .pixel)], "png")
        case "web": (usual, sizes, format) = (.light, ChartSize.screens, "svg")
        case let name?:
            guard let paper = ChartSize.Paper(rawValue: name) else {
                let known = (ChartSize.Paper.allCases.map(\.rawValue) + ["slide", "web"]).joined(separator: ", ")
                throw UsageError("--for: expected one of \(known); found `\(name)`")
            }
            sizes = [paper.size]
        }
        if let name = theme {
            guard let known = Theme.all.first(where: { $0.name == name }) else {
                throw UsageError(
                    "--theme: expected \(Theme.all.map(\.name).joined(separator: ", ")); found `\(name)`")
            }
            usual = known
            if place == nil, known.name != Theme.print.name { sizes = [.medium] }
        }
        self.theme = usual
        self.sizes = try width.map { [try Self.size($0)] } ?? sizes
        for size in self.sizes where (size.unit == .point) != (usual.name == Theme.print.name) {
            throw UsageError(
                "--theme \(usual.name): expected \(usual.name == Theme.print.name ? "a width in millimetres" : "a width in pixels, such as --width 720px"); "
                    + "found \(width ?? place ?? "a4"). The theme print is for paper, the others for screens.")
        }
        let scale = usual.name == Theme.print.name ? 600.0 / 72 : 2
        self.formats = try (formats ?? format).split(separator: ",").map { name -> ChartFormat in
            switch name {
            case "svg": .svg
            case "pdf": .pdf(created: try created.map(Self.date))
            case "png": .png(scale: scale)
            default: throw UsageError("--format: expected svg, pdf or png; found `\(name)`")
            }
        }
    }

    /// The names of the figures asked for, each by its own name or its kind's; nil for all.
    static func names(_ wishes: [String], in set: FigureSet) throws -> Set<String>? {
        guard !wishes.isEmpty else { return nil }
        var names: Set<String> = []
        for wish in wishes {
            if let kind = set.kinds.first(where: { $0.id == wish }) {
                guard let first = kind.names.first else {
                    throw UsageError("figures: \(kind.id) cannot be drawn: it needs \(kind.needs).")
                }
                // The kind's name alone is its figure of the whole study, where there is one.
                names.formUnion(first == kind.id ? [first] : kind.names)
            } else if set.names.contains(wish) {
                names.insert(wish)
            } else {
                let known = set.kinds.map(\.id).joined(separator: ", ")
                throw UsageError(
                    "figures: expected one of \(known), or a name that `acuity figures --list` prints; found `\(wish)`")
            }
        }
        return names
    }

    private static func date(_ text: String) throws -> String {
        guard text.wholeMatch(of: #/\d{4}-\d{2}-\d{2}/#) != nil else {
            throw UsageError("--created: expected a date such as 2025-07-15; found `\(text)`")
        }
        return text
    }

    private static func size(_ text: String) throws -> ChartSize {
        if text.hasSuffix("px"), let pixels = Double(text.dropLast(2)), (240...4000).contains(pixels) {
            return ChartSize(width: pixels, unit: .pixel)
        }
        if let millimetres = Double(text), (50...500).contains(millimetres) { return .paper(millimetres: millimetres) }
        throw UsageError("--width: expected millimetres from 50 to 500, or pixels such as 720px; found `\(text)`")
    }
}

/// The kinds of figures as lines for a terminal.
enum FigureList {
    static func line(_ kind: FigureSet.Kind) -> String {
        let names = kind.names.isEmpty ? "not here: it needs \(kind.needs)" : kind.names.joined(separator: ", ")
        return "\(kind.id): \(kind.question)\n    \(names)"
    }
}
