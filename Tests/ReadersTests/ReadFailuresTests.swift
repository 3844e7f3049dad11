import Foundation
import Records
import Testing

@testable import Readers

@Suite("Failures of the system while files are read") struct ReadFailuresTests {
    @Test("a failure is told although nobody minded; a file that is not there is none") func noted() throws {
        let workspace = try Workspace()
        let loop = workspace.folder.appending(path: "loop").path
        try FileManager.default.createSymbolicLink(atPath: loop, withDestinationPath: loop)
        let problem = #expect(throws: Problem.self) {
            try ReadFailures.collecting { _ = try? InputFile.open(loop, shownAs: "loop") }
        }
        #expect(problem?.kind == "unreadable-file" && problem?.file == "loop")
        let none = workspace.folder.appending(path: "none").path
        try ReadFailures.collecting { _ = try? InputFile.open(none, shownAs: "none") }
        // Outside nobody notes it.
        #expect((try? InputFile.open(loop, shownAs: "loop")) == nil)
    }
}
