import Foundation
import Records

/// MMMU within MedEvalKit: a folder a subject with `parsed_output.json`, or, for the split without right answers, one map
/// from items to answers.
enum MedEvalKitMMMU {
    static func recognise(_ probe: LogProbe, _ place: MedEvalKitPlace) -> Recognition? {
        switch MMMUForm(probe) {
        case .rows:
            let hasParsed = probe.hasSibling("parsed_output.json") && probe.innerName != "parsed_output.json"
            return hasParsed
                ? Recognition(
                    confidence: 0.96, reason: "rows of MedEvalKit's MMMU that are read from parsed_output.json",
                    role: .sidecar)
                : Recognition(
                    confidence: 0.96, reason: "rows of MMMU in a folder of MedEvalKit", group: place.folder.path)
        case .map where probe.innerName == "response.json":
            return Recognition(
                confidence: 0.96, reason: "the responses behind the answers in results.json", role: .sidecar)
        case .map: return Recognition(confidence: 0.96, reason: "answers to MMMU in a folder of MedEvalKit")
        default: break
        }
        guard probe.innerName == "result.json", probe.outline.root == .object else { return nil }
        return Recognition(
            confidence: 0.96, reason: "figures of MedEvalKit's MMMU; the items are in parsed_output.json",
            role: .sidecar)
    }

    static func read(_ log: Log, _ writer: RunWriter) throws {
        let names = MMMURows.MetricNames(all: "total.acc", choices: "multiple-choice acc")
        var reported: Double?
        if let file = log.sidecars.first(where: { $0.lastPathComponent == "result.json" }) {
            let problem = try Problem.caught {
                reported = try MedEvalKitFigures(file: file.path, shownAs: log.shownPath(of: file))["total.acc"]
            }
            if var problem {
                problem.severity = .warning
                writer.note(problem)
            }
        }
        var responses = MMMUGold()
        if let file = log.sidecars.first(where: { $0.lastPathComponent == "response.json" }) {
            let problem = try Problem.caught { try responses.readResponses(file, shownAs: log.shownPath(of: file)) }
            if let problem { writer.note(problem) }
        }
        for part in log.parts {
            if (try? LogProbe(url: part.url, path: part.path)).map({ MMMUForm($0) == .map }) ?? false {
                try MMMUMap(writer, responses, names).read(part)
            } else {
                try MMMURows(writer, names).read(part, isPro: false)
            }
        }
        let figure = reported
        writer.update { run in
            for index in run.metrics.indices where run.metrics[index].name == names.all {
                run.metrics[index].reported = figure
            }
        }
        try writer.finish()
    }
}
