import Foundation
import Testing

@testable import Study

@Suite("Study file") struct StudyFileTests {
    @Test("every key of the design is read") func everyKey() throws {
        let study = try StudyFile.parse(
            """
            [study]
            title = "T"
            level = 0.9
            seed = 7
            replicates = 500
            unparsed = "exclude"
            base-url = "https://example.org"

            [[logs]]
            path = "logs/**"
            runner = "generic"
            [logs.fields]
            item = "question_id"
            facets.modality = "meta.modality"

            [[benchmark]]
            id = "slake"
            cluster = "image"
            capability = { facet = "qt", understanding = ["Organ"], reasoning = ["KG"] }
            chance = "options"

            [[model]]
            id = "m"
            parameters = 72e9
            released = 2025-01-26
            aliases = ["x/m"]

            [[threshold]]
            id = "chance"
            name = "Above chance"
            minimum = "chance"
            source = "binomial test"
            applies-to = { capability = "reasoning", benchmark = "*", each = "modality" }
            alpha = 0.025

            [compare]
            baseline = "a"
            candidate = "b"
            margin = 0.02
            """, file: "study.toml")
        #expect(study.title == "T" && study.level == 0.9 && study.seed == 7 && study.unparsed == .exclude)
        #expect(study.logs[0].fields?.facets == ["modality": "meta.modality"])
        #expect(study.logs[0].fields?.roles == ["item": "question_id"])
        #expect(study.benchmarks[0].capability?.values["reasoning"] == ["KG"])
        #expect(study.benchmarks[0].chance == .options)
        #expect(study.models[0].released == "2025-01-26" && study.models[0].parameters == 72e9)
        #expect(study.thresholds[0].minimum == nil && study.thresholds[0].each == "modality")
        #expect(study.thresholds[0].alpha == 0.025)
        #expect(study.compare?.margin == 0.02)
    }

    @Test("a benchmark's splits, strata, options and alternatives are read") func benchmarkKeys() throws {
        let study = try StudyFile.parse(
            """
            [[benchmark]]
            id = "b"
            options = 5
            answers = "closed"
            cluster = ["image", "img_name"]
            capability = { facet = ["qt", "question_type"], understanding = ["Organ"] }
            capability-source = "ours"
            strata = ["organ"]
            languages = ["en"]
            splits = { test = 10 }
            license = "MIT"
            parent = "a"
            subset = "part"
            """, file: "s")
        let entry = try #require(study.benchmarks.first)
        #expect(entry.options == 5 && entry.chance == .fixed(0.2) && entry.answers == .closed)
        #expect(entry.cluster == "image" && entry.clusterAlternatives == ["img_name"])
        #expect(
            entry.capability
                == CapabilityRule(
                    facet: "qt", values: ["understanding": ["Organ"]], alternatives: ["question_type"], source: "ours"))
        #expect(
            entry.strata == ["organ"] && entry.languages == ["en"] && entry.splits == ["test": 10]
                && entry.license == "MIT")
        #expect(entry.parent == "a" && entry.subset == "part")
    }

    @Test(
        "wrong values of a benchmark are told",
        arguments: [
            "options = 1", "answers = \"some\"", "splits = { test = \"x\" }", "cluster = []", "strata = 1",
            "modality = 1",
        ])
    func wrongBenchmarkKeys(line: String) {
        let errors = #expect(throws: StudyFile.Errors.self) {
            try StudyFile.parse("[[benchmark]]\nid = \"b\"\n" + line, file: "s")
        }
        #expect(errors?.problems.count == 1 && errors?.problems.first?.line == 3)
    }

    @Test("an empty file gives the defaults") func defaults() throws {
        var expected = Study()
        expected.file = "s"
        #expect(try StudyFile.parse("", file: "s") == expected)
    }

    @Test(
        "each error names place, field, expectation, finding and remedy",
        arguments: [
            (
                "[study]\ntitel = \"x\"",
                "s.toml:2:1 (field `study.titel`): expected a known key; found `titel`. Did you mean `title`?"
            ),
            (
                "[study]\nlevel = 95",
                "s.toml:2:9 (field `study.level`): expected a number between 0.5 and 1; found 95. "
                    + "Change the value or remove the key."
            ),
            (
                "[study]\nbase-url = \"example.org\"",
                "s.toml:2:12 (field `study.base-url`): expected an address such as https://example.org/study; "
                    + "found \"example.org\". Change the value or remove the key."
            ),
            (
                "[[threshold]]\nid = \"a\"\nminimum = 0.5",
                "s.toml:1:1 (field `threshold.source`): expected `source`; found none. "
                    + "Say where the number comes from; a verdict without a source is not printed."
            ),
            (
                "[study\n",
                "s.toml:1:7: expected TOML; found Error while parsing table header: "
                    + "encountered unexpected character '\\n'. Correct the syntax at this place."
            ),
            (
                "[[model]]\nid = \"a\"\n[[model]]\nid = \"a\"",
                "s.toml:1:1 (field `model.id`): expected identifiers that differ; found `a` twice. Rename or join the two."
            ),
        ])
    func errors(text: String, message: String) throws {
        let errors = #expect(throws: StudyFile.Errors.self) { try StudyFile.parse(text, file: "s.toml") }
        let first = try #require(errors?.problems.first)
        // The parser's own words for a syntax error are its business; place and remedy are ours.
        if text == "[study\n" {
            #expect(first.line == 1 && first.remedy == "Correct the syntax at this place.")
        } else {
            #expect(first.description == message)
        }
    }

    @Test("all errors of a file are told at once") func allErrors() {
        let errors = #expect(throws: StudyFile.Errors.self) {
            try StudyFile.parse("[study]\nlevel = 2\nunparsed = \"maybe\"\nx = 1", file: "s")
        }
        #expect(errors?.problems.count == 3)
    }
}
