import Records

/// Guesses the roles of fields.
struct FieldGuesser {
    /// How many copies of an item a log with variants may hold.
    private static let mostVariants = 100

    private let profiles: [FieldProfile]
    private let rows: Int

    private let repetitions: Int

    /// - Parameters:
    ///   - rows: how many rows were looked at.
    ///   - repetitions: how many answers a row holds at most.
    init(profiles: [FieldProfile], rows: Int, repetitions: Int = 1) {
        self.profiles = profiles.filter { $0.filled > 0 }
        self.rows = rows
        self.repetitions = repetitions
    }

    /// - Parameters:
    ///   - given: what the user named; it goes before every guess.
    ///   - figures: what stands beside the rows.
    func guess(given: FieldMapping, figures: [String: String] = [:]) -> FieldGuess {
        var guess = FieldGuess(mapping: given)
        var used = Set(given.roles.values).union(given.facets.values)
        func take(_ role: String, where fits: (FieldProfile) -> Bool) {
            guard guess.mapping.roles[role] == nil, let field = best(role, except: used, where: fits) else { return }
            guess.mapping.roles[role] = field
            used.insert(field)
        }
        guess.variant = VariantField(among: profiles, except: used)
        // Times and counts go first: they are no scores, though many are below 100.
        guess.takeMeasures(profiles, &used)
        // The order matters: a field called `correct` is a score only if its values are, else it may be the gold.
        // Right and wrong, or shares, go before points and ratings.
        take("score") { $0.isScore && $0.scores.max() ?? 0 <= 1 }
        take("score") { $0.isScore && ($0.scores.max() ?? 0 <= 1 || $0.values.count > 2 || $0.scores.contains(100)) }
        if guess.mapping.roles["score"] == nil {
            let names = ["rating", "grade", "overall", "verdict", "judgement", "judgment", "match"]
            let hasAnswer =
                FieldGuess.haveAnswers(profiles.map(\.name))
                || profiles.contains { FieldGuess.folded($0.name) == "answer" }
            if hasAnswer,
                let field = profiles.first(where: { names.contains(FieldGuess.folded($0.name)) && $0.isScore })
            {
                guess.mapping.roles["score"] = field.name
                used.insert(field.name)
            }
        }
        // A few values out of range are for the reader to count; a column of ratings from 1 to 10 is no confidence.
        if guess.mapping.roles["score"] == nil {
            let among = profiles.filter { Self.isAmongScores($0.name) && $0.isScore && !used.contains($0.name) }
            if let field = among.first(where: { FieldGuess.folded($0.name) == "overall" }) ?? among.first {
                guess.mapping.roles["score"] = field.name
                used.insert(field.name)
            }
        }
        take("confidence") { $0.isScore && $0.scores.count { $0 <= 1 } * 10 >= $0.scores.count * 9 }
        take("prediction") { !$0.isNested }
        take("model") { !$0.isNested && $0.meanLength <= 120 }
        take("target") { _ in true }
        if guess.mapping.roles["target"] == nil,
            let field = profiles.first(where: { FieldGuess.folded($0.name) == "correct" && !used.contains($0.name) })
        {
            guess.mapping.roles["target"] = field.name
            used.insert(field.name)
        }
        // `answer` is the gold in some logs and the model's in others; beside a gold of its own it is the model's.
        if guess.mapping.roles["prediction"] == nil, let target = guess.mapping.roles["target"],
            FieldGuess.goldNames.contains(FieldGuess.folded(target)),
            let field = profiles.first(where: { FieldGuess.folded($0.name) == "answer" && !used.contains($0.name) })
        {
            guess.mapping.roles["prediction"] = field.name
            used.insert(field.name)
        }
        assignAnswer(in: &guess, &used)
        pair(in: &guess, &used, given)
        take("benchmark") { !$0.isNested && $0.meanLength <= 120 && $0.values.count <= max(1, rows / 2) }
        take("epoch") { $0.isWhole && $0.values.count <= 1000 && $0.values.count < max(2, rows) }
        // An item comes again for each model, benchmark and epoch, and hardly otherwise.
        let repeats = ["model", "benchmark", "epoch"].compactMap { guess.mapping.roles[$0] }
            .reduce(2 * repetitions * (guess.variant == nil ? 1 : Self.mostVariants)) { product, field in
                product * max(1, profiles.first { $0.name == field }?.values.count ?? 1)
            }
        takeItem(in: &guess, &used, repeats: repeats)
        take("question") { !$0.isNested }
        take("choices") { _ in true }
        take("error") { _ in true }

        if let score = guess.mapping.roles["score"], let profile = profiles.first(where: { $0.name == score }) {
            guess.scoreScale = profile.scale
            guess.furtherScores = furtherScores(except: used)
            used.formUnion(guess.furtherScores.map(\.name))
        }
        if guess.mapping.roles["prediction"] == nil, guess.mapping.roles["score"] == nil,
            guess.mapping.roles["model"] == nil
        {
            let columns = profiles.filter {
                PathNames.looksLikeModel($0.name) && !$0.isNested && !used.contains($0.name)
            }
            guess.take(ModelColumns(columns))
            used.formUnion(columns.map(\.name))
        }
        if guess.mapping.roles["score"] == nil, isShort(guess.mapping.roles["prediction"]),
            isShort(guess.mapping.roles["target"])
        {
            guess.comparedFigure = ReportedFigures(figures).accuracy?.name
        }
        let letters = ["A", "B", "C", "D", "E", "F", "G", "H", "I", "J"]
        if guess.mapping.roles["choices"] == nil {
            let columns = letters.prefix { letter in profiles.contains { $0.name == letter } }
            if columns.count >= 2 {
                guess.optionColumns = Array(columns)
                used.formUnion(columns)
            }
        }
        let cluster =
            guess.mapping.roles["cluster"] ?? best("cluster", except: used) { !$0.isNested && $0.meanLength <= 200 }
        if let cluster {
            guess.clusterFacet = guess.mapping.facets.first { $0.value == cluster }?.key ?? cluster
            guess.mapping.facets[guess.clusterFacet ?? cluster] = cluster
            used.insert(cluster)
        }
        addFacets(to: &guess, used: used)
        return guess
    }

    /// Whether a field holds letters or words such as yes, which are right only if they are equal.
    private func isShort(_ field: String?) -> Bool {
        guard let profile = profiles.first(where: { $0.name == field }) else { return false }
        return !profile.isNested && profile.meanLength <= 3 && profile.values.count <= 12
    }

    /// Tells whose the field `answer` is where nothing else is the gold.
    private func assignAnswer(in guess: inout FieldGuess, _ used: inout Set<String>) {
        guard let target = guess.mapping.roles["target"], FieldGuess.folded(target) == "answer" else { return }
        let hasQuestion = profiles.contains {
            (FieldGuess.names["question"] ?? []).contains(FieldGuess.folded($0.name))
        }
        if let prediction = guess.mapping.roles["prediction"] {
            // Beside the raw text and without the question it is what was found in the text.
            guard FieldGuess.rawNames.contains(FieldGuess.folded(prediction)), !hasQuestion,
                guess.mapping.roles["score"] == nil,
                guess.mapping.roles["answer"] == nil
            else { return }
            guess.mapping.roles["target"] = nil
            guess.mapping.roles["answer"] = target
        } else if guess.mapping.roles["score"] != nil {
            // What was scored is an answer.
            guess.mapping.roles["target"] = nil
            guess.mapping.roles["prediction"] = target
        }
    }

    /// Takes a prediction and a gold that are named after one thing where other names gave none, or two whose values have
    /// nothing in common.
    private func pair(in guess: inout FieldGuess, _ used: inout Set<String>, _ given: FieldMapping) {
        guard given.roles["prediction"] == nil, given.roles["target"] == nil else { return }
        func profile(_ name: String?) -> FieldProfile? { profiles.first { $0.name == name } }
        func agree(_ prediction: FieldProfile?, _ target: FieldProfile?) -> Bool {
            guard let mine = prediction?.closedValues, let theirs = target?.closedValues else { return true }
            return !mine.isDisjoint(with: theirs)
        }
        let roles = guess.mapping.roles
        let isWhole = roles["prediction"] != nil && roles["target"] != nil
        if isWhole, agree(profile(roles["prediction"]), profile(roles["target"])) { return }
        let mine = [roles["prediction"], roles["target"]]
        let pairs = FieldPair.all(in: profiles.map(\.name)).filter { pair in
            [pair.prediction, pair.target].allSatisfy { name in
                (!used.contains(name) || mine.contains(name)) && !(profile(name)?.isNested ?? true)
            }
        }
        func isSure(_ pair: FieldPair) -> Bool {
            profile(pair.prediction)?.closedValues != nil && profile(pair.target)?.closedValues != nil
                && agree(profile(pair.prediction), profile(pair.target))
        }
        if let pair = pairs.first(where: isSure) ?? (roles["prediction"] == nil ? pairs.first : nil) {
            used.subtract(mine.compactMap { $0 })
            guess.mapping.roles["prediction"] = pair.prediction
            guess.mapping.roles["target"] = pair.target
            used.formUnion([pair.prediction, pair.target])
            return
        }
    }

    /// Takes the field that names the items; items of one number may be told apart by their subset, and answers of one model
    /// to one item by the setting.
    private func takeItem(in guess: inout FieldGuess, _ used: inout Set<String>, repeats: Int) {
        guard guess.mapping.roles["item"] == nil else { return }
        let free = profiles.filter {
            !used.contains($0.name) && !$0.isNested && (2...50).contains($0.values.count) && $0.filled == rows
        }
        func first(of names: [String]) -> FieldProfile? {
            for name in names {
                if let profile = free.first(where: { FieldGuess.folded($0.name) == name }) { return profile }
            }
            return nil
        }
        func fits(_ profile: FieldProfile, times factor: Int) -> Bool {
            !profile.isNested && profile.meanLength <= 200 && profile.values.count * repeats * factor >= profile.filled
        }
        let part = first(of: FieldGuess.partNames)
        var setting = first(of: FieldGuess.settingNames)
        // A patient's temperature is no setting.
        if let field = setting, FieldGuess.folded(field.name) == "temperature",
            !field.values.keys.allSatisfy({ Double($0).map { $0 <= 2 } ?? false })
        {
            setting = nil
        }
        if let item = best("item", except: used, where: { fits($0, times: 1) }) {
            guess.mapping.roles["item"] = item
        } else if let part,
            let item = best("item", except: used, where: { $0.isWhole && fits($0, times: part.values.count) })
        {
            guess.mapping.roles["item"] = item
        } else if let setting, let item = best("item", except: used, where: { fits($0, times: setting.values.count) }) {
            guess.mapping.roles["item"] = item
            guess.setting = setting.name
        }
        guard let item = guess.mapping.roles["item"] else { return }
        used.insert(item)
        // A number counts within its subset in many logs; the subset before it does no harm where it does not.
        let isNumber = profiles.first { $0.name == item }?.isWhole ?? false
        if isNumber, Self.countingNames.contains(FieldGuess.folded(item)) { guess.itemPart = part?.name }
    }

    /// Names of numbers that count rows.
    private static let countingNames: Set<String> = [
        "idx", "index", "number", "num", "no", "idxlocal", "sampleidx", "sampleindex", "itemidx", "itemindex",
        "questionidx",
        "questionindex", "exampleidx", "exampleindex", "rowidx", "numero", "nummer",
    ]

    /// Fields beside the score that have the name of a measure and hold scores.
    private func furtherScores(except used: Set<String>) -> [FieldGuess.ScoreField] {
        let names = Set(FieldGuess.names["score"] ?? [])
        return profiles.filter { profile in
            (names.contains(FieldGuess.folded(profile.name)) || Self.isAmongScores(profile.name))
                && !used.contains(profile.name) && profile.isScore
        }.map { FieldGuess.ScoreField(name: $0.name, scale: $0.scale) }
    }

    /// Whether a field lies within an object of scores, such as `judge_scores.overall`.
    private static func isAmongScores(_ name: String) -> Bool {
        let parts = name.split(separator: ".")
        guard parts.count > 1 else { return false }
        let parent = FieldGuess.folded(String(parts[parts.count - 2]))
        return parent.hasSuffix("scores") || parent == "metrics"
    }

    /// Short fields with values that come again describe items.
    private func addFacets(to guess: inout FieldGuess, used: Set<String>) {
        for profile in profiles where !used.contains(profile.name) && guess.mapping.facets.count < 24 {
            guard !profile.isNested, profile.meanLength <= 60, !profile.values.isEmpty,
                profile.values.count <= max(2, rows / 3)
            else { continue }
            guess.mapping.facets[profile.name] = profile.name
        }
    }

    private func best(_ role: String, except used: Set<String>, where fits: (FieldProfile) -> Bool) -> String? {
        for name in FieldGuess.names[role] ?? [] {
            // A field of the row itself goes before a nested one of the same name.
            let candidates = profiles.filter {
                FieldGuess.folded($0.name) == name && !used.contains($0.name) && fits($0)
            }.sorted { ($0.name.count { $0 == "." }, -$0.filled) < ($1.name.count { $0 == "." }, -$1.filled) }
            if let candidate = candidates.first { return candidate.name }
        }
        return nil
    }
}
