/// The packages, files and relationships of a bill of materials.
struct SPDXElements {
    private let bill: BillOfMaterials
    private static let program = "SPDXRef-acuity"

    init(_ bill: BillOfMaterials) { self.bill = bill }

    func fill(_ document: inout SPDXDocument) {
        var packages: [String: SPDXDocument.Package] = [:]
        var relationships: Set<SPDXDocument.Relationship> = []
        func relate(_ from: String, _ type: String, _ to: String, _ comment: String? = nil) {
            relationships.insert(
                SPDXDocument.Relationship(
                    spdxElementId: from, relationshipType: type, relatedSpdxElement: to, comment: comment))
        }
        // The package of each object by the name that others ask for.
        var owners: [String: String] = [:]
        for file in bill.files {
            let package = package(of: file)
            owners[file.object.name] = package.SPDXID
            packages[package.SPDXID] = packages[package.SPDXID] ?? package
            guard !file.object.isProgram else { continue }
            let element = element(file)
            document.files.append(element)
            relate(element.SPDXID, "OTHER", package.SPDXID, "A file of this package.")
        }
        for file in bill.files {
            let user = file.object.isProgram ? Self.program : owners[file.object.name]
            for name in file.object.needed {
                guard let user, let used = owners[name], user != used else { continue }
                relate(user, "DYNAMIC_LINK", used)
            }
        }
        for dependency in DependencyList.all where dependency.kind == .compiledIn {
            let package = package(dependency, bill.versions[dependency.id]?.compiled)
            guard packages[package.SPDXID] == nil else { continue }
            packages[package.SPDXID] = package
            relate(Self.program, "STATIC_LINK", package.SPDXID)
        }
        for dependency in DependencyList.all where dependency.kind == .optional {
            let found = bill.optional[dependency.id]
            let package = package(dependency, found?.version, found?.package)
            packages[package.SPDXID] = package
            relate(package.SPDXID, "OPTIONAL_DEPENDENCY_OF", Self.program)
        }
        relate(SPDXDocument.id, "DESCRIBES", Self.program)
        document.packages = packages.values.sorted { $0.SPDXID < $1.SPDXID }
        document.files.sort { $0.SPDXID < $1.SPDXID }
        document.relationships = relationships.sorted {
            ($0.spdxElementId, $0.relationshipType, $0.relatedSpdxElement)
                < ($1.spdxElementId, $1.relationshipType, $1.relatedSpdxElement)
        }
    }

    private func package(of file: BillOfMaterials.File) -> SPDXDocument.Package {
        if file.object.isProgram { return program(file) }
        let dependency = DependencyList.all.first { $0.objects.contains(file.object.stem) }
        if let debian = file.package {
            var package = package(debian)
            package.licenseDeclared =
                dependency?.licence ?? IndirectLibraries.licences[file.object.stem] ?? SPDXDocument.unknown
            package.homepage = dependency?.home
            package.summary = dependency.map { "\($0.name): \($0.purpose)" }
            return package
        }
        if let dependency {
            return package(dependency, bill.versions[dependency.id].map { $0.loaded ?? $0.compiled })
        }
        return SPDXDocument.Package(SPDXID: SPDXDocument.id("object", file.object.name), name: file.object.name)
    }

    private func program(_ file: BillOfMaterials.File) -> SPDXDocument.Package {
        var package = SPDXDocument.Package(SPDXID: Self.program, name: "acuity", versionInfo: bill.version)
        package.packageFileName = "acuity"
        package.checksums = checksums(file)
        package.licenseConcluded = "Apache-2.0"
        package.licenseDeclared = "Apache-2.0"
        package.primaryPackagePurpose = "APPLICATION"
        package.sourceInfo = bill.commit.map { "built from commit \($0)" }
        return package
    }

    private func package(_ debian: DebianPackage) -> SPDXDocument.Package {
        var package = SPDXDocument.Package(
            SPDXID: SPDXDocument.id("deb", debian.name), name: debian.name, versionInfo: debian.version)
        package.supplier = "Organization: \(bill.distribution.id)"
        package.externalRefs = [SPDXDocument.ExternalReference(referenceLocator: debian.purl(bill.distribution))]
        return package
    }

    private func package(
        _ dependency: Dependency, _ version: String?, _ debian: DebianPackage? = nil
    ) -> SPDXDocument.Package {
        var package =
            debian.map { self.package($0) }
            ?? SPDXDocument.Package(
                SPDXID: SPDXDocument.id("dependency", dependency.id), name: dependency.name, versionInfo: version)
        package.licenseDeclared = dependency.licence
        package.homepage = dependency.home
        package.summary = "\(dependency.name): \(dependency.purpose)"
        if dependency.id == "inter" { package.primaryPackagePurpose = "OTHER" }
        if debian == nil, dependency.id == "pyarrow" {
            let at = version.map { "@" + $0 } ?? ""
            package.externalRefs = [SPDXDocument.ExternalReference(referenceLocator: "pkg:pypi/pyarrow\(at)")]
        }
        return package
    }

    private func element(_ file: BillOfMaterials.File) -> SPDXDocument.File {
        SPDXDocument.File(
            SPDXID: SPDXDocument.id("file", file.object.name), fileName: "./" + file.object.name,
            checksums: checksums(file))
    }

    private func checksums(_ file: BillOfMaterials.File) -> [SPDXDocument.Checksum] {
        [
            SPDXDocument.Checksum(algorithm: "SHA1", checksumValue: file.sha1),
            SPDXDocument.Checksum(algorithm: "SHA256", checksumValue: file.sha256),
        ]
    }
}
