import Foundation
import Testing

@testable import acuity

/// `packaging/` with the program as it was built beside the tests in place of a release.
@Suite("Installing", .enabled(if: BuiltProgram.url != nil, "the program was not built beside the tests"))
final class InstallTests {
    private let folder = FileManager.default.temporaryDirectory.appending(path: "acuity-install-\(UUID().uuidString)")
    private var release: URL { folder.appending(path: "acuity-0.0.0") }
    private var destination: URL { folder.appending(path: "destination") }

    init() throws {
        let program = release.appending(path: "bin/acuity")
        try FileManager.default.createDirectory(
            at: program.deletingLastPathComponent(), withIntermediateDirectories: true)
        try FileManager.default.copyItem(at: try #require(BuiltProgram.url), to: program)
        #expect(try script("layout.sh", release.path).status == 0)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    private func script(_ name: String, _ arguments: String..., environment: [String] = []) throws -> Tool.Outcome {
        let file = MadeFile.root.appending(path: "packaging/\(name)").path
        return try Tool.run("env", environment + ["bash", file] + arguments, in: folder)
    }

    private func install(_ arguments: String...) throws -> Tool.Outcome {
        let file = MadeFile.root.appending(path: "packaging/install.sh").path
        let environment = ["PREFIX=/opt/some where", "DESTDIR=\(destination.path)"]
        return try Tool.run("env", environment + ["bash", file] + arguments, in: folder)
    }

    private var installed: Set<String> {
        Set(FileManager.default.enumerator(atPath: destination.path)?.compactMap { $0 as? String } ?? [])
    }

    @Test("program, templates, manual, completions and documentation come to the folders of the prefix") func places()
        throws
    {
        let outcome = try install("install", release.path)
        #expect(outcome.status == 0, "\(outcome.errors)")
        for file in [
            "bin/acuity", "share/acuity/templates/layout.mustache", "share/man/man1/acuity-build.1",
            "share/man/man5/acuity-study.5", "share/bash-completion/completions/acuity",
            "share/zsh/site-functions/_acuity", "share/fish/vendor_completions.d/acuity.fish",
            "share/doc/acuity/LICENSE", "share/doc/acuity/NOTICES", "share/doc/acuity/docs/install.md",
        ] { #expect(installed.contains("opt/some where/" + file), "\(file)") }
        let program = destination.appending(path: "opt/some where/bin/acuity")
        #expect(try FileManager.default.attributesOfItem(atPath: program.path)[.posixPermissions] as? Int == 0o755)
    }

    @Test("an installed program finds its templates from any folder") func templates() throws {
        #expect(try install("install", release.path).status == 0)
        let row = #"{"model":"m","benchmark":"b","item":1,"target":"A","prediction":"A"}"#
        try Data((row + "\n").utf8).write(to: folder.appending(path: "log.jsonl"))
        let program = destination.appending(path: "opt/some where/bin/acuity").path
        let outcome = try Tool.run("env", [program, "build", "log.jsonl", "--output", "out"], in: folder)
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(FileManager.default.fileExists(atPath: folder.appending(path: "out/site/index.html").path))
    }

    @Test("uninstalling leaves nothing, also after a second installation") func uninstalling() throws {
        #expect(try install("install", release.path).status == 0)
        try FileManager.default.removeItem(at: release.appending(path: "share/man/man1/acuity-plan.1"))
        #expect(try install("install", release.path).status == 0)
        #expect(!installed.contains("opt/some where/share/man/man1/acuity-plan.1"))
        #expect(try install("uninstall").status == 0)
        #expect(installed == [])
    }

    @Test("what others put there stays") func others() throws {
        let other = destination.appending(path: "opt/some where/share/man/man1/other.1")
        try FileManager.default.createDirectory(
            at: other.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data().write(to: other)
        let before = installed
        #expect(try install("install", release.path).status == 0)
        #expect(try install("uninstall").status == 0)
        #expect(installed == before)
    }

    @Test("without a release or a list there is nothing to do, and the message says so") func errors() throws {
        let nothing = try install("install", folder.appending(path: "none").path)
        #expect(nothing.status == 3 && nothing.errors.contains("expected bin/acuity; found none. Run make release."))
        let never = try install("uninstall")
        #expect(never.status == 3 && never.errors.contains("expected the list of what was installed; found none."))
        #expect(installed == [])
    }

    @Test(
        "a Debian package has the sums of its files, belongs to root, and has the same bytes a second time",
        .enabled(if: Tool.find("dpkg-shlibdeps") != nil, "dpkg-dev is not installed; no package was made"))
    func package() throws {
        // A small program in the place of this one: packing that one takes a minute.
        let program = release.appending(path: "bin/acuity")
        try FileManager.default.removeItem(at: program)
        try FileManager.default.copyItem(at: URL(filePath: "/bin/ls").resolvingSymlinksInPath(), to: program)
        func make() throws -> Data {
            let outcome = try script(
                "deb.sh", release.path, "0.0.0", environment: ["SOURCE_DATE_EPOCH=1700000000"])
            #expect(outcome.status == 0, "\(outcome.errors)")
            let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
            let name = try #require(names.first { $0.hasSuffix(".deb") })
            #expect(name.hasPrefix("acuity_0.0.0-1_"))
            let data = try Data(contentsOf: folder.appending(path: name))
            try FileManager.default.moveItem(
                at: folder.appending(path: name), to: folder.appending(path: "package-\(UUID().uuidString)"))
            return data
        }
        let first = try make()
        #expect(try make() == first)
        try first.write(to: folder.appending(path: "a.deb"))
        let control = try Tool.run("dpkg-deb", ["--field", "a.deb"], in: folder).output
        for field in ["Package: acuity", "Version: 0.0.0-1", "Depends: libc6 (>= ", "Recommends: fonts-inter"] {
            #expect(control.contains(field), "\(field)")
        }
        let list = try Tool.run("dpkg-deb", ["--contents", "a.deb"], in: folder).output
        #expect(
            list.split(separator: "\n").allSatisfy { $0.contains(" root/root ") && $0.contains("2023-11-14 22:13") })
        #expect(list.contains("./usr/share/man/man1/acuity-build.1.gz"))
        #expect(try Tool.run("dpkg-deb", ["--raw-extract", "a.deb", "raw"], in: folder).status == 0)
        let sums = try Tool.run("env", ["--chdir=raw", "md5sum", "--check", "--quiet", "DEBIAN/md5sums"], in: folder)
        #expect(sums.status == 0 && sums.output == "")
    }
}
