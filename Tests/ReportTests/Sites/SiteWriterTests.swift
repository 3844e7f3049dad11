import Foundation
import Synchronization
import Testing

@testable import Report

@Suite("A site on disk")
struct SiteWriterTests {
    private static let files = [
        SiteFile(path: "index.html", text: "home"), SiteFile(path: "models/a.html", text: "one"),
    ]

    private func change(_ written: Int, _ unchanged: Int = 0, removed: Int = 0, kept: Int = 0) -> SiteChange {
        var change = SiteChange()
        (change.written, change.unchanged, change.removed, change.kept) = (written, unchanged, removed, kept)
        return change
    }

    @Test("is written into a folder that is not there, and replaced as a whole, with nothing left beside it")
    func siteIsReplaced() throws {
        try Folder.with { folder in
            let site = folder.at("deep/site")
            let first = try SiteWriter.write(Self.files, to: site)
            #expect(first == change(2))
            let second = try SiteWriter.write([SiteFile(path: "b.html", text: "two")], to: site)
            #expect(second == change(1, removed: 2))
            #expect(folder.names("deep/site") == [SiteManifest.name, "b.html"], "empty folders go with their files")
            #expect(folder.names("deep") == ["site"])
        }
    }

    @Test("goes into an empty folder, whose access rights stay")
    func emptyFoldersAreTaken() throws {
        try Folder.with { folder in
            let site = folder.at("site")
            try FileManager.default.createDirectory(
                at: site, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o750])
            try SiteWriter.write(Self.files, to: site)
            let rights = try FileManager.default.attributesOfItem(atPath: site.path)[.posixPermissions]
            #expect(rights as? Int == 0o750)
            #expect(folder.names("site") == [SiteManifest.name, "index.html", "models"])
        }
    }

    @Test("keeps files whose bytes have not changed, with their times, and writes the others")
    func unchangedFilesStay() throws {
        try Folder.with { folder in
            let site = folder.at("site")
            try SiteWriter.write(Self.files, to: site)
            let (same, other) = (try folder.identity("site/models/a.html"), try folder.identity("site/index.html"))
            let files = [SiteFile(path: "index.html", text: "hume"), Self.files[1]]
            #expect(try SiteWriter.write(files, to: site) == change(1, 1))
            #expect(try folder.identity("site/models/a.html") == same)
            #expect(try folder.identity("site/index.html") != other)
            #expect(folder.text("site/index.html") == "hume")
        }
    }

    @Test("stays the same folder if nothing has changed")
    func nothingIsExchanged() throws {
        try Folder.with { folder in
            try SiteWriter.write(Self.files, to: folder.at("site"))
            let before = try folder.identity("site")
            #expect(try SiteWriter.write(Self.files, to: folder.at("site")) == change(0, 2))
            #expect(try folder.identity("site") == before)
            #expect(folder.names() == ["site"])
        }
    }

    @Test("is written by several threads at once as by one")
    func threadsMayShare() throws {
        try Folder.with { folder in
            let files = (0..<200).map { SiteFile(path: "items/\($0 % 7)/\($0).html", text: "item \($0)") }
            let writer = try SiteWriter(folder: folder.at("many"))
            _ = try Parallel.map(files) { try writer.write($0) }
            #expect(try writer.commit() == change(200))
            try SiteWriter.write(files, to: folder.at("one"))
            for file in files {
                #expect(folder.text("many/" + file.path) == String(decoding: file.data, as: UTF8.self))
            }
            #expect(folder.text("many/.acuity-site") == folder.text("one/.acuity-site"))
        }
    }

    @Test("is there at every moment for who reads it meanwhile")
    func readersAlwaysFindIt() throws {
        try Folder.with { folder in
            let site = folder.at("site")
            try SiteWriter.write(Self.files, to: site)
            let page = site.appendingPathComponent("index.html").path
            let isDone = Mutex(false)
            let misses = Mutex(0)
            DispatchQueue.concurrentPerform(iterations: 2) { worker in
                guard worker == 0 else {
                    while !isDone.withLock({ $0 }) { if access(page, R_OK) != 0 { misses.withLock { $0 += 1 } } }
                    return
                }
                for round in 1...20 {
                    _ = try? SiteWriter.write([SiteFile(path: "index.html", text: "round \(round)")], to: site)
                }
                isDone.withLock { $0 = true }
            }
            #expect(misses.withLock { $0 } == 0)
            #expect(folder.text("site/index.html") == "round 20")
        }
    }

    @Test("is left as it was by a session that is abandoned, dropped, or lacks a file", arguments: 0..<3)
    func failuresLeaveTheOldSite(way: Int) throws {
        try Folder.with { folder in
            let site = folder.at("site")
            try SiteWriter.write(Self.files, to: site)
            let before = try folder.identity("site/index.html")
            do {
                let writer = try SiteWriter(folder: site)
                try writer.write(SiteFile(path: "index.html", text: "half"))
                if way == 1 { writer.abandon() }
                if way == 2 {
                    #expect(throws: SiteProblem.self) { try writer.write(SiteFile(path: "../x", text: "")) }
                    #expect(throws: SiteProblem.self) { try writer.commit() }
                }
            }
            #expect(try folder.identity("site/index.html") == before)
            #expect(folder.names() == ["site"])
            #expect(try SiteWriter.write(Self.files, to: site) == change(0, 2), "the folder is free again")
        }
    }

    @Test("has one writer at a time: the second is told so and harms nothing")
    func writersExclude() throws {
        try Folder.with { folder in
            let first = try SiteWriter(folder: folder.at("site"))
            try first.write(Self.files[0])
            let problem = #expect(throws: SiteProblem.self) { try SiteWriter(folder: folder.at("site")) }
            #expect(problem?.isBusy == true)
            try first.write(Self.files[1])
            #expect(try first.commit() == change(2))
            #expect(folder.names() == ["site"])
        }
    }

    @Test("is not hindered by what a run that was killed has left")
    func leftOversGo() throws {
        try Folder.with { folder in
            try SiteWriter.write(Self.files, to: folder.at("site"))
            try folder.write("half", to: ".site.acuity-new/index.html")
            try folder.write("old", to: ".site.acuity-old/index.html")
            try folder.write("", to: ".site.acuity-lock")
            #expect(try SiteWriter.write(Self.files, to: folder.at("site")) == change(0, 2))
            #expect(folder.names() == ["site"])
        }
    }

    @Test("comes back with the user's files if a run was killed between two renames")
    func halfExchangesAreMended() throws {
        try Folder.with { folder in
            try SiteWriter.write(Self.files, to: folder.at("site"))
            try folder.write("mine", to: "site/CNAME")
            try FileManager.default.moveItem(at: folder.at("site"), to: folder.at(".site.acuity-old"))
            #expect(try SiteWriter.write(Self.files, to: folder.at("site")) == change(0, 2, kept: 1))
            #expect(folder.text("site/CNAME") == "mine")
            #expect(folder.names() == ["site"])
        }
    }

    @Test("never replaces a folder with other files, nor a file")
    func othersAreKept() throws {
        try Folder.with { folder in
            try folder.write("mine", to: "thesis/thesis.tex")
            #expect(throws: SiteProblem.self) { try SiteWriter.write(Self.files, to: folder.at("thesis")) }
            #expect(throws: SiteProblem.self) { try SiteWriter.write(Self.files, to: folder.at("thesis/thesis.tex")) }
            #expect(folder.names() == ["thesis"])
            #expect(folder.names("thesis") == ["thesis.tex"])
        }
    }

    @Test("never leaves its folder", arguments: ["../a", "a/../../b", "/etc/x", "a//b", "", "a\nb", SiteManifest.name])
    func pathsStayInside(path: String) throws {
        try Folder.with { folder in
            #expect(throws: SiteProblem.self) {
                try SiteWriter.write([SiteFile(path: path, text: "")], to: folder.at("site"))
            }
            #expect(folder.names().isEmpty)
        }
    }

    @Test("has one file a path")
    func pathsAreUnique() throws {
        try Folder.with { folder in
            let problem = #expect(throws: SiteProblem.self) {
                try SiteWriter.write([Self.files[0], Self.files[0]], to: folder.at("site"))
            }
            #expect(problem?.path == "index.html")
        }
    }

    @Test("goes where a link leads")
    func linkedFoldersAreWritten() throws {
        try Folder.with { folder in
            try FileManager.default.createDirectory(at: folder.at("www/real"), withIntermediateDirectories: true)
            try folder.link("site", to: "www/real")
            try SiteWriter.write(Self.files, to: folder.at("site"))
            #expect(try folder.destination("site") == "www/real")
            #expect(folder.names("www/real").contains("index.html"))
            #expect(folder.names("www") == ["real"])
        }
    }

    @Test("tells of a place that cannot be written", arguments: ["/proc/acuity/site", "/dev/null/site"])
    func placesAreRefused(path: String) {
        #expect(throws: SiteProblem.self) { try SiteWriter.write(Self.files, to: URL(fileURLWithPath: path)) }
    }

    @Test(
        "tells of a folder above that cannot be written",
        .enabled(if: getuid() != 0, "skipped: rights do not bind the superuser"))
    func rightsAreTold() throws {
        try Folder.with { folder in
            try FileManager.default.createDirectory(
                at: folder.at("locked"), withIntermediateDirectories: false, attributes: [.posixPermissions: 0o555])
            #expect(throws: SiteProblem.self) { try SiteWriter.write(Self.files, to: folder.at("locked/site")) }
        }
    }
}
