import Foundation
import LogGeneration
import Readers

/// The reader alone over every form of log, beside what must be done with its bytes at least.
enum FormScan {
    private struct Form: Sendable {
        let name: String
        let items: Int
        let form: LogForm
        var compression = LogCompression.none
        var longShare = 0.3
        let floorName: String
        let floor: @Sendable (String) -> Void
    }

    private static let forms = [
        Form(
            name: "JSONL, short texts", items: 300_000, form: .jsonl, longShare: 0, floorName: "simdjson",
            floor: Floors.parse),
        Form(
            name: "JSONL, chains of thought", items: 40_000, form: .jsonl, longShare: 1, floorName: "simdjson",
            floor: Floors.parse),
        Form(
            name: "JSONL in gzip", items: 80_000, form: .jsonl, compression: .gzip, floorName: "zlib",
            floor: Floors.gunzip),
        Form(
            name: "JSONL in zstd", items: 80_000, form: .jsonl, compression: .zstd, floorName: "zstd by libarchive",
            floor: Floors.unpack),
        Form(name: "CSV", items: 80_000, form: .csv, floorName: "raw read", floor: { Floors.read($0) }),
        Form(name: "lm-evaluation-harness", items: 60_000, form: .harness, floorName: "simdjson", floor: Floors.parse),
        Form(
            name: "VLMEvalKit, `.xlsx`", items: 40_000, form: .xlsx, floorName: "inflate by libarchive",
            floor: Floors.unpack),
        Form(
            name: "Inspect, `.eval`", items: 20_000, form: .inspect, floorName: "inflate by libarchive",
            floor: Floors.unpack),
    ]

    static func table(_ settings: BenchmarkSettings) throws -> ResultTable {
        var table = ResultTable(
            title: "The reader alone, one log on one thread; rates in bytes of unpacked text",
            columns: ["Form", "Text", "File", "Reader", "Rate", "Floor", "Rate of the floor", "Reader ÷ floor"])
        for form in forms {
            var plan = LogPlan()
            (plan.models, plan.benchmarks, plan.items) = (1, 1, form.items)
            (plan.form, plan.compression, plan.longShare) = (form.form, form.compression, form.longShare)
            let folder = try settings.emptyFolder("scan")
            let made = try GeneratedStudy.write(plan, to: folder).logs[0]
            let file = folder.appending(path: "logs").appending(path: made.path)
            let log = try IngestStages.firstLog(file.path)
            let counter = CountingSink()
            try log.read(into: counter)
            guard counter.predictions == made.rows else {
                throw ComparatorError(program: form.name, said: "\(counter.predictions) of \(made.rows) rows were read")
            }
            let reader = seconds { try? log.read(into: NoSink()) }
            let floor = seconds { form.floor(file.path) }
            table.add(
                form.name, Figure.bytes(made.textBytes), Figure.bytes(fileBytes(file)), Figure.time(reader),
                Figure.rate(made.textBytes, in: reader), form.floorName, Figure.rate(made.textBytes, in: floor),
                Figure.ratio(reader, to: floor))
        }
        return table
    }
}
