import Records

/// Questions that are asked several times with their options rotated, which count as right only if every rotation is.
struct VLMEvalKitCircle {
    private struct Question {
        var record: PredictionRecord
        var isMain: Bool
        var score: Double?
    }

    private var questions: [String: Question] = [:]
    private var order: [String] = []
    /// Whether any question came more than once.
    private(set) var hasRotations = false

    /// The question of a row: `g_index`, or the index without its millions; nil if the benchmark does not rotate options.
    static func question(of row: SheetRow, _ columns: VLMEvalKitColumns, benchmark: String) -> String? {
        if let group = columns.group, !row[group].isEmpty { return row[group] }
        let name = benchmark.lowercased()
        guard ["mmbench", "ccbench", "circular", "mmcr"].contains(where: name.contains),
            let index = Int(row[columns.item])
        else { return nil }
        return String(index % 1_000_000)
    }

    /// Enters one rotation; the score of the question is the least of its rotations.
    mutating func add(_ record: PredictionRecord, question: String, score: Double?) {
        let isMain = record.item == question
        var record = record
        record.item = question
        guard var known = questions[question] else {
            questions[question] = Question(record: record, isMain: isMain, score: score)
            order.append(question)
            return
        }
        hasRotations = true
        if isMain, !known.isMain {
            known.record = record
            known.isMain = true
        }
        if let first = known.score { known.score = score.map { min(first, $0) } }
        questions[question] = known
    }

    /// Hands out the questions in the order in which they came first.
    func forEach(_ body: (PredictionRecord, Double?) throws -> Void) rethrows {
        for key in order { if let question = questions[key] { try body(question.record, question.score) } }
    }
}
