import Foundation
import Testing

@testable import acuity

@Suite("docs/study.md") struct StudyPageTests {
    @Test("it is what the list of the study file's keys makes") func page() throws {
        let isCommitted = try MadeFile(path: "docs/study.md", text: StudyPage.text)
            .isCommitted(writtenBy: "ACUITY_WRITE_STUDY_PAGE")
        #expect(isCommitted, "ACUITY_WRITE_STUDY_PAGE=1 swift test --filter StudyPage")
    }

    @Test("the pages that it names are there") func links() throws {
        for link in StudyPage.text.matches(of: #/\]\((?<path>[^)#]+)\)/#) {
            let url = MadeFile.root.appending(path: "docs/\(link.output.path)")
            #expect(FileManager.default.fileExists(atPath: url.standardizedFileURL.path), "\(link.output.path)")
        }
    }
}
