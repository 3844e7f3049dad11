import Foundation
import Testing

@testable import Report

@Suite("A site on disk")
struct SiteWriterTests {
    private let files = [
        SiteFile(path: SiteBuilder.marker, text: "mine\n"), SiteFile(path: "models/a.html", text: "one"),
    ]

    private func withFolder(_ work: (URL) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("acuity-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try work(folder)
    }

    private func names(_ folder: URL) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    }

    @Test("is written into a folder that is not there, and replaced as a whole")
    func siteIsReplaced() throws {
        try withFolder { folder in
            let site = folder.appendingPathComponent("deep/site")
            try SiteWriter.write(files, to: site)
            try SiteWriter.write([files[0], SiteFile(path: "b.html", text: "two")], to: site)
            #expect(try names(site) == [SiteBuilder.marker, "b.html"])
            #expect(try names(site.deletingLastPathComponent()) == ["site"])
        }
    }

    @Test("never replaces a folder with other files, nor a file")
    func othersAreKept() throws {
        try withFolder { folder in
            try Data("mine".utf8).write(to: folder.appendingPathComponent("thesis.tex"))
            #expect(throws: SiteProblem.self) { try SiteWriter.write(files, to: folder) }
            #expect(throws: SiteProblem.self) {
                try SiteWriter.write(files, to: folder.appendingPathComponent("thesis.tex"))
            }
            #expect(try names(folder) == ["thesis.tex"])
        }
    }

    @Test("never leaves its folder", arguments: ["../a", "a/../../b", "/etc/x", "a//b"])
    func pathsStayInside(path: String) throws {
        try withFolder { folder in
            #expect(throws: SiteProblem.self) {
                try SiteWriter.write([SiteFile(path: path, text: "")], to: folder.appendingPathComponent("site"))
            }
        }
    }
}
