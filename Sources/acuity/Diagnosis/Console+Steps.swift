import Findings
import Foundation
import Ingest
import Readers
import Store
import Study

/// What the rooms hand over as values, in words for who follows the work.
extension Console {
    func tell(_ study: Study) {
        step(
            "Study: \(study.file ?? "none, defaults hold"); \(counted(study.benchmarks.count, "benchmark")), "
                + "\(counted(study.models.count, "model")) and \(counted(study.thresholds.count, "threshold")) named; "
                + "level \(study.level), seed \(study.seed)")
    }

    /// What was found, and by what each log was recognised.
    func tell(_ listing: LogListing) {
        guard tellsSteps else { return }
        step(
            "Found \(counted(listing.logs.count, "log")); \(counted(listing.passedOver.count, "file")) passed over, "
                + "\(counted(listing.problems.count, "problem"))")
        for log in listing.logs {
            let own = log.candidates.first { $0.runner == log.reader.runner.id }
            let others = log.candidates.filter { $0.runner != log.reader.runner.id }.map(\.runner)
            step(
                "Log \(log.path): \(log.reader.runner.id), "
                    + (own.map { "sure by \($0.recognition.confidence): \($0.recognition.reason)" } ?? "as it was named")
                    + (others.isEmpty ? "" : "; not \(others.joined(separator: ", "))")
                    + (log.parts.count > 1 ? "; \(log.parts.count) files" : "")
                    + (log.sidecars.isEmpty ? "" : "; \(counted(log.sidecars.count, "file")) beside it"))
        }
        for file in listing.passedOver { step("Passed over \(file.path): \(file.reason)") }
    }

    /// What became of a log.
    func tell(_ outcome: LogOutcome) {
        switch outcome.result {
        case .unchanged: step("Cached \(outcome.path): the store has it with these bytes, read in this way")
        case .copy(let original): step("Left out \(outcome.path): the same bytes as \(original)")
        case .failed(let problem): step("Failed \(outcome.path): \(problem.kind)")
        case .read(let reason, let runs, let problems, let seconds):
            let why = reason == .new ? "the store had nothing of it" : "its bytes, or what is said of it, are others"
            step(
                "Read \(outcome.path), as \(why), in \(Self.rounded(seconds)) s: \(counted(runs.count, "run")), "
                    + counted(problems, "problem"))
            for run in runs {
                step(
                    "  \(run.model) on \(run.benchmark): \(counted(run.items, "item")), "
                        + "\(counted(run.predictions, "prediction")) kept, \(run.duplicates) replaced; "
                        + "\(run.unparsed) unparsed, \(run.refused) refused, \(run.errors) errors")
            }
        }
    }

    func tell(_ store: Store, isNew: Bool) {
        guard tellsSteps else { return }
        let size = (try? FileManager.default.attributesOfItem(atPath: store.path)[.size] as? Int) ?? 0
        step(
            isNew
                ? "Made the store \(store.path), version \(Store.version)"
                : "Opened the store \(store.path), version \(Store.version), \(ByteSize.text(UInt64(size)))")
    }

    func tell(_ findings: FindingsDocument) {
        step(
            "Analysed: \(counted(findings.models.count, "model")), \(counted(findings.benchmarks.count, "benchmark")), "
                + "\(counted(findings.runs.count, "run")) of which \(findings.runs.count { $0.isUsed }) used, "
                + "\(counted(findings.estimates.count, "estimate")), \(counted(findings.differences.count, "difference")), "
                + "\(counted(findings.verdicts.count, "verdict")), \(counted(findings.problems.count, "problem"))")
    }

    private static func rounded(_ seconds: Double) -> String {
        String(format: "%.3f", locale: Locale(identifier: "en_US_POSIX"), seconds)
    }
}
