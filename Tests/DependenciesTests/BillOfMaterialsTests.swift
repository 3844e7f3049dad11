import Foundation
import Testing

@testable import Dependencies

@Suite("The bill of materials") struct BillOfMaterialsTests {
    private static func file(
        _ path: String, needs needed: [String], package: String? = nil, version: String = "1.0-1"
    ) -> BillOfMaterials.File {
        BillOfMaterials.File(
            object: LoadedObject(path: path, needed: needed), sha1: String(repeating: "a", count: 40),
            sha256: String(repeating: "b", count: 64),
            package: package.map { DebianPackage(name: $0, version: version, architecture: "amd64") })
    }

    private static func bill(version: String = "1.0-1") -> BillOfMaterials {
        BillOfMaterials(
            version: "9.9", commit: "abc",
            files: [
                file("", needs: ["libglib-2.0.so.0", "libgobject-2.0.so.0", "libodd++.so.3"]),
                file("/usr/lib/libglib-2.0.so.0", needs: ["libpixman-1.so.0"], package: "libglib2.0-0"),
                file("/usr/lib/libgobject-2.0.so.0", needs: ["libglib-2.0.so.0"], package: "libglib2.0-0"),
                file("/usr/lib/libpixman-1.so.0", needs: [], package: "libpixman-1-0", version: version),
                file("/opt/strange/libodd++.so.3", needs: ["libnotloaded.so"]),
            ],
            versions: ["cli11": LibraryVersion(compiled: "2.1.2")],
            optional: ["pyarrow": ("20.0.0", nil)], distribution: Distribution(id: "debian", release: "12"))
    }

    private static func json(_ bill: BillOfMaterials, at seconds: Double = 86_400) throws -> [String: Any] {
        let data = try bill.document(created: Date(timeIntervalSince1970: seconds)) { hash($0) }
        return try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
    }

    /// Any function of all bytes does.
    private static func hash(_ data: Data) -> String {
        let number = data.reduce(UInt64(14_695_981_039_346_656_037)) { ($0 ^ UInt64($1)) &* 1_099_511_628_211 }
        let digits = String(number, radix: 16)
        return digits + String(repeating: "0", count: 64 - digits.count)
    }

    @Test("has the fields that the specification asks for, with elements that are there once") func fields() throws {
        let document = try Self.json(Self.bill())
        #expect(document["spdxVersion"] as? String == "SPDX-2.3")
        #expect(document["dataLicense"] as? String == "CC0-1.0")
        #expect(document["SPDXID"] as? String == "SPDXRef-DOCUMENT")
        #expect(document["name"] as? String == "acuity-9.9")
        let namespace = try #require(document["documentNamespace"] as? String)
        #expect(
            namespace.wholeMatch(
                of: #/https://spdx\.org/spdxdocs/acuity-9\.9-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/#) != nil)
        let creation = try #require(document["creationInfo"] as? [String: Any])
        #expect(creation["created"] as? String == "1970-01-02T00:00:00Z")
        #expect(creation["creators"] as? [String] == ["Tool: acuity-9.9"])
        let packages = try #require(document["packages"] as? [[String: Any]])
        let files = try #require(document["files"] as? [[String: Any]])
        for package in packages {
            #expect(package["name"] is String && package["downloadLocation"] as? String == "NOASSERTION")
            #expect(package["filesAnalyzed"] as? Bool == false)
        }
        for file in files {
            let checksums = try #require(file["checksums"] as? [[String: String]])
            #expect(checksums.map { $0["algorithm"] } == ["SHA1", "SHA256"])
            #expect(file["fileName"] as? String != nil)
        }
        let ids = (packages + files).compactMap { $0["SPDXID"] as? String }
        #expect(ids.count == packages.count + files.count && Set(ids).count == ids.count)
        #expect(ids.allSatisfy { $0.wholeMatch(of: #/SPDXRef-[A-Za-z0-9.-]+/#) != nil })
        let relationships = try #require(document["relationships"] as? [[String: String]])
        let ends = Set(ids + ["SPDXRef-DOCUMENT"])
        for relationship in relationships {
            #expect(ends.contains(relationship["spdxElementId"] ?? ""))
            #expect(ends.contains(relationship["relatedSpdxElement"] ?? ""))
        }
    }

    @Test("who loads whom is told of packages, once, and never of a package with itself") func links() throws {
        var document = SPDXDocument(
            name: "", documentNamespace: "", creationInfo: SPDXDocument.CreationInfo(created: "", creators: []),
            comment: "")
        SPDXElements(Self.bill()).fill(&document)
        let links = document.relationships.filter { $0.relationshipType == "DYNAMIC_LINK" }
            .map { "\($0.spdxElementId) \($0.relatedSpdxElement)" }
        #expect(
            links == [
                "SPDXRef-acuity SPDXRef-deb-libglib2.0-0", "SPDXRef-acuity SPDXRef-object-liboddplusplus.so.3",
                "SPDXRef-deb-libglib2.0-0 SPDXRef-deb-libpixman-1-0",
            ])
        let packages = Dictionary(uniqueKeysWithValues: document.packages.map { ($0.SPDXID, $0) })
        #expect(packages["SPDXRef-deb-libglib2.0-0"]?.licenseDeclared == "LGPL-2.1-or-later")
        #expect(packages["SPDXRef-deb-libpixman-1-0"]?.licenseDeclared == "MIT")
        #expect(packages["SPDXRef-object-liboddplusplus.so.3"]?.licenseDeclared == "NOASSERTION")
        #expect(packages["SPDXRef-acuity"]?.checksums?.count == 2)
        #expect(packages["SPDXRef-acuity"]?.sourceInfo == "built from commit abc")
        #expect(packages["SPDXRef-dependency-cli11"]?.versionInfo == "2.1.2")
        #expect(
            packages["SPDXRef-dependency-pyarrow"]?.externalRefs?.first?.referenceLocator == "pkg:pypi/pyarrow@20.0.0")
        let kinds = Set(document.relationships.map(\.relationshipType))
        #expect(kinds == ["DESCRIBES", "DYNAMIC_LINK", "STATIC_LINK", "OPTIONAL_DEPENDENCY_OF", "OTHER"])
    }

    @Test("the same program gives the same bytes; another library gives another name; no path is told") func bytes()
        throws
    {
        func bytes(_ bill: BillOfMaterials, at seconds: Double = 0) throws -> Data {
            try bill.document(created: Date(timeIntervalSince1970: seconds)) { Self.hash($0) }
        }
        let first = try bytes(Self.bill())
        var shuffled = Self.bill()
        shuffled.files.reverse()
        #expect(try bytes(shuffled) == first)
        let text = String(decoding: first, as: UTF8.self)
        #expect(!text.contains("/usr/lib") && !text.contains("/opt/strange"))
        let names = try [Self.bill(), Self.bill(version: "2.0-1")].map {
            try Self.json($0)["documentNamespace"] as? String
        }
        #expect(names[0] != names[1])
    }
}
