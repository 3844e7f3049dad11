import Foundation
import Testing

@testable import Dependencies

@Suite("Loaded objects") struct LoadedObjectTests {
    @Test("this process has a program first, which asks for the C library, and that one is there") func ownProcess()
        throws
    {
        let objects = LoadedObject.all()
        let program = try #require(objects.first)
        #expect(program.isProgram && objects.count { $0.isProgram } == 1)
        #expect(program.needed.contains("libc.so.6"))
        let library = try #require(objects.first { $0.name == "libc.so.6" })
        #expect(library.stem == "libc" && library.needed.contains { $0.hasPrefix("ld-linux") })
        #expect(FileManager.default.fileExists(atPath: library.file))
        #expect(objects.dropFirst().map(\.name) == objects.dropFirst().map(\.name).sorted())
        #expect(!objects.contains { $0.path.contains("vdso") })
    }
}

@Suite("Packages of Debian") struct DebianPackageTests {
    private static let debian = Distribution(id: "debian", release: "12")

    @Test("a purl escapes what Debian puts into versions") func purl() {
        let cairo = DebianPackage(name: "libcairo2", version: "1.16.0-7", architecture: "amd64")
        #expect(cairo.purl(Self.debian) == "pkg:deb/debian/libcairo2@1.16.0-7?arch=amd64&distro=debian-12")
        let zlib = DebianPackage(name: "zlib1g", version: "1:1.2.13.dfsg-1+deb12u1", architecture: "amd64")
        #expect(zlib.purl(Distribution(id: "ubuntu")) == "pkg:deb/ubuntu/zlib1g@1%3A1.2.13.dfsg-1%2Bdeb12u1?arch=amd64")
    }

    @Test("the distribution is read from its file") func distribution() {
        let text = "PRETTY_NAME=\"Debian GNU/Linux 12 (bookworm)\"\nID=debian\nVERSION_ID=\"12\"\n"
        #expect(Distribution(osRelease: text) == Self.debian)
        #expect(Distribution(osRelease: "") == Distribution(id: "linux"))
    }

    @Test(
        "the C library belongs to its package, and a file of nobody's to none",
        .enabled(
            if: FileManager.default.isExecutableFile(atPath: "/usr/bin/dpkg-query"), "skipped: no dpkg on this machine")
    )
    func owners() throws {
        let file = try #require(LoadedObject.all().first { $0.name == "libc.so.6" }).file
        let owners = DebianPackages.owners(of: [file, "/nowhere/libnothing.so.1"])
        #expect(owners.count == 1)
        #expect(owners[file]?.name == "libc6")
        #expect(owners[file]?.version.isEmpty == false)
        #expect(DebianPackages.installed(["no-such-package"]).isEmpty)
    }
}
