import Foundation
import Verification

extension CommandDefinition {
    static let verify = CommandDefinition(
        name: "verify", summary: "recompute golden values of other programs",
        description: """
            Recomputes golden values that SciPy, statsmodels and R computed, and tells for each method how many agree and the \
            largest relative error, so that an installation can be checked before it is trusted.
            """,
        arguments: ArgumentDefinition(
            name: "FILE", description: "a golden file (default: the set that ships)", minimum: 0, maximum: 1,
            kind: .file(["json"])),
        options: [.quiet],
        examples: [CommandExample("acuity verify", "the set that ships with the program")],
        footer: "It exits with 0 only if every case passes, else with 1.",
        guides: [.statistics]
    ) { invocation, console in
        let file: GoldenFile
        if let path = invocation.arguments.first {
            guard let data = FileManager.default.contents(atPath: path) else {
                throw UsageError("\(path): expected a golden file; found none that can be read")
            }
            file = try golden(path) { () throws(VerificationError) in try GoldenFile(data: data) }
        } else {
            file = try Verification.shipped()
        }
        let report = try golden(invocation.arguments.first ?? "the shipped set") { () throws(VerificationError) in
            try GoldenVerification.run(file)
        }
        console.step("Recomputed \(counted(report.methods.count, "method"))")
        for method in report.methods {
            let name = method.name.padding(toLength: max(34, method.name.count), withPad: " ", startingAt: 0)
            console.result(
                "\(name) \(method.passed)/\(method.cases) passed, largest relative error \(method.largestRelativeError)"
            )
        }
        for failure in report.failures {
            console.result(
                Console.safe(
                    "FAILED \(failure.caseID) \(failure.method) \(failure.key): expected \(failure.expected), "
                        + "computed \(failure.computed)"))
        }
        return report.isPassed ? .success : .failed
    }

    /// What is wrong with a golden file is the user's to mend, and so names the file.
    private static func golden<Result>(
        _ name: String, _ work: () throws(VerificationError) -> Result
    ) throws -> Result {
        do { return try work() } catch { throw GoldenFileError(file: name, cause: error) }
    }
}

/// A golden file that cannot be verified.
struct GoldenFileError: Error, CustomStringConvertible {
    let file: String
    let cause: VerificationError

    var description: String { "\(file): \(cause)" }
}
