import Foundation

/// The page templates with the style sheet, the scripts and the icon, read from a folder.
public struct TemplateFolder: Sendable {
    /// The texts of the templates by name, without the ending `.mustache`.
    let sources: [String: String]
    /// The files that are copied into the site's `assets` folder, by name.
    let assets: [String: Data]

    /// The templates that a site needs; those that they include are found by name.
    static let required = [
        "layout", "index", "claims", "checklist", "models", "model", "benchmarks",
        "benchmark", "compare", "pair-page", "gap", "verdicts",
        "variance", "ranks", "releases", "all-items", "items", "item-page", "methods", "data", "about", "404",
    ]
    static let requiredAssets = [
        "compare.js", "icon.svg", "items.js", "marks.js", "shortcuts.js", "style.css", "tables.js",
    ]

    /// Reads a folder: `*.mustache` are templates, `*.css`, `*.js`, `*.svg` and `*.png` are assets.
    ///
    /// - Throws: `TemplateProblem` if the folder cannot be read, lacks a template, or holds one that is not UTF-8.
    public init(reading folder: URL) throws {
        var sources: [String: String] = [:]
        var assets: [String: Data] = [:]
        let names: [String]
        do {
            names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        } catch {
            throw TemplateProblem(
                file: folder.path, expected: "a folder of templates", found: "none that can be read",
                remedy: "Pass a copy of the project's folder `templates`.")
        }
        for name in names.sorted() where Self.isPart(name) {
            let file = folder.appendingPathComponent(name)
            switch file.pathExtension {
            case "mustache":
                guard let text = String(data: try Data(contentsOf: file), encoding: .utf8) else {
                    throw TemplateProblem(
                        file: name, expected: "UTF-8 text", found: "other bytes", remedy: "Save the file as UTF-8.")
                }
                sources[file.deletingPathExtension().lastPathComponent] = text
            default:
                assets[name] = try Data(contentsOf: file)
            }
        }
        try self.init(sources: sources, assets: assets, name: folder.path)
    }

    /// Checks the templates as a build does before it fills them.
    ///
    /// - Throws: `TemplateProblem` with the file and the line of the first thing that is wrong.
    public func check() throws {
        _ = try parsed()
    }

    /// The templates, ready to be filled.
    ///
    /// - Throws: `TemplateProblem` for names that no page gives, and for what is malformed.
    func parsed() throws -> TemplateSet {
        try TemplateData.recorded.check(sources)
        return try TemplateSet(sources)
    }

    /// Whether a file of the folder goes into a site by its name. Editors put others beside it for a moment.
    public static func isPart(_ name: String) -> Bool {
        let ending = name.split(separator: ".", omittingEmptySubsequences: false).dropFirst().last.map(String.init)
        return !name.hasPrefix(".") && ["mustache", "css", "js", "svg", "png"].contains(ending ?? "")
    }

    /// - Throws: `TemplateProblem` if a required template or asset is not there.
    init(sources: [String: String], assets: [String: Data], name: String) throws {
        let missing =
            Self.required.filter { sources[$0] == nil }.map { $0 + ".mustache" }
            + Self.requiredAssets.filter { assets[$0] == nil }
        guard missing.isEmpty else {
            throw TemplateProblem(
                file: name, expected: missing.joined(separator: ", "), found: "no such file",
                remedy: "Start from a copy of the project's folder `templates` and keep its file names.")
        }
        self.sources = sources
        self.assets = assets
    }

    /// Finds the templates' folder: the one that was named, else `templates` in the working folder if it holds a
    /// layout, else `../share/acuity/templates` beside the program, else `templates` in a folder above the program
    /// (the source tree, when the program runs from its build folder).
    ///
    /// - Parameters:
    ///   - explicit: What the user named, or nil. A folder that was named is never replaced by another.
    ///   - executable: The path of the running program.
    ///   - workingFolder: Where relative paths start.
    /// - Throws: `TemplateProblem` that lists the places that were looked at.
    public static func locate(explicit: URL?, executable: URL, workingFolder: URL) throws -> URL {
        if let explicit { return explicit }
        let program = executable.resolvingSymlinksInPath().deletingLastPathComponent()
        var candidates = [
            workingFolder.appendingPathComponent("templates"),
            program.appendingPathComponent("../share/acuity/templates").standardizedFileURL,
        ]
        var folder = program
        // A build folder lies a few levels below the source tree: .build/<triple>/<configuration>.
        for _ in 0..<4 {
            folder = folder.deletingLastPathComponent()
            candidates.append(folder.appendingPathComponent("templates"))
        }
        if let found = candidates.first(where: isTemplateFolder) { return found }
        var looked: [String] = []
        for candidate in candidates where !looked.contains(candidate.path) { looked.append(candidate.path) }
        throw TemplateProblem(
            file: "templates", expected: "a folder with `layout.mustache`",
            found: "none at " + looked.joined(separator: ", "),
            remedy: "Name the folder with `--templates`.")
    }

    private static func isTemplateFolder(_ folder: URL) -> Bool {
        FileManager.default.fileExists(atPath: folder.appendingPathComponent("layout.mustache").path)
    }
}
