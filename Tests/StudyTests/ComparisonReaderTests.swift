import Records
import Testing

@testable import Study

@Suite("The table [compare] of a study file") struct ComparisonReaderTests {
    @Test("every key is read") func everyKey() throws {
        let study = try StudyFile.parse(
            """
            [compare]
            baseline = "a"
            candidate = "b"
            margin = 0.01
            margins = { slake = 0.02, "path.vqa" = 0 }
            blocks = ["overall", "threshold", "output-tokens", "overall"]
            strict = true
            sequential = true
            safety = { modality = ["CT", "MRI"], organ = ["heart"] }

            [[compare.waiver]]
            candidate = "b"
            benchmark = "slake"
            capability = "reasoning"
            facet = "organ=left=right"
            threshold = "t"
            reason = "known"
            until = 2026-03-31

            [[compare.waiver]]
            measure = "latency"
            reason = "slow server"
            until = "2024-02-29"
            """, file: "s")
        var expected = Comparison(baseline: "a", candidate: "b")
        expected.margin = 0.01
        expected.margins = ["slake": 0.02, "path.vqa": 0]
        expected.blocks = ["overall", "threshold", "output-tokens"]
        expected.isStrict = true
        expected.isSequential = true
        expected.safety = ["modality": ["CT", "MRI"], "organ": ["heart"]]
        var first = Waiver(reason: "known", until: "2026-03-31")
        first.candidate = "b"
        first.benchmark = "slake"
        first.capability = "reasoning"
        first.facet = Facet(name: "organ", value: "left=right")
        first.threshold = "t"
        var second = Waiver(reason: "slow server", until: "2024-02-29")
        second.measure = "latency"
        expected.waivers = [first, second]
        #expect(study.compare == expected)
    }

    @Test("a policy needs no releases, and an empty list of blocks is kept apart from none") func policyOnly() throws {
        #expect(try StudyFile.parse("[compare]\nmargin = 0.01", file: "s").compare?.baseline == nil)
        #expect(try StudyFile.parse("[compare]\nstrict = true", file: "s").compare?.blocks == nil)
        #expect(try StudyFile.parse("[compare]\nblocks = []", file: "s").compare?.blocks == [])
    }

    @Test(
        "each error names place, field, expectation, finding and remedy",
        arguments: [
            (
                "\n[compare]\nbaseline = \"a\"",
                "s:2:1 (field `compare.candidate`): expected `candidate`; found none. "
                    + "Name the model to judge, or remove `baseline`."
            ),
            (
                "[compare]\ncandidate = \"a\"",
                "s:1:1 (field `compare.baseline`): expected `baseline`; found none. "
                    + "Name the model to compare with, or remove `candidate`."
            ),
            (
                "[compare]\nmargins = { slake = 1 }",
                "s:2:21 (field `compare.margins.slake`): expected a number from 0 to below 1; found 1. "
                    + "Change the value or remove the key."
            ),
            (
                "[compare]\nblocks = [\"overall\",\n  \"latancy\"]",
                "s:3:3 (field `compare.blocks`): expected a known word; found \"latancy\". Did you mean \"latency\"?"
            ),
            (
                "[compare]\nblocks = \"overall\"",
                "s:2:10 (field `compare.blocks`): expected a list of words; found \"overall\". "
                    + "Change the value or remove the key."
            ),
            (
                "[compare]\nblocks = [1]",
                "s:2:11 (field `compare.blocks`): expected a word in quotes; found 1. "
                    + "Change the value or remove the key."
            ),
            (
                "[compare]\nstrict = 1",
                "s:2:10 (field `compare.strict`): expected true or false; found 1. Change the value or remove the key."
            ),
            (
                "[compare]\nsafety = { modality = \"CT\" }",
                "s:2:23 (field `compare.safety.modality`): expected a list of texts; found \"CT\". "
                    + "Change the value or remove the key."
            ),
            (
                "[compare]\nwaivers = 1",
                "s:2:1 (field `compare.waivers`): expected a known key; found `waivers`. Did you mean `waiver`?"
            ),
            (
                "[compare]\nwaiver = { reason = \"r\" }",
                "s:2:10 (field `compare.waiver`): expected tables, each beginning with [[compare.waiver]]; "
                    + "found a table. Change the value or remove the key."
            ),
        ])
    func errors(text: String, message: String) {
        let errors = #expect(throws: StudyFile.Errors.self) { try StudyFile.parse(text, file: "s") }
        #expect(errors?.problems.map(\.description) == [message])
    }

    @Test(
        "each error of a waiver is told at its place",
        arguments: [
            (
                "reason = \"r\"\nuntil = 2026-01-01",
                "s:1:1 (field `compare.waiver.candidate`): expected a key that says what is waived; found none. "
                    + "Name one of `candidate`, `benchmark`, `capability`, `facet`, `threshold`, `measure`; "
                    + "without one the waiver would cover every failure."
            ),
            (
                "benchmark = \"b\"\nuntil = 2026-01-01",
                "s:1:1 (field `compare.waiver.reason`): expected `reason`; found none. "
                    + "Say why the failure may pass; whoever reads the gate's output reads it."
            ),
            (
                "benchmark = \"b\"\nreason = \" \"\nuntil = 2026-01-01",
                "s:3:10 (field `compare.waiver.reason`): expected a text that is not empty; found \" \". "
                    + "Change the value or remove the key."
            ),
            (
                "benchmark = \"b\"\nreason = \"r\"",
                "s:1:1 (field `compare.waiver.until`): expected `until`; found none. "
                    + "Give the last day on which the waiver holds, such as 2026-03-31."
            ),
            (
                "benchmark = \"b\"\nreason = \"r\"\nuntil = 2026-01-01T00:00:00Z",
                "s:4:9 (field `compare.waiver.until`): expected a day such as 2026-03-31; "
                    + "found the date 2026-01-01T00:00:00Z. Change the value or remove the key."
            ),
            (
                "benchmark = \"b\"\nreason = \"r\"\nuntil = \"2026-02-29\"",
                "s:4:9 (field `compare.waiver.until`): expected a day such as 2026-03-31; found \"2026-02-29\". "
                    + "Change the value or remove the key."
            ),
            (
                "facet = \"CT\"\nreason = \"r\"\nuntil = 2026-01-01",
                "s:2:9 (field `compare.waiver.facet`): expected a facet with its value, such as \"modality=CT\"; "
                    + "found \"CT\". Change the value or remove the key."
            ),
            (
                "measure = \"speed\"\nreason = \"r\"\nuntil = 2026-01-01",
                "s:2:11 (field `compare.waiver.measure`): expected one of \"unparsed\", \"refused\", \"error\", "
                    + "\"length\", \"latency\", \"output-tokens\", \"cost\"; found \"speed\". "
                    + "Change the value or remove the key."
            ),
            (
                "measure = \"cost\"\nthreshold = \"t\"\nreason = \"r\"\nuntil = 2026-01-01",
                "s:1:1 (field `compare.waiver.threshold`): expected `measure` without `threshold`; found both. "
                    + "Measures are compared on whole benchmarks, so that this waiver would cover nothing; "
                    + "make two waivers, or remove one of the keys."
            ),
        ])
    func waiverErrors(lines: String, message: String) {
        let errors = #expect(throws: StudyFile.Errors.self) {
            try StudyFile.parse("[[compare.waiver]]\n" + lines, file: "s")
        }
        #expect(errors?.problems.map(\.description) == [message])
    }

    @Test(
        "days that exist, written whole, are days",
        arguments: [
            ("2026-03-31", true), ("2000-02-29", true), ("2024-02-29", true), ("1900-02-29", false),
            ("2026-04-31", false), ("2026-00-10", false), ("2026-13-10", false), ("2026-01-00", false),
            ("0000-01-01", false), ("2026-1-01", false), ("+026-01-01", false), ("2026/01/01", false),
            ("2026-01-01T00", false), ("", false), ("２０２６-01-01", false),
        ])
    func days(text: String, isDay: Bool) {
        #expect(CalendarDay.isDay(text) == isDay)
    }
}
