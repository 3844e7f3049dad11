import FaultInjection
import Foundation

/// Disturbs the release build hundreds of times: `make faults`. What came of it is printed as a table.
@main
enum Faults {
    static func main() {
        let arguments = Array(CommandLine.arguments.dropFirst())
        if arguments.contains("--help") { return print(FaultOptions.help) }
        do {
            let options = try FaultOptions(arguments)
            let table = FaultTable()
            try run(options, table)
            print(table.markdown)
            if let page = options.page { try write(table, options, to: URL(filePath: page)) }
            for defect in table.defects { say("defect: \(defect)") }
            exit(table.defects.isEmpty ? 0 : 1)
        } catch let usage as FaultUsage {
            say("\(usage.text)\n\n\(FaultOptions.help)")
            exit(2)
        } catch {
            say("\(error)")
            exit(3)
        }
    }

    private static func say(_ text: String) { FileHandle.standardError.write(Data((text + "\n").utf8)) }

    private static func run(_ options: FaultOptions, _ table: FaultTable) throws {
        let program = Program(
            executable: URL(filePath: options.acuity).absoluteURL, shim: URL(filePath: options.shim).absoluteURL,
            templates: URL(filePath: options.templates).absoluteURL)
        let root = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
            .appending(path: "acuity-faults-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: root) }
        let scenarios = Scenarios(in: root, program: program)
        let faults = CallFaults(program: program, table: table, most: options.calls, seed: options.seed)
        func part(_ name: String, _ body: () throws -> Void) throws {
            guard options.only?.contains(name) ?? true else { return }
            let start = ContinuousClock.now
            try body()
            let (injected, survived) = table.totals
            say("\(name): \(ContinuousClock.now - start); so far \(injected) faults, \(survived) survived")
        }
        let refill = try scenarios.refill()
        let others = try [
            scenarios.firstBuild(), scenarios.ingest(), scenarios.analyze(), scenarios.site(), scenarios.merge(),
        ]
        try part("calls") { for scenario in [refill] + others { try faults.disturb(scenario) } }
        try part("kills") { for scenario in [refill] + others { try faults.kill(scenario, times: options.kills) } }
        try part("outputs") {
            for scenario in try scenarios.outputs() {
                try faults.disturb(scenario)
                try faults.kill(scenario, times: max(1, options.kills / 10))
            }
        }
        try part("places") {
            let build = ScenarioFaults(others[0], program: program, table: table)
            try build.setClocks(times: 3)
            if let skipped = try build.fillDisks(steps: 24) { say("Small disks are skipped: \(skipped).") }
            for scenario in [refill, others[0]] {
                let faults = ScenarioFaults(scenario, program: program, table: table)
                if let skipped = try faults.makeReadOnly() { say("Read-only folders are skipped: \(skipped).") }
            }
        }
        try part("stores") {
            for scenario in [refill, others[2]] {
                try ScenarioFaults(scenario, program: program, table: table)
                    .damageStores(places: options.damages, seed: options.seed)
            }
        }
        try part("logs") {
            try AlteredLogs(in: root.appending(path: "altered"), program: program, table: table)
                .alter(places: max(1, options.calls / 20), seed: options.seed)
        }
        try part("together") {
            try ScenarioFaults(refill, program: program, table: table).runTogether(
                times: options.together, seed: options.seed)
        }
    }

    private static let marks = (begin: "<!-- counts -->\n", end: "<!-- end of counts -->\n")

    /// Puts the table into a page.
    private static func write(_ table: FaultTable, _ options: FaultOptions, to page: URL) throws {
        let text = try String(contentsOf: page, encoding: .utf8)
        guard let begin = text.range(of: marks.begin), let end = text.range(of: marks.end) else {
            throw FaultUsage(text: "\(page.path): expected the marks of the table; found none")
        }
        let made = text[..<begin.upperBound] + "\n" + table.markdown + "\n" + text[end.lowerBound...]
        try Data(made.utf8).write(to: page, options: .atomic)
    }
}
