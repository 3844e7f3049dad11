import Records
import Testing

@Suite("Problem") struct ProblemTests {
    @Test("a problem names place, field, expectation, finding and remedy") func words() {
        let problem = Problem(
            kind: "k", severity: .error, file: "a.zip", member: "m.json", line: 3, column: 7, field: "f", expected: "x",
            found: "y", remedy: "Do z.", count: 2)
        #expect(problem.description == "a.zip › m.json:3:7 (field `f`): expected x; found y [2 times]. Do z.")
    }

    @Test("severities are ordered") func severities() {
        #expect(Problem.Severity.note < .warning && Problem.Severity.warning < .error)
    }
}
