import Store

/// Runs that have items without a score: their accuracy rests on the others, and might be any within its bounds.
enum UnscoredItems: ConsistencyCheck {
    static let kinds = ["unscored-items"]

    static func problems(_ runs: BenchmarkRuns) -> [RunProblem] {
        let lacking = runs.used.map { checked -> [Int] in
            // A run without any score has no accuracy, and one that excludes answers by the study's rule lacks none.
            guard checked.run.unscored > 0, checked.scores.contains(where: { !$0.isNaN }) else { return [] }
            return checked.items.indices.filter { checked.items[$0].place > 0 && checked.scores[$0].isNaN }
        }
        let concerned = lacking.indices.filter { !lacking[$0].isEmpty }
        guard let first = concerned.first else { return [] }
        // What no run can be judged on favours none.
        let isCommon = runs.used.count > 1 && lacking.allSatisfy { $0 == lacking[first] }
        let items = Array(Set(concerned.flatMap { lacking[$0] })).sorted().map { runs.keys[$0] }
        return [
            RunProblem(
                kind: kinds[0], severity: isCommon ? .note : .warning, benchmark: runs.benchmark,
                runs: concerned.map { runs.used[$0].run },
                expected: "a score for each item of a run on \(runs.benchmark)",
                found: "items without a prediction or a target that could be scored: "
                    + RunWords.list(concerned.map { runs.used[$0].run }) { place in
                        RunWords.share(lacking[concerned[place]].count, of: runs.used[concerned[place]].itemCount)
                    } + RunWords.examples(items),
                effect:
                    "Each accuracy rests on the items that have a score; its bounds tell what it would be with the others "
                    + "wrong, or right.",
                remedy: "Run these items again, or give them a score in the log.", items: items, count: concerned.count)
        ]
    }
}
