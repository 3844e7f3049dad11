import Charts
import Findings
import Foundation
import Report

extension CommandDefinition {
    static let site = CommandDefinition(
        name: "site", summary: "findings to the website",
        options: [.output, .templates, .quiet]
    ) { invocation, console in
        let workspace = Workspace(output: invocation.output)
        try workspace.writeSite(workspace.readFindings(), templates: invocation.value(.templates))
        console.message("Site: \(workspace.site.appending(path: "index.html").relativePath)")
        return .success
    }

    private static let format = OptionDefinition(
        name: "format", value: "LIST", description: "svg, pdf, png, joined by commas (default: pdf)")
    private static let theme = OptionDefinition(
        name: "theme", value: "NAME", description: "light, dark or print (default: print)")
    private static let width = OptionDefinition(
        name: "width", value: "WIDTH", description: "a paper width in millimetres, or pixels such as 720px (default: 160)")

    static let figures = CommandDefinition(
        name: "figures", summary: "findings to figures as PDF, SVG or PNG",
        arguments: ArgumentDefinition(name: "NAME", description: "the figures to draw (default: all)", minimum: 0, maximum: nil),
        options: [.output, format, theme, width, .quiet],
        footer: "Figures go to results/figures. Example: acuity figures leaderboard --format pdf,png --width 88.9"
    ) { invocation, console in
        let workspace = Workspace(output: invocation.output)
        let set = FigureSet(try workspace.readFindings())
        for name in invocation.arguments where !set.names.contains(name) {
            throw UsageError("figures: expected one of \(set.names.joined(separator: ", ")); found `\(name)`")
        }
        let formats = try (invocation.value(format) ?? "pdf").split(separator: ",").map { name -> ChartFormat in
            switch name {
            case "svg": .svg
            case "pdf": .pdf
            case "png": .png(scale: 2)
            default: throw UsageError("--format: expected svg, pdf or png; found `\(name)`")
            }
        }
        let themes: [String: Theme] = ["light": .light, "dark": .dark, "print": .print]
        guard let theme = themes[invocation.value(theme) ?? "print"] else {
            throw UsageError("--theme: expected light, dark or print; found `\(invocation.value(theme) ?? "")`")
        }
        let files = try set.render(
            formats: formats, theme: theme, sizes: [size(invocation.value(width) ?? "160")],
            only: invocation.arguments.isEmpty ? nil : Set(invocation.arguments))
        let folder = workspace.results.appending(path: "figures", directoryHint: .isDirectory)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for file in files { try file.data.write(to: folder.appending(path: file.path), options: .atomic) }
        console.message("\(files.count) figures in \(folder.relativePath)")
        return .success
    }

    private static func size(_ text: String) throws -> ChartSize {
        if text.hasSuffix("px"), let pixels = Double(text.dropLast(2)), (240...4000).contains(pixels) {
            return ChartSize(width: pixels, unit: .pixel)
        }
        if let millimetres = Double(text), (50...500).contains(millimetres) { return .paper(millimetres: millimetres) }
        throw UsageError("--width: expected millimetres from 50 to 500, or pixels such as 720px; found `\(text)`")
    }
}
