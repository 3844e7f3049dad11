import Foundation
import Records

/// promptfoo's database, each of whose evals is read like a file of its own.
struct PromptfooDatabase {
    /// One eval.
    struct Eval {
        let id: String
        let header: PromptfooHeader
        let place: InputPlace
        /// Whether its results lie in the table of evals, as versions before 3 kept them.
        let isEarly: Bool
    }

    private let database: DatabaseFile
    private let path: String

    init(path: String, shownAs: String) throws {
        database = try DatabaseFile(path: path, shownAs: shownAs)
        self.path = shownAs
    }

    /// The evals in the order in which they were made.
    func evals() throws -> [Eval] {
        let columns = try Set(database.columns(of: "evals"))
        let prompts = columns.contains("prompts") ? "prompts" : "NULL"
        let hasDataSets = try database.tableNames.contains("evals_to_datasets")
        let dataSet =
            hasDataSets ? "(SELECT min(dataset_id) FROM evals_to_datasets d WHERE d.eval_id = evals.id)" : "NULL"
        var evals: [Eval] = []
        try database.forEach(
            """
            SELECT id, created_at, description, config, \(prompts), results, \(dataSet),
              EXISTS (SELECT 1 FROM eval_results r WHERE r.eval_id = evals.id) FROM evals ORDER BY created_at, id
            """
        ) { row in
            let id = row.text(0)
            let place = InputPlace(file: path, member: id)
            var header = PromptfooHeader()
            header.startedAt = Self.time(row.optionalText(1))
            Self.parsed(row.optionalText(3), place) { header.add("config", $0) }
            if let description = row.optionalText(2), !description.isEmpty { header.description = description }
            Self.parsed(row.optionalText(4), place) { header.addPrompts($0) }
            let isEarly = row.integer(7) == 0
            if isEarly {
                Self.parsed(row.optionalText(5), place) { results in
                    for (key, value) in results.members { header.add(key, value) }
                }
            }
            // Without a description the data set tells which evals ask the same tests.
            if header.description == nil, let dataSet = row.optionalText(6) {
                header.description = "dataset-\(dataSet.prefix(12))"
            }
            evals.append(Eval(id: id, header: header, place: place, isEarly: isEarly))
        }
        return evals
    }

    /// The rows of an eval as promptfoo exports them to JSON.
    func rows(of eval: Eval) -> PromptfooEval.Rows {
        { note, body in
            let parser = JSONParser()
            var count = 0
            let query = try eval.isEarly ? Self.earlyRows : Self.rows(database.columns(of: "eval_results"))
            try database.forEach(query, .text(eval.id)) { row in
                count += 1
                do {
                    try body(try parser.parse(Array(row.text(0).utf8), place: eval.place), count)
                } catch let problem as Problem where problem.kind.hasSuffix("-json") {
                    note(problem.asMalformedLine)
                }
            }
        }
    }

    /// A column that holds JSON may be damaged; then it is left out and the row is read without it.
    private static func json(_ column: String) -> String { "CASE WHEN json_valid(\(column)) THEN json(\(column)) END" }

    private static func rows(_ columns: [String]) -> String {
        let measures = [("latencyMs", "latency_ms"), ("cost", "cost")].filter { columns.contains($0.1) }
            .map { ", '\($0.0)', \($0.1)" }.joined()
        return """
            SELECT json_object('testIdx', test_idx, 'promptIdx', prompt_idx, 'provider', \(json("provider")),
              'prompt', \(json("prompt")), 'testCase', \(json("test_case")), 'response', \(json("response")),
              'error', error, 'failureReason', failure_reason, 'success', success, 'score', score,
              'namedScores', \(json("named_scores"))\(measures))
            FROM eval_results WHERE eval_id = ? ORDER BY test_idx, prompt_idx, id
            """
    }

    private static let earlyRows = """
        SELECT e.value FROM evals, json_each(evals.results, '$.results') e
        WHERE evals.id = ? AND json_valid(evals.results) AND e.type = 'object'
        """

    private static func parsed(_ text: String?, _ place: InputPlace, _ body: (JSONValue) -> Void) {
        guard let text, let document = try? JSONDocument(Array(text.utf8), place: place) else { return }
        body(document.root)
    }

    /// Milliseconds since 1970, or a text.
    private static func time(_ text: String?) -> String? {
        guard let text else { return nil }
        guard let number = Double(text), number > 1e9, number < 1e14 else { return text }
        let seconds = number > 1e11 ? number / 1000 : number
        return Date(timeIntervalSince1970: seconds.rounded(.down)).ISO8601Format()
    }
}
