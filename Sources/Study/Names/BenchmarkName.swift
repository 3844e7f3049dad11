/// Reads the names under which runners know benchmarks: `helm|med_qa|0`, `mmlu:subject=anatomy,method=joint`,
/// `inspect_evals/medqa_0_shot`, `PathVQA_TEST`.
enum BenchmarkName {
    /// Raised when the same name may give other candidates, so that stored logs are read anew.
    static let version = 1

    /// What a name may mean, the most exact first.
    static func candidates(_ name: String) -> [String] {
        var found: [String] = []
        func add(_ text: Substring) { if !text.isEmpty, !found.contains(String(text)) { found.append(String(text)) } }
        add(name[...])
        let task = withoutShots(name)
        add(task)
        let last = task.split(separator: "/").last ?? task
        add(last)
        let calls = last == task ? [task] : [task, last]
        for call in calls { arguments(call).forEach(add) }
        for text in found { withoutSuffixes(text[...]).forEach(add) }
        return found
    }

    /// lighteval's `suite|task|shots` and `task|shots`: the task.
    private static func withoutShots(_ name: String) -> Substring {
        var parts = name.split(separator: "|")
        if parts.count > 1, let last = parts.last, last.allSatisfy(\.isNumber) { parts.removeLast() }
        // lighteval before 0.9 wrote a fourth part that says whether the prompt may be cut.
        if parts.count > 2, let last = parts.last, last.allSatisfy(\.isNumber) { parts.removeLast() }
        return parts.last ?? name[...]
    }

    /// HELM's `scenario:key=value,...`, in which some copies have `-` for the first `:`.
    ///
    /// The scenario alone is a candidate only if no argument may choose a part of it: items of two parts must not meet.
    private static func arguments(_ name: Substring) -> [Substring] {
        guard let equals = name.firstIndex(of: "=") else { return [] }
        guard let separator = name[..<equals].lastIndex(where: { ":-,".contains($0) }) else { return [] }
        let scenario = name[..<separator]
        let pairs = name[name.index(after: separator)...].split(separator: ",").map { pair in
            pair.split(separator: "=", maxSplits: 1).map(String.init)
        }
        let choices = pairs.filter { $0.count == 2 && !settings.contains($0[0]) && $0[1] != "None" }
        guard let choice = choices.first else { return [scenario] }
        // A part of a part has no name that the catalogue could know.
        guard choices.count == 1 else { return [] }
        return ["\(scenario):\(choice[0])=\(choice[1])", "\(scenario):\(choice[1])"]
    }

    /// Arguments that change how a model is asked, not what.
    private static let settings: Set<String> = [
        "model", "model_deployment", "method", "num_output_tokens", "max_tokens", "temperature", "max_train_instances",
        "num_train_trials", "data_augmentation", "groups", "prompt", "instructions", "stop", "annotator", "judge",
        "eval_split", "num_outputs", "global_prefix", "output_format", "use_chain_of_thought",
    ]

    /// Words at the end of a name that say which split was asked, or how.
    private static let suffixes: Set<String> = [
        "test", "testset", "val", "valid", "validation", "dev", "train", "testmini", "gen", "ppl", "cot", "zeroshot",
        "fewshot", "shot", "shots", "zero", "few", "default", "main", "generative", "exact", "llmjudge", "mcq", "mc",
    ]

    /// The name with its last words left out one by one, as long as they are suffixes.
    private static func withoutSuffixes(_ name: Substring) -> [Substring] {
        var found: [Substring] = []
        var rest = name
        while let separator = rest.lastIndex(where: { "_-:/ |.".contains($0) }), separator > rest.startIndex {
            let word = rest[rest.index(after: separator)...].lowercased()
            let isShots = word.hasSuffix("shot") && word.dropLast(4).allSatisfy(\.isNumber)
            // `_0_shot`: the number goes only with the word that it counts.
            let isCount =
                word.allSatisfy(\.isNumber) && name[rest.endIndex...].dropFirst().lowercased().hasPrefix("shot")
            guard word.isEmpty || suffixes.contains(word) || isShots || isCount else { break }
            rest = rest[..<separator]
            found.append(rest)
        }
        return found
    }
}
