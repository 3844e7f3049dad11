import Store

/// The same item key with another question: nothing pairs that should.
enum DifferentQuestions: ConsistencyCheck {
    static let kinds = ["different-questions"]

    static func problems(_ runs: BenchmarkRuns) -> [RunProblem] {
        let agreement = runs.questions
        var problems: [RunProblem] = []
        for kind in [QuestionAgreement.Kind.moved, .other, .reworded] {
            let parts = agreement.disagreement.parts.filter { agreement.mostly[$0.run] == kind }
            if !parts.isEmpty { problems.append(problem(parts, words(kind), runs)) }
        }
        let few = agreement.disagreement.parts.filter { agreement.mostly[$0.run] == nil }
        if !few.isEmpty {
            problems.append(
                problem(
                    few,
                    Words(
                        found: "another question than in most runs",
                        effect:
                            "On these items the models answer different questions, and differences count them all the same.",
                        remedy: "Check which version of the benchmark each run used, and run again with one version."),
                    runs))
        }
        return problems
    }

    private struct Words {
        var found: String
        var effect: String
        var remedy: String
    }

    private static func words(_ kind: QuestionAgreement.Kind) -> Words {
        switch kind {
        case .moved:
            Words(
                found: "the other runs' questions under other item keys",
                effect: "Accuracies stand; paired differences, ranks and gaps compare answers to different questions.",
                remedy:
                    "The keys seem to count positions in another order: name the field that holds the benchmark's own "
                    + "item id, `item` under [logs.fields], or run all models on the items in one order.")
        case .other:
            Words(
                found: "other questions under the same item keys on most items",
                effect:
                    "These runs do not share items with the others: what is paired, compared or ranked here compares "
                    + "different questions.",
                remedy:
                    "If they are other splits or benchmarks, give each its own name ([[benchmark]] in the study file); if "
                    + "the keys count positions, name the field with the benchmark's own item id under [logs.fields].")
        case .reworded:
            Words(
                found: "other words around the same options or targets on most items",
                effect: "The items pair, but the models were not asked alike: a difference may come from the prompt.",
                remedy: "Where prompts should not matter, run all models with one.")
        }
    }

    private static func problem(_ parts: [Disagreement.Part], _ words: Words, _ runs: BenchmarkRuns) -> RunProblem {
        let items = Array(Set(parts.flatMap(\.items))).sorted().map { runs.keys[$0] }
        let deviating = parts.map { runs.used[$0.run].run }
        let list = RunWords.list(deviating) { RunWords.share(parts[$0].items.count, of: parts[$0].comparable) }
        return RunProblem(
            kind: kinds[0], benchmark: runs.benchmark, runs: deviating,
            expected: "the same question for an item in all runs on \(runs.benchmark)",
            found: "\(words.found): \(list)\(RunWords.examples(items))", effect: words.effect, remedy: words.remedy,
            items: items, count: items.count)
    }
}
