import Charts
import Findings
import Foundation
import Testing

@testable import Report
@testable import acuity

@Suite("the command figures") struct FiguresCommandTests {
    /// A folder with the findings of three models on two benchmarks.
    private func bench() throws -> String {
        let folder = FileManager.default.temporaryDirectory.appending(path: "acuity-figures-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for (number, model) in ["alpha-7b", "beta-7b", "医学-7b"].enumerated() {
            var lines = ["benchmark,model,item,prediction,target"]
            for benchmark in ["one", "two"] {
                lines += (0..<40).map { item in
                    "\(benchmark),\(model),i\(item),\(item % (number + 3) == 0 ? "B" : "A"),A"
                }
            }
            try lines.joined(separator: "\n").write(
                to: folder.appending(path: "\(number).csv"), atomically: true, encoding: .utf8)
        }
        #expect(Program.run(["build", folder.path, "--output", folder.path, "--quiet"]) == .success)
        return folder.path
    }

    private func files(_ folder: String) -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: folder + "/results/figures")) ?? []).sorted()
    }

    @Test("draws for a place, by kind and by name, and refuses what it does not know or cannot draw") func requests()
        throws
    {
        let folder = try bench()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        func run(_ arguments: String...) -> ExitCode {
            Program.run(["figures"] + arguments + ["--output", folder, "--quiet"])
        }
        #expect(run("--for", "ieee-column", "--only", "leaderboard,heat-map") == .success)
        #expect(files(folder) == ["heat-map-88.9mm-print.pdf", "leaderboard-88.9mm-print.pdf"])
        #expect(run("leaderboard-one", "--for", "slide") == .success)
        #expect(run("leaderboard-two", "--theme", "dark", "--format", "svg") == .success)
        #expect(files(folder).contains("leaderboard-one-1280-slide.png"))
        #expect(files(folder).contains("leaderboard-two-720-dark.svg"))
        #expect(run("gap") == .usage, "no item has a capability")
        #expect(run("pie") == .usage)
        #expect(run("--for", "poster") == .usage)
        #expect(run("--for", "a4", "--theme", "dark") == .usage, "screens' themes go with pixels")
        #expect(run("--created", "yesterday") == .usage)
        #expect(run("--format", "gif") == .usage)
        #expect(run("--width", "10") == .usage)
    }

    @Test("every kind has an identifier of its own, a question and a need, and figures of it begin with its name")
    func kinds() throws {
        let folder = try bench()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let set = FigureSet(try Workspace(output: URL(fileURLWithPath: folder)).readFindings(Console(isQuiet: true)))
        #expect(Set(set.kinds.map(\.id)).count == set.kinds.count)
        #expect(Set(set.names).count == set.names.count)
        for kind in set.kinds {
            #expect(kind.question.hasSuffix("?") && !kind.needs.isEmpty && !kind.needs.hasSuffix("."))
            #expect(kind.names.allSatisfy { $0 == kind.id || $0.hasPrefix(kind.id + "-") })
        }
        for name in set.names {
            let title = try #require(set.words(name)?.title)
            #expect(!title.isEmpty && (!title.hasSuffix(".") || title.contains(". ")), "\(name): \(title)")
        }
    }

    @Test("characters without a font are named with the package that brings one") func fonts() {
        #expect(FontCheck.problem(missing: "") == nil)
        #expect(FontCheck.problem(missing: "医")?.remedy.contains("fonts-noto-cjk") == true)
        #expect(FontCheck.problem(missing: "☃")?.remedy.contains("fonts-symbola") == true)
    }

    @Test("the page of the kinds in the documentation is the one that the shipped findings make") func gallery() throws
    {
        let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..").standardizedFileURL
        let findings = try FindingsDocument(decoding: Data(contentsOf: root.appending(path: "results/findings.json")))
        for file in try Gallery.files(findings) {
            let stored = try Data(contentsOf: root.appending(path: "docs").appending(path: file.path))
            #expect(stored == file.data, "docs/\(file.path) differs; run make gallery")
        }
    }
}
