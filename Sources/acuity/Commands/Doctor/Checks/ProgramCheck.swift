import Dependencies
import Verification

extension DoctorCheck {
    static let program = DoctorCheck(name: "program") { _ in
        let commit = BuildFacts.commit.map { ", commit \($0)" } ?? ""
        let facts =
            "Acuity \(Program.version), \(BuildFacts.configuration) build for \(BuildFacts.architecture)\(commit)"
        guard BuildFacts.configuration == "release" else {
            return [.warning("program", facts, "A debug build is several times slower: use `swift build -c release`.")]
        }
        return [.ok("program", facts)]
    }

    static let golden = DoctorCheck(name: "golden") { _ in
        let report = try GoldenVerification.run(Verification.shipped())
        let cases = report.methods.reduce(0) { $0 + $1.cases }
        let passed = report.methods.reduce(0) { $0 + $1.passed }
        let found = "\(passed) of \(cases) golden values of other programs recomputed"
        guard report.isPassed else {
            return [
                .problem(
                    "golden", found,
                    "Do not trust estimates of this installation; `acuity verify` names the values. Please report them."
                )
            ]
        }
        return [.ok("golden", found)]
    }
}
