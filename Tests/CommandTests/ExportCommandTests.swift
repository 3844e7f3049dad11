import Foundation
import Testing

@testable import acuity

@Suite("the command export") struct ExportCommandTests {
    @Test("writes an aggregate and rows for each run; another form is wrong usage, no log is bad input") func export()
        throws
    {
        let folder = FileManager.default.temporaryDirectory.appending(path: "acuity-command-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appending(path: "l.csv").path
        try "model,benchmark,item,prediction,target\nlab/m,q,1,A,A\nlab/m,q,2,B,A\n".write(
            toFile: path, atomically: true, encoding: .utf8)
        let output = folder.appending(path: "out").path
        #expect(
            Program.run(["export", "--format", "every-eval-ever", path, "--output", output, "--quiet"]) == .success)
        let files = try FileManager.default.subpathsOfDirectory(atPath: output).filter { $0.contains(".json") }
        #expect(files.count == 2)
        #expect(files.allSatisfy { $0.hasPrefix("data/q/lab/m/") })
        #expect(Program.run(["export", "--format", "xml", path, "--output", output]) == .usage)
        #expect(Program.run(["export", folder.appending(path: "none").path, "--output", output]) == .badInput)
    }
}
