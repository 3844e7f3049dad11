import Foundation

/// The start of the program beside that of a C program that does nothing.
enum StartUp {
    private static let repeats = 40

    static func table(_ settings: BenchmarkSettings) throws -> ResultTable {
        let acuity = try AcuityProgram()
        let folder = try settings.emptyFolder("start")
        var table = ResultTable(
            title: "Start-up, the median of \(repeats) starts",
            columns: ["Program", "Time", "Processor time", "Peak memory", "÷ C"])
        var floor: Double?
        func row(_ name: String, _ arguments: [String]) throws {
            let runs = try (0..<repeats).map { _ in try MeasuredProcess.run(arguments) }
            guard runs.allSatisfy({ $0.status == 0 }) else { throw ComparatorError(program: name, said: "it failed") }
            let time = median(runs.map(\.seconds))
            table.add(
                name, Figure.time(time), Figure.time(median(runs.map(\.processorSeconds))),
                Figure.bytes(runs.map(\.peakBytes).min() ?? 0), floor.map { Figure.ratio(time, to: $0) } ?? "1")
            if floor == nil { floor = time }
        }
        let source = folder.appending(path: "nothing.c")
        try Data("int main(void) { return 0; }\n".utf8).write(to: source)
        let nothing = folder.appending(path: "nothing").path
        if (try? Comparator.run(["cc", "-O2", "-o", nothing, source.path])) != nil {
            try row("C program that does nothing", [nothing])
        } else {
            table.notes.append("Without a C compiler: on Debian: apt install gcc.")
        }
        try row("acuity --version", [acuity.path, "--version"])
        try row("acuity formats", [acuity.path, "formats"])
        table.notes.append(
            "Below the memory of the process that measures, about 26 MB, peaks are not told apart.")
        return table
    }
}

extension BenchmarkGroup {
    static let start = BenchmarkGroup(
        name: "start", summary: "start-up beside a C program that does nothing; what the binary is made of"
    ) { [try StartUp.table($0)] + (try BinarySize.tables($0)) }
}
