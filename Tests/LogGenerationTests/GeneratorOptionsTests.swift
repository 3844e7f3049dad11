import LogGeneration
import Testing

@testable import GenerateLogs

@Suite("The generator's command line") struct GeneratorOptionsTests {
    @Test("options make a plan") func plan() throws {
        let line =
            "out --models 3 --benchmarks=2 --items 10 --per-image 4 --long 25 --form csv --compress zstd --seed 7"
        guard case .make(let plan, let folder) = try GeneratorOptions(line.split(separator: " ").map(String.init))
        else {
            Issue.record("expected a plan")
            return
        }
        #expect(folder == "out")
        #expect((plan.models, plan.benchmarks, plan.items, plan.itemsPerImage) == (3, 2, 10, 4))
        #expect((plan.longShare, plan.form, plan.compression, plan.seed) == (0.25, .csv, .zstd, 7))
    }

    @Test("help is given whatever else is said") func help() throws {
        guard case .help = try GeneratorOptions(["--models", "3", "--help"]) else {
            Issue.record("expected the help")
            return
        }
    }

    @Test(
        "a wrong line is told with what was expected",
        arguments: [
            ([], "expected a folder for the logs; found none"),
            (["a", "b"], "expected one folder; found `a` and `b`"),
            (["a", "--models"], "--models: expected a value; found the end of the line"),
            (["a", "--items", "many"], "--items: expected a whole number; found `many`"),
            (["a", "--form", "tsv"], "--form: expected one of jsonl, csv, xlsx, lm-eval, eval; found `tsv`"),
            (["a", "--seed", "-1"], "--seed: expected a whole number of at least 0; found `-1`"),
            (["a", "--threads", "2"], "expected an option; found `--threads`"),
        ] as [([String], String)])
    func errors(arguments: [String], message: String) {
        let error = #expect(throws: UsageProblem.self) { try GeneratorOptions(arguments) }
        #expect(error?.description == message)
    }
}
