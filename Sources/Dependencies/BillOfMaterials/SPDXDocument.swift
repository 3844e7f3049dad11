/// A document of SPDX 2.3 in its JSON form, as far as Acuity writes it. The names of fields are the specification's.
struct SPDXDocument: Encodable, Equatable {
    /// What is not known, in the specification's word.
    static let unknown = "NOASSERTION"
    static let id = "SPDXRef-DOCUMENT"

    var spdxVersion = "SPDX-2.3"
    var dataLicense = "CC0-1.0"
    var SPDXID = SPDXDocument.id
    var name: String
    var documentNamespace: String
    var creationInfo: CreationInfo
    var comment: String
    var packages: [Package] = []
    var files: [File] = []
    var relationships: [Relationship] = []

    struct CreationInfo: Encodable, Equatable {
        /// UTC in whole seconds, as `2026-01-31T12:00:00Z`.
        var created: String
        var creators: [String]
    }

    struct Checksum: Encodable, Equatable {
        var algorithm: String
        var checksumValue: String
    }

    struct ExternalReference: Encodable, Equatable {
        var referenceCategory = "PACKAGE-MANAGER"
        var referenceType = "purl"
        var referenceLocator: String
    }

    struct Package: Encodable, Equatable {
        var SPDXID: String
        var name: String
        /// Nil where it is not known.
        var versionInfo: String?
        var packageFileName: String?
        var supplier = SPDXDocument.unknown
        var downloadLocation = SPDXDocument.unknown
        var filesAnalyzed = false
        var checksums: [Checksum]?
        var homepage: String?
        var sourceInfo: String?
        var summary: String?
        var licenseConcluded = SPDXDocument.unknown
        var licenseDeclared = SPDXDocument.unknown
        var copyrightText = SPDXDocument.unknown
        var primaryPackagePurpose = "LIBRARY"
        var externalRefs: [ExternalReference]?
    }

    struct File: Encodable, Equatable {
        var SPDXID: String
        var fileName: String
        var fileTypes = ["BINARY"]
        var checksums: [Checksum]
        var licenseConcluded = SPDXDocument.unknown
        var licenseInfoInFiles = [SPDXDocument.unknown]
        var copyrightText = SPDXDocument.unknown
    }

    struct Relationship: Encodable, Equatable, Hashable {
        var spdxElementId: String
        var relationshipType: String
        var relatedSpdxElement: String
        var comment: String?
    }

    /// An identifier of an element: letters, digits, points and dashes.
    static func id(_ kind: String, _ name: String) -> String {
        "SPDXRef-\(kind)-"
            + name.unicodeScalars.map { scalar in
                switch scalar {
                case "a"..."z", "A"..."Z", "0"..."9", ".", "-": String(scalar)
                case "+": "plus"
                default: "-"
                }
            }.joined()
    }
}
