import Records

extension Problem {
    static let missingModelKind = "missing-model"
    static let missingBenchmarkKind = "missing-benchmark"
}

extension InputPlace {
    /// Asks for the name of the model, which the log does not hold.
    ///
    /// - Parameter used: the name that stands in for it, such as that of a folder.
    func missingModel(used: String) -> Problem {
        problem(
            Problem.missingModelKind, .warning, field: "model", expected: "the model's name in the log or its path",
            found: "none; `\(used)` stands in for it",
            remedy: "Name it with --model, or in the study file with [[logs]] model or a path such as logs/{model}/*.json.")
    }

    /// Asks for the name of the benchmark, which the log does not hold.
    func missingBenchmark(used: String) -> Problem {
        problem(
            Problem.missingBenchmarkKind, .warning, field: "benchmark",
            expected: "the benchmark's name in the log or its path", found: "none; `\(used)` stands in for it",
            remedy: "Name it with --benchmark, or in the study file with [[logs]] benchmark or a path such as "
                + "logs/{benchmark}/*.json.")
    }
}
