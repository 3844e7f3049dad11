import Records

/// Tells questions apart that have the same index, as 3,099 pairs of SEEDBench2 have; VLMEvalKit counts every row.
struct VLMEvalKitItemNames {
    /// The questions of each index, as hashes of question and options in the order in which they came.
    private var questions: [String: [Int]] = [:]

    /// The name of an item whose index stands for another question already; nil if the index is enough, which it is for
    /// rows that repeat a question too.
    mutating func tellApart(_ record: PredictionRecord) -> String? {
        var hasher = Hasher()
        hasher.combine(record.question)
        hasher.combine(record.choices)
        let question = hasher.finalize()
        var known = questions[record.item] ?? []
        let place = known.firstIndex(of: question) ?? known.count
        if place == known.count {
            known.append(question)
            questions[record.item] = known
        }
        return place == 0 ? nil : "\(record.item)#\(place + 1)"
    }
}
