import Findings

/// The study as a schema.org Dataset: once as JSON-LD, and once for the data page's microdata.
struct Dataset: Sendable {
    let name: String
    let description: String
    let license: String?
    /// The address of the site, or nil.
    let url: String?
    /// The first twelve digits of the SHA-256 of the findings: another version has other findings.
    let version: String
    let creators: [String]
    let citation: String?
    /// What was measured: name, description, least and largest value.
    let variables: [(name: String, description: String, least: Double?, most: Double?)]
    let techniques: [String]
    private let files: [DataFile]
    private let address: SiteAddress?

    /// - Parameter files: Those of the folder `data` so far; the findings among them are its distribution.
    init(_ findings: FindingsDocument, files: [DataFile]) {
        let study = findings.study
        name = study.title
        let counts = PageCards.counts(findings)
        description = [study.summary, study.notice, "\(counts); every estimate with its interval, n and method"]
            .compactMap(\.self).map { $0.hasSuffix(".") || $0.hasSuffix("?") ? $0 : $0 + "." }.joined(separator: " ")
        license = LicenseAddress.of(study.license) ?? study.license
        address = SiteAddress(study.baseURL)
        url = address?.base
        version = String((files.first { $0.name == "findings.json" }?.sha256 ?? "").prefix(12))
        creators = Citation.authors(study.cite)
        citation = study.cite
        variables = Self.variables(findings)
        techniques = findings.methods.filter { $0.uses > 0 }.map(\.name)
        self.files = files.filter(\.isFindings)
    }

    private static func variables(
        _ findings: FindingsDocument
    ) -> [(name: String, description: String, least: Double?, most: Double?)] {
        var variables: [(name: String, description: String, least: Double?, most: Double?)] = []
        if !findings.estimates.isEmpty {
            variables.append(("accuracy", "mean score over the items of a benchmark, with its interval", 0, 1))
        }
        if !findings.differences.isEmpty {
            variables.append(("paired difference", "accuracy of one model minus that of another", -1, 1))
        }
        if !findings.gaps.isEmpty {
            variables.append(("gap", "accuracy on understanding minus accuracy on reasoning", -1, 1))
        }
        if !findings.verdicts.isEmpty {
            variables.append(("verdict", "pass, fail or inconclusive against a threshold", nil, nil))
        }
        return variables
    }

    /// JSON-LD. Without an address of the site, those of the files are relative to the folder `data`.
    func json() -> JSONValue {
        .object([
            "@context": .text("https://schema.org/"), "@type": .text("Dataset"), "name": .text(name),
            "description": .text(description), "license": license.map { .text($0) }, "url": url.map { .text($0) },
            "@id": url.map { .text($0) }, "version": .text(version), "isAccessibleForFree": .flag(true),
            "creator": creators.isEmpty
                ? nil : .list(creators.map { .object(["@type": .text("Person"), "name": .text($0)]) }),
            "citation": citation.map { .text($0) },
            "variableMeasured": variables.isEmpty
                ? nil
                : .list(
                    variables.map {
                        .object([
                            "@type": .text("PropertyValue"), "name": .text($0.name),
                            "description": .text($0.description), "minValue": $0.least.map { .number($0) },
                            "maxValue": $0.most.map { .number($0) },
                        ])
                    }),
            "measurementTechnique": techniques.isEmpty ? nil : .list(techniques.map { .text($0) }),
            "distribution": .list(
                files.map {
                    .object([
                        "@type": .text("DataDownload"), "name": .text($0.name), "description": .text($0.about),
                        "contentUrl": .text(address?.url($0.file.path) ?? $0.name),
                        "encodingFormat": .text($0.mediaType), "sha256": .text($0.sha256),
                        "contentSize": .text(Self.size($0)),
                    ])
                }),
        ])
    }

    /// The size as schema.org wants it, with its unit.
    static func size(_ file: DataFile) -> String { "\(file.file.data.count) B" }

    /// For the page's microdata.
    var value: TemplateValue {
        [
            "name": .text(name), "description": .text(description), "license": TemplateValue(license),
            "isLicenseAddress": .flag(license?.hasPrefix("https://") == true), "url": TemplateValue(url),
            "version": .text(version), "creators": .list(creators.map { ["name": .text($0)] }),
            "citation": TemplateValue(citation),
            "variables": .list(variables.map { ["name": .text($0.name), "description": .text($0.description)] }),
            "techniques": .list(techniques.map { ["name": .text($0)] }),
        ]
    }
}
