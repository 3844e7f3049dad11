import Testing

@testable import Charts

@Suite("Font check")
struct FontCheckTests {
    @Test("A missing family is named with the package that brings it")
    func missing() throws {
        let problem = try #require(FontCheck.problem(families: ["No Such Family", "sans-serif"]))
        #expect(problem.expected.contains("No Such Family"))
        #expect(problem.remedy.contains(FontCheck.package))
    }

    @Test(
        "An installed family is no problem",
        .enabled(if: FontCheck.problem() == nil, "needs the package \(FontCheck.package)"))
    func installed() {
        #expect(FontCheck.problem() == nil)
    }
}
