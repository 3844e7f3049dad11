import Foundation

/// What a program is made of and what it loads, as a document of SPDX 2.3.
///
/// The same program on a machine with the same libraries gives the same bytes for the same time; no path of the machine
/// is in it.
public struct BillOfMaterials {
    /// A file that was loaded.
    public struct File: Sendable {
        /// The object in this process, by which its file was found.
        public var object: LoadedObject
        /// SHA-1 of the file in lower-case hexadecimal, as SPDX demands.
        public var sha1: String
        /// SHA-256 of the file in lower-case hexadecimal.
        public var sha256: String
        /// The package that it belongs to, or nil.
        public var package: DebianPackage?

        /// A file with its digests; they are taken as they are given.
        public init(object: LoadedObject, sha1: String, sha256: String, package: DebianPackage?) {
            self.object = object
            self.sha1 = sha1
            self.sha256 = sha256
            self.package = package
        }
    }

    /// Acuity's version.
    public var version: String
    /// The commit that the program was built from, or nil if it was not told.
    public var commit: String?
    /// The program and the objects that it has loaded.
    public var files: [File]
    /// By the identifiers of the dependencies.
    public var versions: [String: LibraryVersion]
    /// What is there of the optional dependencies, by their identifiers: a version, and a package if it came as one.
    public var optional: [String: (version: String, package: DebianPackage?)]
    /// The distribution of the machine, which the packages' purls name.
    public var distribution: Distribution

    /// A bill of what was looked up; nothing is read from the machine here.
    public init(
        version: String, commit: String?, files: [File], versions: [String: LibraryVersion],
        optional: [String: (version: String, package: DebianPackage?)], distribution: Distribution
    ) {
        self.version = version
        self.commit = commit
        self.files = files
        self.versions = versions
        self.optional = optional
        self.distribution = distribution
    }

    /// The document.
    ///
    /// - Parameters:
    ///   - created: the time that it tells.
    ///   - sha256: the hash of some bytes in hexadecimal, which makes the document's own name.
    public func document(created: Date, sha256: (Data) -> String) throws -> Data {
        var document = SPDXDocument(
            name: "acuity-\(version)", documentNamespace: "",
            creationInfo: SPDXDocument.CreationInfo(
                created: created.formatted(.iso8601), creators: ["Tool: acuity-\(version)"]),
            comment: "The program, what is compiled into it, and the shared objects that it loaded on this machine. "
                + "Packages that are NOASSERTION came from no package of the distribution.")
        SPDXElements(self).fill(&document)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        // Other contents need another name, the same contents the same.
        let digits = Array(sha256(try encoder.encode(document)))
        let groups = [0..<8, 8..<12, 12..<16, 16..<20, 20..<32].map { String(digits[$0]) }
        document.documentNamespace =
            "https://spdx.org/spdxdocs/acuity-\(version)-\(groups.joined(separator: "-"))"
        return try encoder.encode(document) + Data("\n".utf8)
    }
}
