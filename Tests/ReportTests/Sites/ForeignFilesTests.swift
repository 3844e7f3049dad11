import Foundation
import Testing

@testable import Report

@Suite("Files in a site's folder that are not Acuity's")
struct ForeignFilesTests {
    private static let files = [
        SiteFile(path: "index.html", text: "home"), SiteFile(path: "models/a.html", text: "one"),
    ]
    private static let others = [SiteFile(path: "index.html", text: "new home")]

    @Test("are kept as they are, at any depth, also in folders of which Acuity's files are gone")
    func filesAreKept() throws {
        try Folder.with { folder in
            let site = folder.at("site")
            try SiteWriter.write(Self.files, to: site)
            let mine = ["CNAME", ".nojekyll", "models/notes.txt", "images/scan.png", ".git/hooks/update"]
            for path in mine { try folder.write("mine", to: "site/" + path) }
            try FileManager.default.createDirectory(at: folder.at("site/empty"), withIntermediateDirectories: false)
            let identities = { try mine.map { try folder.identity("site/" + $0) } }
            let before = try identities()
            let change = try SiteWriter.write(Self.others, to: site)
            #expect(change.kept == 5)
            #expect(change.removed == 1)
            #expect(try identities() == before)
            #expect(folder.names("site/models") == ["notes.txt"])
            #expect(folder.names("site").contains("empty"))
            try SiteWriter.write(Self.files, to: site)
            #expect(try identities() == before, "the second time as the first")
        }
    }

    @Test("are links too, which are not followed")
    func linksAreKept() throws {
        try Folder.with { folder in
            try SiteWriter.write(Self.files, to: folder.at("site"))
            try folder.write("far", to: "elsewhere/far.txt")
            try folder.link("site/images", to: "../elsewhere")
            try folder.link("site/broken", to: "nowhere")
            #expect(try SiteWriter.write(Self.others, to: folder.at("site")).kept == 2)
            #expect(try folder.destination("site/images") == "../elsewhere")
            #expect(try folder.destination("site/broken") == "nowhere")
            #expect(folder.text("elsewhere/far.txt") == "far")
        }
    }

    /// What the user put, and which files the site needs then.
    static let conflicts: [(mine: String, link: String?, needed: String, named: String)] = [
        ("feed.xml", nil, "feed.xml", "feed.xml"), ("cards", nil, "cards/a.png", "cards"),
        ("cards/a.png/mine.txt", nil, "cards/a.png", "cards/a.png"), ("items", "/tmp", "items/1.html", "items"),
        ("feed.xml", "index.html", "feed.xml", "feed.xml"),
    ]

    @Test("are never written over: the error names them, and the site stays", arguments: conflicts)
    func conflictsAreTold(mine: String, link: String?, needed: String, named: String) throws {
        try Folder.with { folder in
            try SiteWriter.write(Self.files, to: folder.at("site"))
            if let link {
                try folder.link("site/" + mine, to: link)
            } else {
                try folder.write("mine", to: "site/" + mine)
            }
            let problem = #expect(throws: SiteProblem.self) {
                try SiteWriter.write(Self.others + [SiteFile(path: needed, text: "x")], to: folder.at("site"))
            }
            #expect(problem?.path == folder.at("site/" + named).path)
            #expect(folder.text("site/index.html") == "home")
            #expect(folder.names() == ["site"])
            if link == nil { #expect(folder.text("site/" + mine) == "mine") }
        }
    }

    @Test("are what takes the place of a file of Acuity's, if it is a folder or a link", arguments: [true, false])
    func replacementsAreTold(isLink: Bool) throws {
        try Folder.with { folder in
            try SiteWriter.write(Self.files, to: folder.at("site"))
            try FileManager.default.removeItem(at: folder.at("site/index.html"))
            if isLink {
                try folder.write("home", to: "mine.html")
                try folder.link("site/index.html", to: "../mine.html")
            } else {
                try folder.write("mine", to: "site/index.html/mine.txt")
            }
            let problem = #expect(throws: SiteProblem.self) { try SiteWriter.write(Self.files, to: folder.at("site")) }
            #expect(problem?.path == folder.at("site/index.html").path)
        }
    }

    @Test("a folder of Acuity's that becomes a file is no conflict")
    func foldersMayBecomeFiles() throws {
        try Folder.with { folder in
            try SiteWriter.write(Self.files, to: folder.at("site"))
            try SiteWriter.write([SiteFile(path: "models", text: "a file")], to: folder.at("site"))
            #expect(folder.names("site") == [SiteManifest.name, "models"])
        }
    }

    @Test("in a site without a list are those with a dot and CNAME; the rest was Acuity's")
    func oldSitesAreTaken() throws {
        try Folder.with { folder in
            try folder.write("This folder is made by Acuity and replaced as a whole.\n", to: "site/.acuity-site")
            for path in ["CNAME", ".nojekyll", ".git/config", "data/.htaccess", "stale/old.html", "index.html"] {
                try folder.write("before", to: "site/" + path)
            }
            let change = try SiteWriter.write(Self.files, to: folder.at("site"))
            #expect(change.kept == 4 && change.removed == 1 && change.written == 2)
            #expect(
                folder.names("site") == [".acuity-site", ".git", ".nojekyll", "CNAME", "data", "index.html", "models"])
            #expect(folder.text("site/data/.htaccess") == "before")
            #expect(folder.text("site/index.html") == "home")
        }
    }

    @Test("could be all of them where the list cannot be read, so nothing is touched", arguments: ["", "mine\n"])
    func listsMustBeRead(text: String) throws {
        try Folder.with { folder in
            try folder.write(text, to: "site/.acuity-site")
            try folder.write("before", to: "site/index.html")
            let problem = #expect(throws: SiteProblem.self) { try SiteWriter.write(Self.files, to: folder.at("site")) }
            #expect(problem?.path == folder.at("site/.acuity-site").path)
            #expect(folder.text("site/index.html") == "before")
            #expect(folder.names() == ["site"])
        }
    }

    @Test("are not in the list, which is sorted and says what it is")
    func listIsPlain() throws {
        try Folder.with { folder in
            try folder.write("x", to: "y")
            try SiteWriter.write(Self.files.reversed(), to: folder.at("site"))
            try folder.write("mine", to: "site/CNAME")
            try SiteWriter.write(Self.files, to: folder.at("site"))
            #expect(
                folder.text("site/.acuity-site") == """
                    Acuity wrote these files and replaces or removes them; all others are yours and kept.
                    index.html
                    models/a.html

                    """)
        }
    }
}
