import Testing

@testable import Report

@Suite("templates made to harm")
struct HostileTemplateTests {
    private func problem(_ sources: [String: String]) -> TemplateProblem? {
        #expect(throws: TemplateProblem.self) { try TemplateSet(sources) }
    }

    @Test("sections within sections are refused beyond a depth, over partials too")
    func depth() throws {
        func nested(_ count: Int, _ inner: String = "") -> String {
            String(repeating: "{{#a}}\n", count: count) + inner + String(repeating: "{{/a}}\n", count: count)
        }
        _ = try TemplateSet(["page": nested(64)])
        let found = problem(["page": nested(100_000)])
        #expect(found?.file == "page.mustache" && found?.line == 65)
        #expect(problem(["page": nested(40, "{{> part}}"), "part": nested(40)])?.file == "page.mustache")
        #expect(problem(["page": String(repeating: "{{ ^ a}}", count: 65)])?.line == 1)
    }

    @Test("a tag that sets other braces is refused, since tags in them would be looked at by nobody")
    func braces() {
        let found = problem(["page": "\n{{=<% %>=}}<%#a%><%/a%>"])
        #expect(found?.line == 2 && found?.expected == "tags in double braces")
    }

    @Test("partials that double at every step are refused before memory is full")
    func doubling() {
        var sources = ["p0": "0123456789"]
        for level in 1...60 { sources["p\(level)"] = "{{> p\(level - 1)}}{{> p\(level - 1)}}" }
        #expect(problem(sources)?.expected == "at most 1048576 bytes with all partials in place")
    }
}
