import Records

/// The scores of each instance, which are a few numbers, so that the large files of texts can be walked beside them.
struct HELMScores {
    /// The scores of one instance in one trial.
    struct Row {
        var part: HELMPart
        /// By statistic; NaN where there is none.
        var values: [Double] = []
        /// The option that HELM took for the model's, where each is asked for apart.
        var predictedIndex: Int?
        /// How likely the model found it.
        var largestProbability: Double?
        /// The time of the request, in seconds; nil where several were made, one for each option, of which HELM keeps
        /// the mean.
        fileprivate(set) var latency: Double?
        /// The tokens of the request's completions; nil as well.
        fileprivate(set) var outputTokens: Int?
        fileprivate(set) var key: HELMKey
    }

    /// The names of the statistics that may be scores, in the order in which they came.
    private(set) var names: [String] = []
    /// The smallest and largest value of each statistic.
    private(set) var ranges: [ClosedRange<Double>?] = []
    private var positions: [String: Int] = [:]
    private var places: [HELMKey: Int] = [:]
    private(set) var rows: [Row] = []
    /// Whether the run consists of perturbed copies only.
    private(set) var isPerturbed = false

    /// Reads `per_instance_stats.json`, if the run has it.
    init(_ folder: HELMFolder, _ notes: inout [Problem]) throws {
        guard let source = try folder.open(.instanceStats) else { return }
        var found: [Problem] = []
        let failure = try Problem.caught {
            try HELMRows.forEach(source, in: nil, note: { found.append($0) }) { row in
                guard let key = HELMKey(row.value) else {
                    found.append(
                        source.place.problem(
                            "missing-field", line: row.position, field: "instance_id", expected: "the instance's id",
                            found: "none", remedy: "The entry is left out; check how the file was made."))
                    return
                }
                add(row.value["stats"], of: key)
            }
        }
        if var failure {
            failure.severity = .warning
            notes.append(failure)
        }
        notes += found
        dropPerturbed()
    }

    /// Takes the scores that `display_predictions.json` has, where there is nothing better.
    mutating func addDisplayed(_ folder: HELMFolder, _ instances: HELMInstances, _ notes: inout [Problem]) throws {
        guard let source = try folder.open(.displayPredictions) else { return }
        try HELMRows.forEach(source, in: nil, note: { _ in }) { row in
            guard let key = HELMKey(row.value) else { return }
            let place = place(of: key, part: instances.part(of: key))
            for (name, value) in row.value["stats"]?.members.map({ ($0.key, $0.value) }) ?? [] {
                if let number = value.double { enter(name, number, at: place) }
            }
        }
        dropPerturbed()
    }

    /// The scores of an instance in a trial, or nil.
    subscript(key: HELMKey) -> Row? { places[key].map { rows[$0] } }

    /// The mean of a statistic: `mean`, else what it follows from; nil if nothing was counted.
    static func mean(_ stat: JSONValue) -> Double? {
        guard let count = stat["count"]?.double, count > 0 else { return nil }
        let mean = stat["mean"]?.double ?? stat["sum"]?.double.map { $0 / count }
        return mean.flatMap { $0.isFinite ? $0 : nil }
    }

    private mutating func add(_ stats: JSONValue?, of key: HELMKey) {
        guard let stats else { return }
        for stat in stats.elements {
            guard let identity = stat["name"], let name = identity["name"]?.string, let mean = Self.mean(stat) else {
                continue
            }
            // Worst cases over perturbed copies stand beside the plain statistics under the same name.
            if key.perturbation == nil, identity["perturbation"].map({ !$0.isNull }) ?? false { continue }
            let part = HELMPart(split: identity["split"]?.string, subSplit: identity["sub_split"]?.string)
            let place = place(of: key, part: part)
            enter(name, mean, at: place)
            guard stat["count"]?.integer == 1 else { continue }
            if name == "inference_runtime" { rows[place].latency = mean }
            if name == "num_output_tokens" { rows[place].outputTokens = Int(exactly: mean) }
        }
    }

    private mutating func place(of key: HELMKey, part: HELMPart) -> Int {
        if let known = places[key] { return known }
        places[key] = rows.count
        rows.append(Row(part: part, key: key))
        return rows.count - 1
    }

    private mutating func enter(_ name: String, _ value: Double, at place: Int) {
        if name == "predicted_index" { rows[place].predictedIndex = Int(exactly: value) }
        if name == "max_prob" { rows[place].largestProbability = value }
        if HELMStatistic.isBookkeeping(name) { return }
        let position = positions[name] ?? names.count
        if position == names.count {
            positions[name] = position
            names.append(name)
            ranges.append(nil)
        }
        while rows[place].values.count <= position { rows[place].values.append(.nan) }
        rows[place].values[position] = value
    }

    /// Leaves perturbed copies out, unless they are all there is.
    private mutating func dropPerturbed() {
        isPerturbed = !rows.isEmpty && rows.allSatisfy { $0.key.perturbation != nil }
        if !isPerturbed { rows.removeAll { $0.key.perturbation != nil } }
        places = [:]
        ranges = names.map { _ in nil }
        for (place, row) in rows.enumerated() {
            places[row.key] = place
            for (position, value) in row.values.enumerated() where !value.isNaN {
                let known = ranges[position] ?? value...value
                ranges[position] = min(known.lowerBound, value)...max(known.upperBound, value)
            }
        }
    }
}

/// What tells the entries of a run apart: an instance, a perturbed copy of it, a trial.
struct HELMKey: Hashable {
    let instance: String
    let trial: Int
    /// The perturbation in full, or nil for the plain instance.
    let perturbation: String?
    /// The perturbation's name.
    let perturbationName: String?

    /// - Parameter value: an entry of `per_instance_stats.json` or `display_predictions.json`.
    init?(_ value: JSONValue) {
        self.init(value["instance_id"], value["perturbation"], value["train_trial_index"])
    }

    init?(_ id: JSONValue?, _ perturbation: JSONValue?, _ trial: JSONValue?) {
        guard let instance = id?.scalarText else { return nil }
        self.instance = instance
        self.trial = trial?.counter ?? 0
        let isPlain = perturbation?.isNull ?? true
        self.perturbation = isPlain ? nil : perturbation?.compactText
        perturbationName = isPlain ? nil : perturbation?["name"]?.string ?? "perturbed"
    }

    /// The item's key among the items of the benchmark.
    var item: String { perturbation.map { "\(instance) \($0)" } ?? instance }
}
