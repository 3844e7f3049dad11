import Foundation
import Records

extension DoctorCheck {
    static let study = DoctorCheck(name: "study") { subject in
        let input: StudyInput
        do {
            input = try StudyInput(subject.invocation)
        } catch let error as UsageError where subject.invocation.arguments.isEmpty {
            // Without arguments there is something to look at only where a study lies at hand.
            guard subject.invocation.value(.study) == nil else { throw error }
            return [.ok("study", "none here, and none was named")]
        } catch let errors as InputErrors {
            return errors.problems.map(finding)
        }
        let listing = input.listing
        var findings = listing.problems.map(finding)
        if listing.logs.isEmpty {
            findings.append(
                .problem(
                    "study", "no logs where they were looked for",
                    "Check the paths; `acuity formats` lists what is read."))
        }
        let name = input.study.file.map { "\($0): valid" } ?? "no study file"
        let runners = Set(listing.logs.map(\.reader.runner.id)).sorted().joined(separator: ", ")
        let logs =
            "\(counted(listing.logs.count, "log")) of \(runners), "
            + "\(counted(listing.passedOver.count, "file")) passed over"
        return findings.isEmpty ? [.ok("study", "\(name); \(logs)")] : findings
    }

    private static func finding(_ problem: Problem) -> DoctorFinding {
        var facts = problem
        facts.remedy = ""
        let found = facts.description.trimmingCharacters(in: .whitespaces)
        switch problem.severity {
        case .note: return .ok("study", found)
        case .warning: return .warning("study", found, problem.remedy)
        case .error: return .problem("study", found, problem.remedy)
        }
    }
}
