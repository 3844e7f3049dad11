import Foundation
import Testing

@testable import Verification

@Suite struct GoldenVerificationTests {
    @Test func everyShippedCasePasses() throws {
        let report = try GoldenVerification.run(Verification.shipped())
        #expect(report.failures == [])
        #expect(report.isPassed)
    }

    @Test func theShippedSetHoldsEveryMethod() throws {
        let methods = Set(try Verification.shipped().cases.map(\.method))
        #expect(methods.sorted() == GoldenVerification.methods)
    }

    @Test(
        .enabled(if: SharedGolden.isPresent, "the shared golden file is absent; the shipped set was verified instead"))
    func everySharedCasePasses() throws {
        let report = try GoldenVerification.run(GoldenFile(data: Data(contentsOf: SharedGolden.file)))
        #expect(report.failures == [])
        #expect(report.methods.map(\.name) == GoldenVerification.methods)
        #expect(report.isPassed)
    }

    @Test func aWrongNumberIsReportedWithItsPlace() throws {
        let file = try golden(
            #"{"id": "h", "method": "holm", "input": {"pValues": [0.01, 0.04]}, "expected": {"adjusted": [0.02, 0.05]},"#
                + #" "relative-tolerance": 1e-9, "absolute-tolerance": 0}"#)
        let report = try GoldenVerification.run(file)
        #expect(!report.isPassed)
        #expect(
            report.failures == [
                GoldenReport.Failure(caseID: "h", method: "holm", key: "adjusted[1]", expected: 0.05, computed: 0.04)
            ])
        #expect(report.methods[0].cases == 1 && report.methods[0].passed == 0)
        #expect(abs(report.methods[0].largestRelativeError - 0.2) < 1e-12)
    }

    @Test func anArrayOfAnotherLengthFails() throws {
        let file = try golden(
            #"{"id": "h", "method": "holm", "input": {"pValues": [0.01]}, "expected": {"adjusted": [0.01, 1]},"#
                + #" "relative-tolerance": 1, "absolute-tolerance": 1}"#)
        #expect(try GoldenVerification.run(file).isPassed == false)
    }

    @Test(arguments: [
        (
            #"{"id": "a", "method": "wilsn", "input": {}, "expected": {"lower": 0}, TOLERANCES}"#,
            VerificationError.Kind.unknownMethod, "method"
        ),
        (
            #"{"id": "a", "method": "wilson", "input": {"n": 4, "level": 0.9}, "expected": {"lower": 0}, TOLERANCES}"#,
            .malformedCase, "input.correct"
        ),
        (
            #"{"id": "a", "method": "wilson", "input": {"correct": 5, "n": 4, "level": 0.9}, "expected": {"lower": 0}, "#
                + "TOLERANCES}", .malformedCase, "input.correct"
        ),
        (
            #"{"id": "a", "method": "wilson", "input": {"correct": 1, "n": 4, "level": 1}, "expected": {"lower": 0}, "#
                + "TOLERANCES}", .malformedCase, "input.level"
        ),
        (
            #"{"id": "a", "method": "wilson", "input": {"correct": 1, "n": 4, "level": 0.9}, "expected": {"low": 0}, "#
                + "TOLERANCES}", .malformedCase, "expected.low"
        ),
        (
            #"{"id": "a", "method": "wilson", "input": {"correct": 1, "n": 4, "level": 0.9}, "expected": {}, TOLERANCES}"#,
            .malformedCase, "expected"
        ),
        (
            #"{"id": "a", "method": "wilson", "input": {"correct": "1", "n": 4}, "expected": {"lower": 0}, TOLERANCES}"#,
            .malformedCase, "input.correct"
        ),
        (
            #"{"id": "a", "method": "wilson", "input": {"correct": 1, "n": 4, "level": 0.9}, "expected": {"lower": 0}}"#,
            .malformedCase, "relative-tolerance"
        ),
        (#"{"method": "wilson"}"#, .malformedCase, "id"),
    ])
    func aCaseThatCannotBeComputedIsRefusedByName(
        text: String, kind: VerificationError.Kind, field: String
    ) throws {
        let tolerances = #""relative-tolerance": 1e-9, "absolute-tolerance": 0"#
        let error = #expect(throws: VerificationError.self) {
            try GoldenVerification.run(golden(text.replacing("TOLERANCES", with: tolerances)))
        }
        #expect(error?.kind == kind)
        #expect(error?.field == field)
        #expect(error?.caseID == (field == "id" ? "case 1" : "a"))
    }

    @Test(arguments: ["", "[]", #"{"cases": []}"#, #"{"schema": "acuity-golden-2", "cases": []}"#])
    func aFileOfAnotherSchemaIsRefused(text: String) {
        let error = #expect(throws: VerificationError.self) { try GoldenFile(data: Data(text.utf8)) }
        #expect(error?.kind == .malformedFile)
    }

    private func golden(_ text: String) throws -> GoldenFile {
        try GoldenFile(data: Data(#"{"schema": "acuity-golden-1", "cases": [\#(text)]}"#.utf8))
    }
}
