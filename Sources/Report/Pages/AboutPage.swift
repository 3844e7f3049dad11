import Charts
import Findings

/// Where the numbers come from: logs with hashes, version, seed, how to make it again, what went wrong.
enum AboutPage {
    /// - Parameter files: The files of the folder `data`, as they lie in the site.
    static func page(_ material: PageMaterial, files: [DataFile]) -> Page {
        let findings = material.findings
        let slugs = Slugs(findings.sources.map(\.path))
        return Page(
            .about, template: "about",
            value: [
                "version": .text(findings.acuityVersion), "seed": .text(String(findings.study.seed)),
                "level": .text(Digits.level(findings.study.level)),
                "replicates": .text(ValueFormat.count(findings.study.replicates)), "schema": .text(findings.schema),
                "settings": .text(settings(findings.study)),
                "findingsSHA256": TemplateValue(files.first { $0.name == "findings.json" }?.sha256),
                "firstSource": findings.sources.first.map {
                    ["path": .text(ShellText.word($0.path)), "sha256": .text($0.sha256)]
                } ?? .none,
                "sources": findings.sources.isEmpty
                    ? .none
                    : [
                        "count": .text(Digits.counted(findings.sources.count, "log")),
                        "rows": .list(
                            findings.sources.map {
                                [
                                    "id": .text("log-\(slugs[$0.path])"), "path": .text($0.path),
                                    "bytes": material.cells.count($0.bytes), "sha256": .text($0.sha256),
                                    "runner": .text($0.runner), "version": TemplateValue($0.runnerVersion),
                                    "runs": material.cells.count($0.runs),
                                ]
                            }),
                    ],
                "problems": ProblemTable.value(findings.problems),
            ],
            finding: DataSentences(index: material.index).provenance())
    }

    /// The settings that decide the numbers, as a study file writes them.
    private static func settings(_ study: StudyFinding) -> String {
        var lines = [
            "[study]", "level = \(study.level)", "seed = \(study.seed)", "replicates = \(study.replicates)",
            "unparsed = \"\(study.unparsed)\"",
        ]
        if let method = study.method { lines.append("method = \"\(method)\"") }
        return lines.joined(separator: "\n")
    }
}
