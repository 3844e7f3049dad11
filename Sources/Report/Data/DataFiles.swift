import Findings
import Foundation

/// The files of the folder `data`.
enum DataFiles {
    /// The findings, tables, schema, checksums, citation and description, in the order in which they are listed.
    ///
    /// - Throws: An encoding error if the findings hold a number that JSON cannot.
    static func make(_ findings: FindingsDocument) throws -> [DataFile] {
        var files = [
            DataFile(
                "findings.json", try findings.encoded(),
                about: "every finding with interval, n, clusters, method and provenance",
                mediaType: "application/json", isFindings: true),
            DataFile(
                "findings.schema.json", FindingsSchema.data, about: "the JSON Schema of findings.json",
                mediaType: "application/schema+json"),
        ]
        files += Parallel.map(StudyTables.all(findings)) { name, table in
            DataFile(
                name + ".csv", Data(table.text.utf8), about: about(name), mediaType: "text/csv", isFindings: true,
                rows: table.rows.count,
                columns: table.header.map { DataFile.Column(name: $0, meaning: ColumnNotes.meaning(of: $0, in: name)) })
        }
        if !findings.sources.isEmpty {
            let lines = findings.sources.map { Checksum.line(sha256: $0.sha256, name: $0.path) }
            files.append(
                DataFile(
                    "logs.sha256", Data(lines.joined().utf8), about: "checksums of the logs, for sha256sum --check",
                    mediaType: "text/plain"))
        }
        files.append(
            DataFile(
                "citation.bib", Data(Citation.bibTeX(findings).utf8),
                about: "how to cite the study and Acuity, as BibTeX", mediaType: "application/x-bibtex"))
        files.append(
            DataFile(
                "dataset.jsonld", try Dataset(findings, files: files).json().encoded(),
                about: "what this dataset is, in the words of schema.org, for search engines",
                mediaType: "application/ld+json"))
        let lines = files.map { Checksum.line(sha256: $0.sha256, name: $0.name) }
        files.append(
            DataFile(
                "SHA256SUMS", Data(lines.joined().utf8),
                about: "checksums of the files above, for sha256sum --check in the same folder",
                mediaType: "text/plain"))
        return files
    }

    private static func about(_ table: String) -> String {
        switch table {
        case "estimates": "accuracies by benchmark, capability and subgroup, and macro-averages"
        case "differences": "paired differences of models with tests"
        case "gaps": "understanding minus reasoning, in every form"
        case "verdicts": "thresholds applied to models"
        default: "runs with everything that was counted in them"
        }
    }
}
