import Foundation
import Testing
import Verification

@Suite("Verification against golden values") struct GoldenVerificationTests {
    static let sharedFile = URL(filePath: #filePath).deletingLastPathComponent().appending(
        path: "../../../shared/golden/statistics.json").standardizedFileURL

    @Test("every shipped case passes") func shipped() throws {
        let verification = try GoldenVerification(GoldenFile.shipped())
        #expect(verification.methods.count >= 35)
        for failure in verification.failures { Issue.record("\(failure)") }
    }

    @Test(
        "every case of the shared golden file passes",
        .enabled(
            if: FileManager.default.fileExists(atPath: sharedFile.path),
            "skipped: ../shared/golden/statistics.json is not there; the shipped set is still checked"))
    func shared() throws {
        let verification = try GoldenVerification(GoldenFile(Data(contentsOf: Self.sharedFile), name: "shared"))
        for failure in verification.failures { Issue.record("\(failure)") }
    }

    private func file(_ cases: String) throws -> GoldenFile {
        try GoldenFile(Data(#"{"schema":"acuity-golden-1","cases":[\#(cases)]}"#.utf8), name: "g.json")
    }

    @Test("a wrong value fails and is named") func wrongValue() throws {
        let verification = try GoldenVerification(
            file(
                #"{"id":"a","method":"wilson","input":{"correct":17,"n":40,"level":0.95},"expected":{"lower":0.3},"relative-tolerance":1e-6,"absolute-tolerance":0}"#
            ))
        #expect(!verification.passes && verification.failures.map(\.key) == ["lower"])
        #expect(verification.methods[0].passed == 0)
    }

    @Test(
        "a malformed case and an unknown method are refused by name",
        arguments: [
            (#"{"id":"a","method":"nope","input":{},"expected":{"x":1},"relative-tolerance":0,"absolute-tolerance":0}"#, "`nope`"),
            (
                #"{"id":"a","method":"wilson","input":{"n":1,"level":0.9},"expected":{"lower":1},"relative-tolerance":0,"absolute-tolerance":0}"#,
                "`correct`"
            ),
            (#"{"id":"a","method":"wilson","input":{},"expected":{"lower":1}}"#, "relative-tolerance"),
            (#"{"method":"wilson"}"#, "case 1"),
        ])
    func refused(cases: String, names: String) {
        let error = #expect(throws: GoldenError.self) { try GoldenVerification(file(cases)) }
        #expect(error?.description.contains(names) == true)
    }
}
