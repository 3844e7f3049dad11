import Foundation
import Records
import Store

/// What a log says, as a summary keeps it: a record with the numbers of parts, and the parts.
struct LogForm: Codable {
    struct Benchmark: Codable {
        var name: String
        var items: ItemsForm
    }

    var runnerVersion: String?
    var benchmarks: [Benchmark]
    var runs: [RunForm]
    var problems: [Problem]
    var sayings: String
}

extension ReadLog {
    /// The parts of the log in a summary, the record first; the same log has the same parts.
    ///
    /// - Parameter hasTexts: whether the texts of items and predictions are kept.
    package func summarized(texts hasTexts: Bool) throws -> [[UInt8]] {
        var parts = PartWriter()
        let form = LogForm(
            runnerVersion: runnerVersion,
            benchmarks: benchmarks.map {
                LogForm.Benchmark(name: $0.name, items: ItemsForm($0.items, texts: hasTexts, to: &parts))
            }, runs: runs.map { RunForm($0, texts: hasTexts, to: &parts) }, problems: problems, sayings: sayings)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return [PartCode.encode(Array(try encoder.encode(form)), width: 1)] + parts.parts
    }

    /// - Parameter part: the packed bytes of a part by its number in what `summarized` made, or nil if there is none.
    /// - Throws: `DamagedPart`, or what is thrown of a record that is none.
    package init(part: @escaping (Int) -> [UInt8]?) throws {
        guard let record = part(0).flatMap(PartCode.decode) else { throw DamagedPart() }
        let form = try JSONDecoder().decode(LogForm.self, from: Data(record))
        let parts = PartReader { $0 >= 0 && $0 < Int.max ? part($0 + 1) : nil }
        self.init(runnerVersion: form.runnerVersion)
        problems = form.problems
        sayings = form.sayings
        benchmarks = try form.benchmarks.map { Benchmark(name: $0.name, items: try $0.items.decoded(from: parts)) }
        let known = benchmarks.map { ($0.name, $0.items.list.count) }
        runs = try form.runs.map { try $0.decoded(from: parts, benchmarks: known) }
    }
}
