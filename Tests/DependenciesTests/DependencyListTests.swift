import Foundation
import Testing

@testable import Dependencies

@Suite("The list of dependencies") struct DependencyListTests {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..").standardizedFileURL

    private static func text(_ path: String) throws -> String {
        try String(contentsOf: root.appending(path: path), encoding: .utf8)
    }

    @Test("identifiers, names and objects are each there once") func isUnique() {
        let all = DependencyList.all
        #expect(Set(all.map(\.id)).count == all.count)
        #expect(Set(all.map(\.name)).count == all.count)
        let objects = all.flatMap(\.objects)
        #expect(Set(objects).count == objects.count)
        #expect(Set(objects).isDisjoint(with: IndirectLibraries.licences.keys))
    }

    @Test("whatever tells its version is in the list, and whatever is loaded tells it but for three")
    func versions() {
        let versions = LibraryVersion.all()
        #expect(Set(versions.keys).isSubset(of: DependencyList.all.map(\.id)))
        for dependency in DependencyList.all where dependency.kind == .shared {
            #expect(
                (versions[dependency.id]?.loaded == nil)
                    == ["simdjson", "libstdc++", "libxml2"].contains(dependency.id),
                "\(dependency.name)")
        }
    }

    @Test("licences are SPDX expressions") func licences() {
        let known: Set = [
            "blessing", "BSD-2-Clause", "BSD-3-Clause", "GPL-2.0-only", "GPL-2.0-or-later", "GPL-3.0-or-later", "Zlib",
            "Apache-2.0", "LGPL-2.0-or-later", "LGPL-2.1-only", "LGPL-2.1-or-later", "LGPL-3.0-or-later", "MPL-1.1",
            "MIT", "MIT-Modern-Variant", "MIT-open-group", "HPND", "FTL", "BSL-1.0", "OFL-1.1", "libpng-2.0",
            "libselinux-1.0", "bzip2-1.0.6", "ICU",
        ]
        let exceptions: Set = ["GCC-exception-3.1", "Swift-exception"]
        for licence in DependencyList.all.map(\.licence) + IndirectLibraries.licences.values {
            for part in licence.components(separatedBy: " OR ") {
                let words = part.components(separatedBy: " WITH ")
                #expect(known.contains(words[0]), "\(licence)")
                #expect(words.count == 1 || (words.count == 2 && exceptions.contains(words[1])), "\(licence)")
            }
        }
    }

    @Test("the page has the table of the list; `acuity sbom --page docs/dependencies.md` makes it anew") func page()
        throws
    {
        let page = try Self.text("docs/dependencies.md")
        #expect(DependencyTable.renewed(page) == page)
        #expect(DependencyTable.renewed("no place for a table") == nil)
    }

    @Test("`make` installs what the list says that a build needs") func makefile() throws {
        let makefile = try Self.text("Makefile")
        // These come with others.
        let indirect: Set = [
            "libc6-dev", "libstdc++-12-dev", "libglib2.0-dev", "libharfbuzz-dev", "libfontconfig-dev",
            "libfreetype-dev", "libxml2-dev",
        ]
        for package in DependencyList.all.compactMap(\.buildPackage) where !indirect.contains(package) {
            #expect(makefile.contains(package), "\(package)")
        }
    }

    @Test(
        "the versions of the page are those of Debian 12",
        .enabled(
            if: Distribution.ofThisMachine() == Distribution(id: "debian", release: "12"),
            "skipped: this is not Debian 12"))
    func debian() {
        let versions = LibraryVersion.all()
        for dependency in DependencyList.all where !dependency.debianVersion.isEmpty {
            guard let version = versions[dependency.id] else { continue }
            #expect(version.compiled.hasPrefix(dependency.debianVersion), "\(dependency.name)")
        }
    }

    @Test("the table of versions has a line a library, with what is loaded") func table() {
        let object = LoadedObject(path: "/nowhere/libzstd.so.1")
        let text = DependencyTable.text(["zstd": LibraryVersion(compiled: "1.5.4", loaded: "1.5.2")], objects: [object])
        let lines = text.split(separator: "\n")
        #expect(lines.count == 1 + DependencyList.all.count { $0.kind != .optional })
        let line = lines.first { $0.hasPrefix("Zstandard") }
        #expect(
            line?.split(separator: " ", omittingEmptySubsequences: true).map(String.init)
                == ["Zstandard", "1.5.4", "1.5.2", "BSD-3-Clause", "OR", "GPL-2.0-only", "/nowhere/libzstd.so.1"])
    }
}

@Suite("Versions of libraries") struct LibraryVersionTests {
    @Test(
        "a library is older by its numbers, not by its letters",
        arguments: [
            ("1.10.0", "1.9.0", true), ("1.9.0", "1.10.0", false), ("3.0.19", "3.0.19", false), ("2.36", "2.35", true),
            ("2.36", "2.36.1", false), ("1.2.3", nil, false),
        ] as [(String, String?, Bool)])
    func older(compiled: String, loaded: String?, isOlder: Bool) {
        #expect(LibraryVersion(compiled: compiled, loaded: loaded).isOlderThanCompiled == isOlder)
    }
}
