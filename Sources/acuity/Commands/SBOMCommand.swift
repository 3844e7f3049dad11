import Dependencies
import Foundation
import Ingest
import Readers

extension CommandDefinition {
    private static let page = OptionDefinition(
        name: "page", value: "FILE", description: "make the table of a page of documentation anew instead",
        kind: .file(["md"]))

    static let sbom = CommandDefinition(
        name: "sbom", summary: "print what the program is made of and loads, as SPDX",
        description: """
            A bill of materials as SPDX 2.3 in JSON: the program, what is compiled into it, and the shared objects that it \
            loads on this machine, with packages, versions, licences and checksums.
            """,
        options: [page],
        examples: [CommandExample("acuity sbom > acuity.spdx.json", "the bill of this program on this machine")],
        footer: "The environment's `SOURCE_DATE_EPOCH` sets the time in the document.",
        guides: [.dependencies]
    ) { invocation, console in
        if let path = invocation.value(page) {
            let url = URL(fileURLWithPath: path)
            guard let renewed = DependencyTable.renewed(try String(contentsOf: url, encoding: .utf8)) else {
                throw UsageError(
                    "--page \(path): expected a page with the marks of a table of dependencies; found none")
            }
            try Data(renewed.utf8).write(to: url, options: .atomic)
            return .success
        }
        let bill = try BillOfMaterials.ofThisProgram(console)
        let created = try SourceDate.epoch(ProcessInfo.processInfo.environment["SOURCE_DATE_EPOCH"]) ?? .now
        let document = try bill.document(created: created) { data in
            let digest = Digest()
            data.withUnsafeBytes { digest.update($0) }
            return digest.finish()
        }
        StandardStream.write(document, to: .standardOutput)
        return .success
    }
}

extension BillOfMaterials {
    /// Looks at this process and asks the distribution for the packages of what it loaded.
    fileprivate static func ofThisProgram(_ console: Console) throws -> BillOfMaterials {
        let objects = LoadedObject.all()
        let owners = DebianPackages.owners(of: objects.filter { !$0.isProgram }.map(\.file))
        console.step("\(counted(objects.count, "object")) loaded, \(owners.count) of them from packages")
        let files = try objects.map { object in
            let url = URL(fileURLWithPath: object.file)
            return File(
                object: object, sha1: try Digest.ofFile(url, .sha1).hexadecimal,
                sha256: try Digest.ofFile(url).sha256, package: owners[object.file])
        }
        var optional: [String: (version: String, package: DebianPackage?)] = [:]
        for dependency in DependencyList.all where dependency.kind == .optional {
            guard let name = dependency.runPackage, let package = DebianPackages.installed([name])[name] else {
                continue
            }
            optional[dependency.id] = (package.version, package)
        }
        if let converter = ParquetConverter.find() { optional["pyarrow"] = (converter.version, nil) }
        return BillOfMaterials(
            version: Program.version, commit: BuildFacts.commit, files: files, versions: LibraryVersion.all(),
            optional: optional, distribution: .ofThisMachine())
    }
}

/// The time that a build which can be repeated gives its documents.
enum SourceDate {
    /// - Parameter text: the environment's `SOURCE_DATE_EPOCH`: seconds since 1970.
    static func epoch(_ text: String?) throws -> Date? {
        guard let text else { return nil }
        guard let seconds = Int(text), seconds >= 0 else {
            throw UsageError("SOURCE_DATE_EPOCH: expected seconds since 1970; found `\(text)`")
        }
        return Date(timeIntervalSince1970: Double(seconds))
    }
}
