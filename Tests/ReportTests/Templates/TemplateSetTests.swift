import Foundation
import Testing

@testable import Report

@Suite("Templates")
struct TemplateSetTests {
    @Test("escape text for HTML and show what hides")
    func textIsEscaped() throws {
        let set = try TemplateSet(["page": "{{name}}|{{#list}}{{.}},{{/list}}|{{^gone}}no{{/gone}}"])
        let text = try set.render("page", with: ["name": "<a href='\"&\u{0}", "list": ["1", "2"], "gone": .none])
        #expect(text == "&lt;a href=&apos;&quot;&amp;⟨U+0000⟩|1,2,|no")
    }

    @Test("take partials by name, also within partials")
    func partialsAreIncluded() throws {
        let set = try TemplateSet(["page": "a {{> row}} d", "row": "b {{>cell}}\n", "cell": "{{c}}\n"])
        #expect(try set.render("page", with: ["c": "c"]) == "a b c d")
    }

    @Test(
        "name the file and the line of a mistake",
        arguments: [
            ("a\n{{#rows}}\nb", 2, "page.mustache:2: expected well-formed Mustache; found unclosed section \"rows\""),
            ("a\nb\n{{name", 3, "page.mustache:3: expected well-formed Mustache; found unclosed tag"),
            ("{{/rows}}", 1, "page.mustache:1: expected well-formed Mustache; found unopened section \"rows\""),
            ("a\n{{> gone}}", 2, "page.mustache:2: expected the name of another template; found `gone`"),
            (
                "{{> page}}", 1,
                "page.mustache:1: expected the name of another template; found `page`, which includes this one"
            ),
        ])
    func mistakesAreNamed(source: String, line: Int, message: String) throws {
        let problem = try #require(throws: TemplateProblem.self) { _ = try TemplateSet(["page": source]) }
        #expect(problem.line == line)
        #expect(problem.description.hasPrefix(message))
    }

    @Test("name what a folder lacks")
    func missingTemplatesAreNamed() throws {
        let problem = try #require(throws: TemplateProblem.self) {
            _ = try TemplateFolder(sources: ["layout": ""], assets: [:], name: "mine")
        }
        #expect(problem.description.contains("index.mustache"))
        #expect(problem.description.contains("style.css"))
    }

    @Test("are found beside a program in its build folder, and what was named is not replaced")
    func folderIsLocated() throws {
        let root = Project.templates.deletingLastPathComponent()
        let program = root.appendingPathComponent(".build/triple/debug/acuity")
        let nowhere = URL(fileURLWithPath: "/nowhere")
        let found = try TemplateFolder.locate(explicit: nil, executable: program, workingFolder: nowhere)
        #expect(found.path == Project.templates.path)
        #expect(try TemplateFolder.locate(explicit: nowhere, executable: program, workingFolder: root) == nowhere)
        let problem = try #require(throws: TemplateProblem.self) {
            _ = try TemplateFolder.locate(
                explicit: nil, executable: nowhere.appendingPathComponent("bin/acuity"), workingFolder: nowhere)
        }
        #expect(problem.description.contains("--templates"))
    }
}
