import Foundation
import Testing

@testable import acuity

@Suite("the command tables") struct TablesCommandTests {
    @Test(
        "writes files under results/tables, leaves out what the findings do not allow, and says so where it was named")
    func tables() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "acuity-command-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let log = folder.appending(path: "l.csv").path
        let rows = (0..<40).map { "a,p,\($0),\($0 % 3 == 0 ? "A" : "B"),A\nb,p,\($0),\($0 % 2 == 0 ? "A" : "B"),A\n" }
        try ("model,benchmark,item,prediction,target\n" + rows.joined()).write(
            toFile: log, atomically: true, encoding: .utf8)
        let output = ["--output", folder.path]
        #expect(Program.run(["tables"] + output) == .usage)
        let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..").standardizedFileURL
        let templates = ["--templates", root.appending(path: "templates").path]
        #expect(Program.run(["build", log, "--quiet"] + output + templates) == .success)
        #expect(Program.run(["tables", "--format", "latex,csv,markdown", "--quiet"] + output) == .success)
        let files = try FileManager.default.contentsOfDirectory(
            atPath: folder.appending(path: "results/tables").path)
        let made = ["accuracy", "differences", "leaderboard", "runs"]
        #expect(files.sorted() == made.flatMap { ["\($0).csv", "\($0).md", "\($0).tex"] })
        #expect(
            Program.run(["tables", "leaderboard", "--plain", "--wide", "--unit", "score", "--quiet"] + output)
                == .success)
        let text = try String(
            contentsOf: folder.appending(path: "results/tables/leaderboard.tex"), encoding: .utf8)
        #expect(text.contains("\\begin{table*}"))
        for wrong in [
            ["gap"], ["--only", "gap"], ["nope"], ["--only", "runs,"], ["--format", "html"], ["--unit", "points"],
        ] {
            #expect(Program.run(["tables"] + wrong + output) == .usage, "\(wrong)")
        }
        for several in [[], ["runs", "accuracy"], ["runs", "--format", "latex,csv"]] {
            #expect(Program.run(["tables"] + several + ["--output", "-"]) == .usage, "\(several)")
        }
    }
}
