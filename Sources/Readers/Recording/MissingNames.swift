import Records

extension InputPlace {
    /// Asks for the name of the model, which the log does not hold.
    ///
    /// - Parameter used: the name that stands in for it, such as that of a folder. One that looks like a model's need only be noted.
    func missingModel(used: String) -> Problem {
        problem(
            Problem.missingModelKind, PathNames.looksLikeModel(used) ? .note : .warning, field: "model",
            expected: "the model's name in the log",
            found: "none; `\(used)` of its path stands in for it",
            remedy:
                "Name it with --model, or in the study file with [[logs]] model or a path such as logs/{model}/*.json.")
    }

    /// Asks for the name of the benchmark, which the log does not hold.
    ///
    /// - Parameter used: the name that stands in for it. One that looks like a benchmark's need only be noted.
    func missingBenchmark(used: String) -> Problem {
        problem(
            Problem.missingBenchmarkKind, PathNames.looksLikeBenchmark(used) ? .note : .warning, field: "benchmark",
            expected: "the benchmark's name in the log", found: "none; `\(used)` of its path stands in for it",
            remedy: "Name it with --benchmark, or in the study file with [[logs]] benchmark or a path such as "
                + "logs/{benchmark}/*.json.")
    }
}
