import Records
import Testing

@testable import Study

@Suite("Logs in the study file") struct LogSelectionTests {
    private func study(_ logs: String) throws -> Study {
        try StudyFile.parse("[[logs]]\npath = \"x\"\n\(logs)\n", file: "study.toml")
    }

    @Test("fields are columns, dotted paths, texts with parts of the path, or constants") func fields() throws {
        let fields = try #require(
            study(
                """
                model = "M"
                benchmark = "B"
                [logs.fields]
                item = "meta.id"
                epoch = "{run}"
                benchmark = { constant = "{literal}" }
                facets.site = { constant = "Lyon" }
                facets.modality = "meta.modality"
                facets.organ = "{folder}"
                """
            ).logs.first)
        #expect(fields.model == "M" && fields.benchmark == "B")
        #expect(fields.fields?.roles == ["item": "meta.id"])
        #expect(fields.fields?.texts == ["epoch": .template("{run}"), "benchmark": .constant("{literal}")])
        #expect(fields.fields?.facets == ["modality": "meta.modality"])
        #expect(fields.fields?.facetTexts == ["site": .constant("Lyon"), "organ": .template("{folder}")])
    }

    @Test(
        "what cannot be a field is an error with its line",
        arguments: [
            ("[logs.fields]\nitem = 3", 4), ("[logs.fields]\nprediction = \"{file}\"", 4),
            ("[logs.fields]\nmodel = { constnat = \"x\" }", 4), ("[logs.fields]\nfacets.a = true", 4),
            ("[logs.fields]\nitm = \"a\"", 4),
        ])
    func errors(text: String, line: Int) throws {
        let errors = try #require(#expect(throws: StudyFile.Errors.self) { try study(text) })
        #expect(errors.problems.first?.line == line)
    }
}
