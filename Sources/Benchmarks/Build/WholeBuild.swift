import Foundation
import LogGeneration

/// `acuity build` of a generated study of a hundred logs: all new, nothing changed, one log changed.
enum WholeBuild {
    static func table(_ settings: BenchmarkSettings) throws -> ResultTable {
        let acuity = try AcuityProgram()
        var plan = LogPlan()
        (plan.models, plan.benchmarks, plan.items, plan.itemsPerImage, plan.longShare) = (10, 10, 2000, 2, 0.1)
        let folder = try settings.emptyFolder("build")
        let logs = folder.appending(path: "logs")
        let made = try GeneratedStudy.write(plan, to: folder).logs
        let bytes = made.reduce(0) { $0 + $1.textBytes }
        let arguments = ["build", folder.appending(path: "study.toml").path, "--output", folder.path, "--quiet"]
        func removeResults() {
            for name in ["results", "site"] { try? FileManager.default.removeItem(at: folder.appending(path: name)) }
        }
        let fresh = try acuity.best(arguments, before: removeResults)
        let written = ["results", "site"].flatMap { filesBelow(folder.appending(path: $0)) }
        let unchanged = try acuity.best(arguments)
        var other = plan
        let changed = try acuity.best(arguments) {
            other.answerSeed += 1
            _ = try GeneratedLog.write(other, model: 3, benchmark: 4, to: logs)
        }
        // What any program must do: read the logs as JSON, and write what came out.
        let contents = try written.map { try Data(contentsOf: $0) }
        let outputs = contents.reduce(0) { $0 + $1.count }
        let bare = try settings.emptyFolder("bare")
        let floor = seconds {
            for log in made { Floors.parse(logs.appending(path: log.path).path) }
            Floors.write(contents, to: bare)
        }
        var table = ResultTable(
            title: "`acuity build` of \(made.count) logs, \(Figure.count(plan.predictions)) predictions, "
                + "\(Figure.bytes(bytes)); \(Figure.count(written.count)) files, \(Figure.bytes(outputs)) out",
            columns: ["Build", "Time", "Processor time", "Peak memory", "÷ floor", "÷ all new"])
        func row(_ name: String, _ run: MeasuredProcess) {
            table.add(
                name, Figure.time(run.seconds), Figure.time(run.processorSeconds), Figure.bytes(run.peakBytes),
                Figure.ratio(run.seconds, to: floor), Figure.ratio(run.seconds, to: fresh.seconds))
        }
        table.add(
            "floor: simdjson over the logs, bare write of the outputs", Figure.time(floor), "–", "–", "1",
            Figure.ratio(floor, to: fresh.seconds))
        row("all new", fresh)
        row("one log of a hundred changed", changed)
        row("nothing changed", unchanged)
        return table
    }
}

extension BenchmarkGroup {
    static let build = BenchmarkGroup(
        name: "build", summary: "`acuity build` of 100 logs: all new, one changed, nothing changed"
    ) { [try WholeBuild.table($0)] }
}
