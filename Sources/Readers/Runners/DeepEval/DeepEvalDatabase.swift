import Records

/// deepeval's database of test runs.
struct DeepEvalDatabase {
    /// One test run.
    struct Run {
        let id: Int
        let summary: DeepEvalSummary
        let place: InputPlace
        /// Whether the run was kept as one JSON text too, which has the metadata that the tables lack.
        let hasPayload: Bool
    }

    private let database: DatabaseFile
    private let path: String

    init(path: String, shownAs: String) throws {
        database = try DatabaseFile(path: path, shownAs: shownAs)
        self.path = shownAs
    }

    /// The runs in the order in which they were made.
    func runs() throws -> [Run] {
        let hasPayloads = try database.columns(of: "test_runs").contains("payload_json")
        let payload =
            hasPayloads
            ? "json_valid(payload_json) AND coalesce(json_array_length(payload_json, '$.testCases'), 0) > 0" : "0"
        var runs: [Run] = []
        try database.forEach(
            """
            SELECT id, created_at, identifier, test_file, dataset_alias, test_passed, test_failed, run_duration,
              hyperparameters_json, \(payload) FROM test_runs ORDER BY id
            """
        ) { row in
            var summary = DeepEvalSummary()
            summary.startedAt = row.optionalText(1)
            summary.identifier = row.optionalText(2)
            summary.testFile = row.optionalText(3)
            summary.datasetAlias = row.optionalText(4)
            summary.testPassed = row.optionalInteger(5)
            summary.testFailed = row.optionalInteger(6)
            summary.duration = row.optionalReal(7)
            let place = InputPlace(file: path, member: "test run \(row.integer(0))")
            if let text = row.optionalText(8),
                let document = try? JSONDocument(Array(text.utf8), place: place)
            {
                summary.addHyperparameters(document.root)
            }
            runs.append(Run(id: row.integer(0), summary: summary, place: place, hasPayload: row.integer(9) != 0))
        }
        return runs
    }

    /// The cases of a run as the JSON files have them.
    func cases(of run: Run) -> DeepEvalRun.Cases {
        { note, body in
            let parser = JSONParser()
            var count = 0
            let columns = try database.columns(of: "test_cases")
            for query in run.hasPayload ? Self.payloadCases : [Self.tableCases(columns)] {
                try database.forEach(query, .integer(run.id)) { row in
                    count += 1
                    do {
                        try body(try parser.parse(Array(row.text(0).utf8), place: run.place), count)
                    } catch let problem as Problem where problem.kind.hasSuffix("-json") {
                        note(problem.asMalformedLine)
                    }
                }
            }
        }
    }

    private static let payloadCases = ["testCases", "conversationalTestCases"].map { list in
        """
        SELECT e.value FROM test_runs, json_each(payload_json, '$.\(list)') e
        WHERE test_runs.id = ? AND e.type = 'object'
        """
    }

    private static func tableCases(_ columns: [String]) -> String {
        let measures = [
            ("completionTime", "completion_time"), ("outputTokenCount", "output_token_count"),
            ("tokenCost", "token_cost"),
        ].filter { columns.contains($0.1) }.map { ", '\($0.0)', \($0.1)" }.joined()
        return """
            SELECT json_object('name', name, 'order', "order", 'input', input, 'actualOutput', actual_output,
              'expectedOutput', expected_output, 'success', success\(measures),
              'tags', CASE WHEN json_valid(tags_json) THEN json(tags_json) END,
              'metricsData', (SELECT json_group_array(json_object('name', m.name, 'score', m.score,
                'threshold', m.threshold, 'success', m.success, 'error', m.error)) FROM metric_data m
                WHERE m.owner_type = 'test_case' AND m.owner_id = test_cases.id))
            FROM test_cases WHERE test_run_id = ? ORDER BY kind DESC, "order", id
            """
    }
}
