import Charts
import Findings

/// What can be downloaded, with sizes, checksums, licence and how to cite.
enum DataPage {
    /// - Parameter files: The files to list, as they lie in the site.
    static func page(_ material: PageMaterial, files: [SiteFile]) -> Page {
        let study = material.findings.study
        let figures = material.figures.files
        return Page(
            .data, template: "data",
            value: [
                "files": .list(
                    files.map {
                        [
                            "path": .text($0.path), "about": .text(about($0.path)),
                            "bytes": .text(ValueFormat.count($0.data.count)), "sha256": .text(Checksum.sha256($0.data)),
                        ]
                    }),
                "figures": .list(
                    figures.map {
                        [
                            "path": .text($0.path),
                            "name": .text($0.path.split(separator: "/").last.map(String.init) ?? $0.path),
                        ]
                    }),
                "hasFigures": .flag(!figures.isEmpty), "license": TemplateValue(study.license),
                "cite": TemplateValue(study.cite), "schema": .text(material.findings.schema),
            ],
            finding: DataSentences(index: material.index).offer(files: files.count))
    }

    private static func about(_ path: String) -> String {
        switch path {
        case "data/findings.json": "every finding with interval, n, clusters, method and provenance"
        case "data/estimates.csv": "accuracies by benchmark, capability and subgroup, and macro-averages"
        case "data/differences.csv": "paired differences of models with tests"
        case "data/gaps.csv": "understanding minus reasoning, in every form"
        case "data/verdicts.csv": "thresholds applied to models"
        case "data/runs.csv": "runs with everything that was counted in them"
        default: ""
        }
    }
}
