import LogGeneration

/// What the command line asks for.
enum GeneratorOptions {
    case help
    case make(LogPlan, folder: String)

    static let helpText = """
        Makes evaluation logs of any size, one a model and benchmark, and a study file for them.
        The same options give the same bytes, on any number of cores.

        GenerateLogs FOLDER [OPTIONS]

        FOLDER gets logs/ and study.toml; files of the same names are replaced.

        --models N          models (default: 10)
        --benchmarks N      benchmarks (5)
        --items N           items of each benchmark (1000)
        --epochs N          answers of each model to each item (1); not for lm-eval and xlsx
        --per-image N       items that share an image, and so a cluster (1)
        --long PERCENT      share of predictions that are a chain of thought of about 2 kB (0)
        --no-texts          scores alone: no options, targets and predictions; for jsonl and csv
        --form FORM         jsonl: flat rows, a line each (default); csv: the same rows; lm-eval: samples of
                            lm-evaluation-harness; xlsx: scored tables of VLMEvalKit; eval: archives of Inspect
        --compress HOW      none (default), gzip or zstd; for jsonl, csv and lm-eval
        --seed N            another seed, other logs (1)
        --answer-seed N     another one, other answers to the same items: logs that changed (0)

        A table of the logs goes to standard output: path, model, benchmark, rows, rows with the score 1, bytes of
        text before packing. Exit codes: 0 all well; 2 wrong usage; 3 a file could not be written.
        """

    /// - Throws: `UsageProblem` for an unknown option, a missing value or one of the wrong kind; `PlanError` for a size that cannot be.
    init(_ arguments: [String]) throws {
        var plan = LogPlan()
        var folder: String?
        var rest = arguments[...]
        while let argument = rest.popFirst() {
            guard argument.hasPrefix("-") else {
                guard folder == nil else {
                    throw UsageProblem("expected one folder; found `\(folder ?? "")` and `\(argument)`")
                }
                folder = argument
                continue
            }
            let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            func value() throws -> String {
                guard let value = parts.count > 1 ? parts[1] : rest.popFirst() else {
                    throw UsageProblem("\(parts[0]): expected a value; found the end of the line")
                }
                return value
            }
            func number() throws -> Int {
                let text = try value()
                guard let number = Int(text) else {
                    throw UsageProblem("\(parts[0]): expected a whole number; found `\(text)`")
                }
                return number
            }
            func seed() throws -> UInt64 {
                let text = try value()
                guard let seed = UInt64(text) else {
                    throw UsageProblem("\(parts[0]): expected a whole number of at least 0; found `\(text)`")
                }
                return seed
            }
            switch parts[0] {
            case "--help", "-h":
                self = .help
                return
            case "--models": plan.models = try number()
            case "--benchmarks": plan.benchmarks = try number()
            case "--items": plan.items = try number()
            case "--epochs": plan.epochs = try number()
            case "--per-image": plan.itemsPerImage = try number()
            case "--long":
                let text = try value()
                guard let percent = Double(text) else {
                    throw UsageProblem("--long: expected a percentage; found `\(text)`")
                }
                plan.longShare = percent / 100
            case "--no-texts": plan.hasTexts = false
            case "--form": plan.form = try Self.choice(parts[0], value())
            case "--compress": plan.compression = try Self.choice(parts[0], value())
            case "--seed": plan.seed = try seed()
            case "--answer-seed": plan.answerSeed = try seed()
            default: throw UsageProblem("expected an option; found `\(argument)`")
            }
        }
        guard let folder else { throw UsageProblem("expected a folder for the logs; found none") }
        try plan.validate()
        self = .make(plan, folder: folder)
    }

    private static func choice<Choice: RawRepresentable<String> & CaseIterable>(
        _ option: String, _ text: String
    ) throws -> Choice {
        guard let choice = Choice(rawValue: text) else {
            let known = Choice.allCases.map(\.rawValue).joined(separator: ", ")
            throw UsageProblem("\(option): expected one of \(known); found `\(text)`")
        }
        return choice
    }
}

/// The command line is wrong.
struct UsageProblem: Error, Equatable, CustomStringConvertible {
    let description: String
    init(_ description: String) { self.description = description }
}
