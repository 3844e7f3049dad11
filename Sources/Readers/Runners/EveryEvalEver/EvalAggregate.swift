import Foundation
import Records

/// What the aggregate beside the rows says: the model, the figures, and the unit and direction of each metric.
struct EvalAggregate {
    /// One entry of `evaluation_results`.
    struct Result {
        let id: String?
        let evaluation: String?
        let metricName: String?
        let score: Double?
        let itemCount: Int?
        let lowerIsBetter: Bool
        /// Whether only 0 and 1 (or their like) are scores.
        let isBinary: Bool
        /// Whether a score of -1 stands for an unknown level.
        let hasUnknownLevel: Bool
        /// What a full score is in the figure.
        let figureScale: Double
        /// What a full score is in the rows, which may be fractions where the figure is a percentage.
        var rowScale: Double
    }

    var isThere = false
    var evaluationID: String?
    var model: String?
    var startedAt: String?
    /// The program that ran the evaluation.
    var library: String?
    var rowCount: Int?
    var results: [Result] = []

    init() {}

    /// - Throws: `Problem` if the file cannot be read, is not JSON or no aggregate.
    init(file: String, shownAs: String) throws {
        let root = try JSONDocument(file: file, shownAs: shownAs).root
        guard let list = root["evaluation_results"], list.kind == .array else {
            throw InputPlace(file: shownAs).problem(
                "not-an-aggregate", field: "evaluation_results", expected: "an aggregate of Every Eval Ever",
                found: "another file", remedy: "Put `<uuid>.json` beside `<uuid>_samples.jsonl`.")
        }
        isThere = true
        evaluationID = root["evaluation_id"]?.scalarText
        model = root["model_info"]?["id"]?.string ?? root["model_info"]?["name"]?.string
        library = root["eval_library"]?["name"]?.string
        startedAt = Self.time(root["evaluation_timestamp"]) ?? Self.time(root["retrieved_timestamp"])
        rowCount = root["detailed_evaluation_results"]?["total_rows"]?.integer
        results = list.elements.map(Self.result)
    }

    private static func result(_ value: JSONValue) -> Result {
        let metric = value["metric_config"]
        let details = value["score_details"]
        let unit = metric?["metric_unit"]?.string?.lowercased() ?? ""
        let isPercent = unit.hasPrefix("percent") || unit == "%" || metric?["max_score"]?.double == 100
        return Result(
            id: value["evaluation_result_id"]?.scalarText, evaluation: value["evaluation_name"]?.scalarText,
            metricName: metric?["metric_name"]?.string ?? metric?["metric_id"]?.string,
            score: details?["score"]?.double,
            itemCount: details?["uncertainty"]?["num_samples"]?.integer,
            lowerIsBetter: metric?["lower_is_better"]?.bool ?? false,
            isBinary: metric?["score_type"]?.string == "binary",
            hasUnknownLevel: metric?["has_unknown_level"]?.bool ?? false,
            figureScale: isPercent ? 100 : 1, rowScale: isPercent ? 100 : 1)
    }

    /// Seconds since 1970 as text or number, or a text that is a time already.
    private static func time(_ value: JSONValue?) -> String? {
        guard let text = value?.scalarText, !text.isEmpty else { return nil }
        guard let seconds = Double(text) else { return text }
        guard seconds.isFinite, abs(seconds) < 1e11 else { return nil }
        return Date(timeIntervalSince1970: seconds.rounded(.down)).ISO8601Format()
    }

    /// The entry of a row: by the result's identifier and the evaluation's name, by either alone if that is clear.
    func position(of row: EvalRow) -> Int? {
        let evaluation = row.evaluation
        if let id = row.resultID {
            let same = results.indices.filter { results[$0].id == id }
            return same.first { results[$0].evaluation == evaluation } ?? (same.count == 1 ? same[0] : nil)
        }
        let same = results.indices.filter { results[$0].evaluation == evaluation }
        if same.count == 1 { return same[0] }
        return results.count == 1 ? 0 : nil
    }

    /// How many rows are looked at to tell fractions from percentages.
    private static let sampleSize = 2000

    /// Decides for each percentage whether the rows hold fractions: they do if none of the first ones exceeds 1.
    ///
    /// - Parameter rows: hands rows to its argument until that returns false.
    mutating func settleScales(_ rows: ((EvalRow, Int) throws -> Bool) throws -> Void) throws {
        guard results.contains(where: { $0.figureScale != 1 }) else { return }
        var largest: [Int: Double] = [:]
        var count = 0
        try rows { row, _ in
            count += 1
            if let position = position(of: row), let score = row.score {
                largest[position] = max(largest[position] ?? 0, abs(score))
            }
            return count < Self.sampleSize
        }
        for (position, score) in largest where score <= 1 { results[position].rowScale = 1 }
    }
}
