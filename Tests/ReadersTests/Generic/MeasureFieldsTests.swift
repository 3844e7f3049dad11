import Records
import Testing

@testable import Readers

@Suite("Fields of measures") struct MeasureFieldsTests {
    @Test(
        "a name tells the unit of a time, or none",
        arguments: [
            ("latency_ms", 1e-3), ("elapsedMs", 1e-3), ("Latency (s)", 1), ("latency_seconds", 1),
            ("meta.inference_seconds", 1), ("time_in_ms", 1e-3), ("duration_us", 1e-6), ("time_min", 60),
            ("latency", nil), ("times", nil), ("ms", nil),
        ] as [(String, Double?)])
    func units(name: String, seconds: Double?) {
        #expect(MeasureName.seconds(name) == seconds)
    }

    @Test(
        "names of open meaning, and those of another's measures, are none",
        arguments: [
            "time", "duration", "tokens", "judge.latency_ms", "input_tokens", "time_to_first_token_ms", "costly",
        ])
    func open(name: String) {
        #expect(!MeasureName.isLatency(name) && !MeasureName.isOutputTokens(name) && !MeasureName.isCost(name))
    }

    @Test(
        "names that tell are taken",
        arguments: [
            "latency_s", "responseTimeMs", "usage.completion_tokens", "output_tokens", "num_generated_tokens",
            "cost_usd", "total_cost",
        ])
    func known(name: String) {
        #expect(MeasureName.isLatency(name) || MeasureName.isOutputTokens(name) || MeasureName.isCost(name))
    }

    private func read(_ fields: [String], mapping: FieldMapping? = nil) throws -> CollectingSink {
        let space = try Workspace()
        let rows = fields.enumerated().map {
            #"{"model":"m","benchmark":"b","item":\#($0),"target":"A","prediction":"A",\#($1)}"#
        }
        let path = try space.write("log.jsonl", rows.joined(separator: "\n") + "\n")
        let listing = LogFinder().find([LogRequest(path: path, mapping: mapping)])
        let sink = CollectingSink()
        for log in listing.logs { try log.read(into: sink) }
        return sink
    }

    @Test("rows give seconds, tokens and price, and none of them is a facet or a score") func rows() throws {
        let sink = try read([
            #""latency_ms":250,"usage":{"completion_tokens":7},"cost":0.5"#,
            #""latency_ms":-1,"usage":{"completion_tokens":null},"cost":0.5"#,
            #""latency_ms":"x","usage":{"completion_tokens":8},"cost":0.5"#,
        ])
        // A text among the numbers makes the column none.
        #expect(sink.predictions.map(\.latency) == [nil, nil, nil])
        #expect(sink.predictions.map(\.outputTokens) == [7, nil, 8])
        #expect(sink.predictions.map(\.cost) == [0.5, 0.5, 0.5])
        #expect(sink.predictions.allSatisfy { $0.facets.allSatisfy { $0.name == "latency_ms" } })
        #expect(sink.runs[0].metrics.isEmpty)
        #expect(
            try read([#""latency_ms":250"#, #""latency_ms":-1"#]).predictions.map(\.latency) == [0.25, nil])
    }

    @Test(
        "a time without a unit counts only where its values can be nothing but seconds",
        arguments: [
            (["1.5", "2.25", "130.5"], true), (["812.4", "1023.7", "655.1"], false), (["3", "4", "5"], false),
        ])
    func bareLatency(values: [String], isRead: Bool) throws {
        let sink = try read(values.map { "\"latency\":\($0)" })
        #expect(sink.predictions.map(\.latency) == values.map { isRead ? Double($0) : nil })
    }

    @Test("the study file says which fields measure, in seconds unless name or key tell another unit")
    func mapping() throws {
        let fields = [#""t":3,"wait_ms":40,"n":5,"p":0.25"#, #""t":4,"wait_ms":50,"n":6,"p":0.5"#]
        func latencies(_ roles: [String: String]) throws -> [Double?] {
            try read(fields, mapping: FieldMapping(roles: roles)).predictions.map(\.latency)
        }
        #expect(try latencies(["latency": "t"]) == [3, 4])
        #expect(try latencies(["latency": "wait_ms"]) == [0.04, 0.05])
        #expect(try latencies(["latency-ms": "t"]) == [0.003, 0.004])
        let sink = try read(fields, mapping: FieldMapping(roles: ["output-tokens": "n", "cost": "p"]))
        #expect(sink.predictions.map(\.outputTokens) == [5, 6] && sink.predictions.map(\.cost) == [0.25, 0.5])
    }
}
