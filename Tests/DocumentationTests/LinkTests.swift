import Foundation
import Testing

@Suite("Links of the documentation", .enabled(if: Script.hasParser, Script.parserIsMissing))
struct LinkTests {
    private let script = Script(name: "links.py")

    @Test("every relative link of the Markdown files and of the shipped site leads to something that is there")
    func documentation() throws {
        let result = try script.run([])
        print(result.output)
        #expect(result.code == 0, "\(result.output)")
        let counts = try #require(result.output.firstMatch(of: #/(\d+) Markdown pages and (\d+) files of the site/#))
        #expect(try #require(Int(counts.output.1)) > 40)
        #expect(try #require(Int(counts.output.2)) > 300)
    }

    /// Whether a link in `docs/a.md` leads somewhere, among the files of `around`.
    struct Case {
        var link: String
        var isThere: Bool

        init(_ link: String, isThere: Bool) { (self.link, self.isThere) = (link, isThere) }
    }

    static let cases = [
        Case("[b](b.md)", isThere: true),
        Case("[b](c.md)", isThere: false),
        Case("[b](b.md#what-is-read-100-of-it)", isThere: true),
        Case("[b](b.md#what-is-read)", isThere: false),
        Case("[b](b.md#twice-1)", isThere: true),
        Case("[b](b.md#twice-2)", isThere: false),
        Case("[b](b.md#größe)", isThere: true),
        Case("[b](b.md#by-hand)", isThere: true),
        Case("[b](#here)", isThere: true),
        Case("[b](#there)", isThere: false),
        Case("[b](../Sources)", isThere: true),
        Case("[b](../Sources/A.swift#L2)", isThere: true),
        Case("[b](../Sources/A.swift#L20)", isThere: false),
        Case("[b](../../elsewhere.md)", isThere: false),
        Case("[b](/docs/b.md)", isThere: false),
        Case("![b](b.png)", isThere: false),
        Case("<img src=\"b.png\" alt=\"\">", isThere: false),
        Case("[b][r]\n\n[r]: c.md", isThere: false),
        Case("`[b](c.md)`", isThere: true),
        Case("<!-- [b](c.md) -->", isThere: true),
        Case("[b](https://acuity.invalid/nowhere)", isThere: true),
    ]

    static let around = [
        "docs/b.md": "# What is `read`: 100% of it\n\n## Twice\n\n## Twice\n\n## Größe\n\n<a id=\"by-hand\"></a>\n",
        "Sources/A.swift": "let a = 1\nlet b = 2\n",
    ]

    @Test("a link of a page that leads nowhere is seen, and no other") func markdown() throws {
        // All trees as folders of one, as a process for each would take seconds.
        var files: [String: String] = [:]
        for (number, example) in Self.cases.enumerated() {
            files["\(number)/docs/a.md"] = "# Here\n\n\(example.link)\n"
            for (path, text) in Self.around { files["\(number)/\(path)"] = text }
        }
        let result = try script.run(on: files)
        for (number, example) in Self.cases.enumerated() {
            #expect(result.output.contains("fault: \(number)/docs/a.md:3: ") != example.isThere, "\(example.link)")
        }
        #expect(result.code == 1)
    }

    static let siteCases = [
        Case("<a href=\"b.html#x\">b</a>", isThere: true),
        Case("<a href=\"b.html#y\">b</a>", isThere: false),
        Case("<a href='c.html'>b</a>", isThere: false),
        Case("<img srcset=\"d.svg 1x, e.svg 2x\" src=\"d.svg\">", isThere: false),
        Case("<a href=\"b.html?models=a#x\">b</a>", isThere: true),
        Case("<meta name=\"x\"><a href=\"#x\">b</a>", isThere: false),
    ]

    @Test("a page of the site is asked for each of its links and pictures") func site() throws {
        var files = ["site/b.html": "<h1 id=\"x\">B</h1>", "site/d.svg": "<svg/>"]
        for (number, example) in Self.siteCases.enumerated() {
            files["site/\(number).html"] = "<!DOCTYPE html><p>\(example.link)</p>"
        }
        let result = try script.run(on: files)
        for (number, example) in Self.siteCases.enumerated() {
            #expect(result.output.contains("fault: site/\(number).html: ") != example.isThere, "\(example.link)")
        }
        #expect(result.code == 1)
    }
}
