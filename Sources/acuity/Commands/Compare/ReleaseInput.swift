import Analysis
import Findings
import Foundation
import Ingest
import Readers
import Records
import Store
import Study

/// The releases that the user named, found and read.
struct ReleaseInput {
    private var releases: [Release] = []
    private var estimated: [EstimatedRelease?] = []
    private let threads: Int

    init(_ invocation: Invocation, study: Study, console: Console) throws {
        threads = try invocation.threads
        var names = invocation.arguments
        if names.isEmpty { names = try Self.ofStudy(study) }
        guard names.count >= 2 else {
            throw UsageError("expected two or more releases; found one. Name the baseline first, then candidates.")
        }
        let operands = names.map { ReleaseOperand($0) }
        let reader = try ReleaseReader(invocation, study: study, console: console)
        try reader.ingest(operands)
        for operand in operands {
            if operand.isFindings {
                let release = try EstimatedRelease(operand)
                estimated.append(release)
                releases.append(try reader.placeholder(operand, model: release.model))
            } else {
                estimated.append(nil)
                releases.append(try reader.release(operand))
            }
        }
        label(operands)
    }

    /// Compares, item by item where all releases have items.
    func document(_ options: CompareOptions, study: Study) throws -> ReleaseDocument {
        if estimated.contains(where: { $0 != nil }) {
            return try UnpairedAnalyzer(study: study, version: Program.version, date: options.date, threads: threads)
                .document(zip(releases, estimated).map { $1.map { .estimates($0) } ?? .items($0) })
        }
        return try ReleaseAnalyzer(
            study: study, version: Program.version, date: options.date, accepted: options.accepted,
            flipLimit: options.flipLimit
        ).document(releases)
    }

    /// The two models of the study's own comparison.
    private static func ofStudy(_ study: Study) throws -> [String] {
        guard let compare = study.compare, let baseline = compare.baseline, let candidate = compare.candidate else {
            throw UsageError(
                "expected a baseline and a candidate; found neither. Name two logs, or set baseline and candidate "
                    + "under [compare] in the study file.")
        }
        return [baseline, candidate]
    }

    /// The name given, else the model's; where two would be called alike, what was typed tells them apart.
    private mutating func label(_ operands: [ReleaseOperand]) {
        let first = operands.indices.map { operands[$0].name ?? releases[$0].model }
        for index in releases.indices {
            let isAlone = first.count { $0 == first[index] } == 1
            releases[index].label = isAlone ? first[index] : operands[index].name ?? operands[index].text
        }
        // The same thing twice is compared with itself, which is a way to try the gate.
        var seen: [String: Int] = [:]
        for index in releases.indices {
            seen[releases[index].label, default: 0] += 1
            if let count = seen[releases[index].label], count > 1 { releases[index].label += " (\(count))" }
        }
        for index in releases.indices { estimated[index]?.label = releases[index].label }
    }
}
