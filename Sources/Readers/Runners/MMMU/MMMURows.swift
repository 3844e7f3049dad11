import Records

/// Reads rows of MMMU and MMMU-Pro: an item with its response and, once parsed, its answer.
struct MMMURows {
    /// The names of the metrics over all items and over those with options.
    struct MetricNames {
        var all = "accuracy"
        var choices = "multiple-choice accuracy"
    }

    private let writer: RunWriter
    private let names: MetricNames

    init(_ writer: RunWriter, _ names: MetricNames = MetricNames()) {
        self.writer = writer
        self.names = names
    }

    /// - Throws: `Problem` if nothing can be read; what the sink throws.
    func read(_ part: LogPart, isPro: Bool) throws {
        let place = InputPlace(file: part.path)
        try JSONRows(open: part.open).forEach(note: { writer.note($0) }) { row in
            guard let key = Self.key(row.value, part), !key.isEmpty else {
                writer.note(
                    place.problem(
                        "missing-field", .error, line: row.line, field: "id", expected: "the item's identifier",
                        found: "none", remedy: "The row is left out; check how the file was made."))
                return
            }
            try add(row.value, key, line: row.line, isPro: isPro)
        }
    }

    /// The item's identifier; the first version of the code kept the number alone, in a folder for the subject.
    private static func key(_ row: JSONValue, _ part: LogPart) -> String? {
        if let key = row["id"]?.scalarText { return key }
        guard let number = row["No"]?.scalarText else { return nil }
        let folder = part.url.deletingLastPathComponent().lastPathComponent
        return MMMUPlace.subjects.contains(folder) ? "validation_\(folder)_\(number)" : number
    }

    private func add(_ row: JSONValue, _ key: String, line: Int, isPro: Bool) throws {
        let isChoice = isPro || MMMURules.isMultipleChoice(row["question_type"]?.string)
        let targets = MMMUItem.targets(row["answer"])
        let parsed = row["parsed_pred"] ?? row["pred_indexs"]
        let answers = Self.texts(parsed)
        var record = PredictionRecord(
            run: 0, item: key, question: row["question"]?.string, choices: Self.choices(row), targets: targets,
            text: row["response"]?.string ?? answers.first, runnerAnswer: answers.first, line: line)
        // A request that failed leaves an object in place of the response.
        if let response = row["response"], response.kind == .object {
            record.failure = String(response.compactText.prefix(200))
            record.text = nil
        }
        record.facets = Self.facets(key)
        if !isPro { record.facets.append(Self.typeFacet(isChoice: isChoice)) }
        for name in ["subject", "topic_difficulty", "subfield"] {
            if let value = row[name]?.string, !value.isEmpty {
                Self.set(Facet(name: name, value: value), in: &record.facets)
            }
        }
        if let isRight = Self.verdict(row) ?? Self.isRight(answers, isChoice, targets, isParsed: parsed != nil) {
            record.scores = Self.scores(isRight, isChoice: isChoice && !isPro, writer, names)
        }
        try writer.add(record)
    }

    /// The runner's own verdict: `judge` of MMMU, `if_right` of MMMU-Pro.
    private static func verdict(_ row: JSONValue) -> Bool? {
        if let isRight = row["if_right"]?.bool { return isRight }
        switch row["judge"]?.string?.lowercased() {
        case "correct": return true
        case "wrong", "incorrect": return false
        default: return nil
        }
    }

    private static func isRight(_ answers: [String], _ isChoice: Bool, _ targets: [String], isParsed: Bool) -> Bool? {
        guard isParsed, !targets.isEmpty else { return nil }
        if isChoice { return MMMURules.isRight(letter: answers.first ?? "", targets: targets) }
        return MMMURules.isRight(pieces: answers.flatMap(MMMURules.normalise), targets: targets)
    }

    private static func texts(_ value: JSONValue?) -> [String] {
        guard let value else { return [] }
        return value.kind == .array ? value.elements.compactMap(\.scalarText) : [value.scalarText].compactMap { $0 }
    }

    // MARK: - What maps and rows share

    /// The options: an object from letters to texts, or a list, which MMMU-Pro writes as Python prints it.
    static func choices(_ row: JSONValue) -> [String] {
        if let options = row["index2ans"], options.kind == .object {
            return options.members.map { $0 }.sorted { $0.key < $1.key }.map { $0.value.scalarText ?? "" }
        }
        guard let options = row["options"] else { return [] }
        if options.kind == .array { return options.elements.compactMap(\.scalarText) }
        return options.string.flatMap(PythonList.elements) ?? []
    }

    /// What the identifier of an item says of it.
    static func facets(_ key: String) -> [Facet] {
        guard let item = MMMUItem(key) else { return [] }
        return [Facet(name: "subject", value: item.subject), Facet(name: "split", value: item.split)]
    }

    static func typeFacet(isChoice: Bool) -> Facet {
        Facet(name: "question_type", value: isChoice ? "multiple-choice" : "open")
    }

    private static func set(_ facet: Facet, in facets: inout [Facet]) {
        if let known = facets.firstIndex(where: { $0.name == facet.name }) {
            facets[known] = facet
        } else {
            facets.append(facet)
        }
    }

    /// The score of an item under both metrics: over all items, and over those with options.
    static func scores(_ isRight: Bool, isChoice: Bool, _ writer: RunWriter, _ names: MetricNames) -> [MetricScore] {
        let value: Double = isRight ? 1 : 0
        let all = MetricScore(metric: writer.metric(names.all), value: value)
        guard isChoice else { return [all] }
        return [all, MetricScore(metric: writer.metric(names.choices), value: value)]
    }
}
