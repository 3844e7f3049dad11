import Foundation
import Ingest
import Readers
import Records
import Study
import WholeFiles

extension CommandDefinition {
    private static let file = OptionDefinition(
        name: "study", value: "FILE", description: "the study file to write (default: study.toml)",
        kind: .file(["toml"]))

    static let initialize = CommandDefinition(
        name: "init", summary: "logs to a first study file, to be changed by hand",
        description: """
            Reads logs and writes a study file with what they hold: models and benchmarks under their names, the facets of \
            items with their values, which facets may make clusters or tell capabilities. What only you can know, such as \
            thresholds, stands there as comments, without a number. `acuity build` with the file gives the numbers that it gives \
            without, until you change it. A file that is there is never overwritten.
            """,
        arguments: ArgumentDefinition(
            name: "LOGS", description: "logs: files, folders, globs (default: the folder logs)", minimum: 0,
            maximum: nil,
            kind: .path),
        options: [file, .runner, .model, .benchmark, .quiet],
        examples: [
            CommandExample("acuity init logs", "study.toml from the logs of a folder"),
            CommandExample(
                "acuity init logs --study studies/spring.toml", "another file; paths in it start at its folder"),
        ],
        guides: [.study, .catalogue, .readers]
    ) { invocation, console in
        let url = URL(fileURLWithPath: invocation.value(file) ?? "study.toml")
        try expectNone(at: url)
        let paths = invocation.arguments.isEmpty ? ["logs"] : invocation.arguments
        guard !invocation.arguments.isEmpty || FileManager.default.fileExists(atPath: "logs") else {
            throw UsageError("expected logs; found none named, and no folder `logs`. Name files or folders of logs.")
        }
        if let study = paths.first(where: { $0.hasSuffix(".toml") }) {
            throw UsageError("\(study): expected logs; found a study file. Name the file to write with --study.")
        }
        let input = try StudyInput(
            studyPath: nil, paths: paths, runner: invocation.value(.runner) ?? "auto",
            facts: GivenFacts(model: invocation.value(.model), benchmark: invocation.value(.benchmark)))
        console.tell(input.listing)
        let names = NameResolver(study: input.study)
        let survey = LogSurvey(modelID: names.modelID, benchmarkID: names.benchmarkID)
        var problems = input.listing.problems
        var used = 0
        for (index, log) in input.listing.logs.enumerated() {
            do {
                try log.read(into: survey)
                used += 1
                console.step("Read \(log.path)")
            } catch let problem as Problem {
                problems.append(problem)
            }
            console.progress("Reading", done: index + 1, of: input.listing.logs.count)
        }
        for problem in problems + survey.problems { IngestStep.report(problem, to: console) }
        guard used > 0 else {
            console.error("no log could be used; nothing was written")
            return .badInput
        }
        let current = FileManager.default.currentDirectoryPath
        let folder = url.deletingLastPathComponent()
        let study = StarterStudy(
            logs: paths.map { path in
                StarterStudy.LogsEntry(
                    path: RelativePath.of(path, from: folder.path, current: current),
                    runner: invocation.value(.runner), model: invocation.value(.model),
                    benchmark: invocation.value(.benchmark))
            }, survey: survey, logCount: used)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        guard try WholeFile.create(Data(study.text.utf8), at: url) else { throw occupied(url) }
        console.message(
            "\(counted(survey.models.count, "model")), \(counted(survey.benchmarks.count, "benchmark")) in "
                + counted(used, "log"))
        console.message(
            "Study: \(url.relativePath). Read it, change it, then: acuity build \(url.relativePath)")
        return problems.contains { $0.severity == .error } ? .badInput : .success
    }

    /// Asked before the logs are read, so that nobody waits for a refusal.
    private static func expectNone(at url: URL) throws {
        var found = stat()
        guard lstat(url.path, &found) != 0 else { throw occupied(url) }
    }

    private static func occupied(_ url: URL) -> UsageError {
        UsageError(
            "\(url.relativePath): expected no file, as none is overwritten; found one. Name another with --study, or move it."
        )
    }
}
