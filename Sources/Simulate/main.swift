import Foundation
import Simulation

// Makes the shipped study's logs from the published accuracies: swift run -c release Simulate [RESULTS-FOLDER]

let seed: UInt64 = 20_250_715
let results = URL(filePath: CommandLine.arguments.dropFirst().first ?? "results", directoryHint: .isDirectory)
let table = PublishedTable(
    csv: try String(contentsOf: results.appending(path: "published-accuracies.csv"), encoding: .utf8))
var sizes =
    "benchmark,items,reasoning_items,images,largest_deviation_points,largest_reasoning_deviation_points,evidence\n"
for plan in BenchmarkPlan.all {
    let bank = ItemBank(plan, seed: seed)
    let folder = results.appending(path: "logs/\(plan.id)", directoryHint: .isDirectory)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    var deviation = 0.0
    var reasoningDeviation = 0.0
    for model in table.models {
        guard let counts = table.counts(model: model, plan: plan) else { continue }
        deviation = max(
            deviation,
            abs(
                100 * Double(counts.correct) / Double(plan.items)
                    - (table.percent(model: model, benchmark: plan.publishedName) ?? 0)))
        reasoningDeviation = max(
            reasoningDeviation,
            abs(
                100 * Double(counts.reasoning) / Double(plan.reasoningItems)
                    - (table.percent(model: model, benchmark: plan.publishedName + ":reasoning") ?? 0)))
        let outcomes = bank.outcomes(
            model: model, correct: counts.correct, correctReasoning: counts.reasoning, seed: seed)
        let file = folder.appending(path: "\(model.lowercased()).jsonl")
        try SimulatedLog.text(bank: bank, model: model, outcomes: outcomes, seed: seed)
            .write(to: file, atomically: true, encoding: .utf8)
        // Without name and time in its header, gzip gives the same bytes on every run.
        let gzip = try Process.run(URL(filePath: "/bin/gzip"), arguments: ["-n", "-9", "-f", file.path])
        gzip.waitUntilExit()
        guard gzip.terminationStatus == 0 else { throw CocoaError(.fileWriteUnknown) }
    }
    sizes += "\(plan.id),\(plan.items),\(plan.reasoningItems),\(plan.images),"
    sizes += "\(rounded(deviation)),\(rounded(reasoningDeviation)),\"\(plan.evidence)\"\n"
    print("\(plan.id): \(plan.items) items")
}
try sizes.write(to: results.appending(path: "sizes.csv"), atomically: true, encoding: .utf8)

/// Three decimals of a percentage point.
func rounded(_ value: Double) -> String { "\((value * 1000).rounded() / 1000)" }
