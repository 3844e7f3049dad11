import Foundation
import Testing

@testable import acuity

@Suite("Manual") final class ManualTests {
    private let folder = FileManager.default.temporaryDirectory.appending(path: "acuity-manual-\(UUID().uuidString)")

    deinit { try? FileManager.default.removeItem(at: folder) }

    @Test("signs that mean something to roff are written so that they show") func escaping() {
        #expect(Roff.escaped(#"a\b -x 'c' "d" ^~`"#) == #"a\(rsb \-x \(aqc\(aq \(dqd\(dq \(ha\(ti\(ga"#)
        #expect(Roff.escaped("é") == #"\[u00E9]"#)
        #expect(Roff.lines(".hidden is a file") == "\\&.hidden is a file")
        #expect(Roff.paragraph("see `acuity build`") == "see \\fBacuity build\\fR")
    }

    @Test("there is a page for the program, each command and the study file, with every option") func pages() throws {
        let pages = ManualPage.all(date: "2026-01-31")
        #expect(
            pages.map(\.name)
                == ["acuity"] + CommandList.all.map { "acuity-\($0.name)" } + ["acuity-study"])
        for command in CommandList.all {
            let text = try #require(pages.first { $0.name == "acuity-\(command.name)" }).text
            #expect(text.contains(#".TH ACUITY\-"#) && text.contains(#"1 "2026-01-31" "Acuity"#))
            for option in command.allOptions { #expect(text.contains("\n" + Roff.bold("--\(option.name)"))) }
        }
    }

    @Test(
        "groff sets the pages without a warning",
        .enabled(if: Tool.find("groff") != nil, "groff is not installed; the pages were not set"))
    func groff() throws {
        for page in ManualPage.all(date: "2026-01-31") {
            let url = folder.appending(path: page.name)
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            try Data(page.text.utf8).write(to: url)
            let outcome = try Tool.run("groff", ["-ww", "-man", "-Tascii", "-P-bcou", url.path], in: folder)
            #expect(outcome.errors == "", "\(page.name)")
            #expect(outcome.status == 0 && outcome.output.contains("SEE ALSO"))
        }
    }

    @Test(
        "mandoc finds nothing wrong in the pages",
        .enabled(if: Tool.find("mandoc") != nil, "mandoc is not installed; the pages were not linted"))
    func mandoc() throws {
        for page in ManualPage.all(date: "2026-01-31") {
            let url = folder.appending(path: page.name)
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            try Data(page.text.utf8).write(to: url)
            let outcome = try Tool.run("mandoc", ["-Tlint", "-W", "warning", url.path], in: folder)
            #expect(outcome.output == "" && outcome.status == 0)
        }
    }

    @Test("all pages go to the folders of their sections, and a page that is none is wrong usage") func command() {
        #expect(Program.run(["manual", "--output", folder.path]) == .success)
        for file in ["man1/acuity.1", "man1/acuity-build.1", "man5/acuity-study.5"] {
            #expect(FileManager.default.fileExists(atPath: folder.appending(path: file).path), "\(file)")
        }
        #expect(Program.run(["manual", "nothing"]) == .usage)
        #expect(Program.run(["manual", "build", "--output", folder.path]) == .usage)
    }
}
