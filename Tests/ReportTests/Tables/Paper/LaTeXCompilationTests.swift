import Findings
import Foundation
import Testing

@testable import Report

@Suite("LaTeX tables, compiled")
struct LaTeXCompilationTests {
    static let hasLaTeX = ["booktabs.sty", "siunitx.sty", "longtable.sty", "array.sty"].allSatisfy { package in
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/kpsewhich")
        process.arguments = [package]
        process.standardOutput = FileHandle.nullDevice
        guard FileManager.default.isExecutableFile(atPath: "/usr/bin/pdflatex"), (try? process.run()) != nil else {
            return false
        }
        process.waitUntilExit()
        return process.terminationStatus == 0
    }

    /// A study whose names hold what pdfLaTeX can set of what a log may hold.
    private static var hostile: FindingsDocument {
        var findings = Fixture.study()
        let names = HostileNames.all.filter { !LaTeXText.needsUnicodeEngine($0) }
        for position in findings.models.indices { findings.models[position].name = names[position % names.count] }
        for position in findings.benchmarks.indices {
            findings.benchmarks[position].name = names[(position + 3) % names.count]
        }
        findings.study.title = names[names.count - 2]
        return findings
    }

    @Test(
        "pdflatex sets every table of an ordinary, a hostile and a bare study without an error",
        .enabled(if: hasLaTeX, "skipped: pdflatex with booktabs and siunitx is not installed (texlive-science)"),
        arguments: ["whole", "hostile", "one-model", "bare"], [false, true])
    func compiles(study: String, isPlain: Bool) throws {
        let findings = Variants.all.first { $0.name == study }?.findings ?? Self.hostile
        let folder = FileManager.default.temporaryDirectory.appending(path: "acuity-latex-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let files = PaperTables.files(findings, options: PaperTables.Options(isPlain: isPlain)).files
        for file in files { try file.data.write(to: folder.appending(path: file.path)) }
        let packages = isPlain ? "booktabs,longtable,array" : "booktabs,siunitx,longtable,array"
        let document =
            "\\documentclass{article}\n\\usepackage{\(packages)}\n\\begin{document}\n"
            + files.map { "\\input{\($0.path)}\n\\clearpage\n" }.joined() + "\\end{document}\n"
        try document.write(to: folder.appending(path: "all.tex"), atomically: true, encoding: .utf8)
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/pdflatex")
        process.arguments = ["-no-shell-escape", "-interaction=nonstopmode", "-halt-on-error", "all.tex"]
        process.currentDirectoryURL = folder
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        let log = (try? String(contentsOf: folder.appending(path: "all.log"), encoding: .isoLatin1)) ?? ""
        #expect(process.terminationStatus == 0, "\(log.split(separator: "\n").filter { $0.hasPrefix("!") })")
    }
}
