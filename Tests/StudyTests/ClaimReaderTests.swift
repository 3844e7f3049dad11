import Testing

@testable import Study

@Suite("Claims in a study file") struct ClaimReaderTests {
    private func problems(_ text: String) -> [String] {
        do {
            _ = try StudyFile.parse(text, file: "study.toml")
            return []
        } catch let errors as StudyFile.Errors {
            return errors.problems.map { "\($0.field ?? ""): expected \($0.expected); found \($0.found)" }
        } catch {
            return ["another error"]
        }
    }

    @Test("each subject is read with what it needs") func subjects() throws {
        let study = try StudyFile.parse(
            """
            [[threshold]]
            id = "t"
            minimum = 0.9
            source = "s"

            [[claim]]
            id = "kinds"
            text = "A matches B."
            source = "somebody"
            about = "kinds"
            first = "general"
            second = "medical"
            margin = 0.01
            least = 3
            caveats = ["One thing.", "Another."]

            [[claim]]
            id = "gap"
            name = "The gap"
            text = "g"
            source = "s"
            about = "gap"

            [[claim]]
            id = "variance"
            text = "v"
            source = "s"
            about = "variance"
            minimum = 0.05

            [[claim]]
            id = "threshold"
            text = "t"
            source = "s"
            about = "threshold"
            threshold = "t"
            """, file: "study.toml")
        #expect(
            study.claims.map(\.subject) == [
                .kinds(first: "general", second: "medical", margin: 0.01), .gap, .variance(minimum: 0.05),
                .threshold("t"),
            ])
        #expect(study.claims[0].name == "kinds" && study.claims[1].name == "The gap")
        #expect(study.claims[0].least == 3 && study.claims[1].least == nil)
        #expect(study.claims[0].caveats == ["One thing.", "Another."])
    }

    private static let opening = "[[claim]]\nid = \"c\"\ntext = \"t\"\nsource = \"s\"\n"

    @Test(
        "what is missing or unknown is told at its place",
        arguments: [
            ("", "claim.about: expected `about`; found none"),
            (
                "about = \"gaps\"",
                "claim.about: expected one of \"kinds\", \"gap\", \"variance\", \"threshold\"; found \"gaps\""
            ),
            ("about = \"kinds\"\nfirst = \"a\"", "claim.second: expected `second`; found none"),
            (
                "about = \"kinds\"\nfirst = \"a\"\nsecond = \"a\"",
                "claim.second: expected another kind than `first`; found \"a\""
            ),
            (
                "about = \"threshold\"\nthreshold = \"t\"",
                "claim.threshold: expected the identifier of a threshold; found \"t\""
            ),
            ("about = \"gap\"\nleast = 0", "claim.least: expected a whole number from 1; found 0"),
            ("about = \"gap\"\nmargin = 0.1", "claim.margin: expected a known key; found `margin`"),
        ]) func errors(rest: String, problem: String)
    {
        #expect(problems(Self.opening + rest) == [problem])
    }

    @Test("what a study says of itself is read by item, and an item that nobody asks for is refused") func reporting()
        throws
    {
        let study = try StudyFile.parse("[reporting]\nfunding = \"None.\"\nleakage = \"Unknown.\"", file: "study.toml")
        #expect(study.reporting == ["funding": "None.", "leakage": "Unknown."])
        #expect(problems("[reporting]\nfunds = \"None.\"") == ["reporting.funds: expected a known key; found `funds`"])
        #expect(problems("[reporting]\nfunding = \"  \"").count == 1)
    }

    @Test("figures of other sources are read by model and benchmark, and what is no share is refused") func published()
        throws
    {
        let text = "[[published]]\nsource = \"s\"\nnote = \"n\"\naccuracies.\"a.b\" = { p = 0.5, q = 1 }"
        let figures = try StudyFile.parse(text, file: "study.toml").published
        #expect(figures.map { "\($0.model) \($0.benchmark) \($0.accuracy)" } == ["a.b p 0.5", "a.b q 1.0"])
        #expect(figures.allSatisfy { $0.source == "s" && $0.note == "n" })
        #expect(
            problems("[[published]]\nsource = \"s\"") == ["published.accuracies: expected `accuracies`; found none"])
        #expect(
            problems("[[published]]\nsource = \"s\"\naccuracies.a = { p = 50 }")
                == ["published.accuracies.a.p: expected a number from 0 to 1; found 50"])
    }
}
