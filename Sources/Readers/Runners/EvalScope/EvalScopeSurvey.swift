import Records

/// What must be known of all rows before the first one is handed over: which scores there are, whether ids tell items
/// apart, how often items are repeated. Texts are not kept.
struct EvalScopeSurvey {
    /// The names of the scores, in the order in which they came.
    private(set) var scores: [String] = []
    /// The smallest and largest value of each score.
    private(set) var ranges: [String: ClosedRange<Double>] = [:]
    /// The score that the rows name as the one that judges.
    private(set) var mainScore: String?
    /// The model, as the rows name it.
    private(set) var model: String?
    private(set) var rowCount = 0
    /// How many rows the scorer could not score, by its status.
    private(set) var unscored: [String: Int] = [:]
    /// Whether each item has an id of its own.
    private(set) var hasIDs = true
    /// The subsets in which rows keep no answer.
    private(set) var subsetsWithoutText: Set<String> = []
    private var groups: Set<String> = []
    private var idsOfGroups: [String: String] = [:]
    private var groupsOfIDs: [String: String] = [:]

    /// - Throws: `Problem` if a file cannot be read before its first row.
    init(_ files: EvalScopeFiles) throws {
        for subset in files.subsets {
            try JSONRows(open: subset.rows.open).forEach(note: { _ in }) { row in
                take(EvalScopeRow(row.value), subset: subset.name ?? "", line: row.line)
            }
        }
        idsOfGroups = [:]
        groupsOfIDs = [:]
    }

    private mutating func take(_ row: EvalScopeRow, subset: String, line: Int) {
        guard let group = row.group(line: line) else { return }
        rowCount += 1
        model = model ?? row.model
        mainScore = mainScore ?? row.mainScore
        if let status = row.unscored { unscored[status, default: 0] += 1 }
        let item = "\(subset)\u{0}\(group)"
        groups.insert(item)
        if hasIDs, let id = row.id {
            let isNew = (groupsOfIDs[id] ?? item) == item && (idsOfGroups[item] ?? id) == id
            if isNew {
                groupsOfIDs[id] = item
                idsOfGroups[item] = id
            } else {
                hasIDs = false
            }
        } else {
            hasIDs = false
        }
        for answer in row.answers {
            if answer.text == nil { subsetsWithoutText.insert(subset) }
            for (name, value) in answer.scores {
                if ranges[name] == nil { scores.append(name) }
                let known = ranges[name] ?? value...value
                ranges[name] = min(known.lowerBound, value)...max(known.upperBound, value)
            }
        }
    }

    /// How many rows an item has.
    var repeats: Int { groups.isEmpty ? 1 : max(1, rowCount / groups.count) }
}
