import Foundation

/// Charts of the shipped study drawn by Acuity, matplotlib and ggplot2: bytes and times side by side.
///
/// Every program draws the same figures with the same words at the same width and height, and PNG at the same
/// resolution, each with its own looks and fonts. `Comparators` says what else they share.
enum ChartComparison {
    private static let repeats = 5

    /// Draws and measures.
    ///
    /// - Throws: An error if the findings cannot be read.
    static func run(_ settings: BenchmarkSettings) throws -> [ResultTable] {
        let findings = URL(filePath: "results/findings.json")
        guard FileManager.default.fileExists(atPath: findings.path) else {
            throw ComparatorError(
                program: "charts", said: "expected results/findings.json here; run in the folder of the package")
        }
        let folder = try settings.emptyFolder("charts")
        func place(_ program: String) throws -> URL {
            let place = folder.appending(path: program, directoryHint: .isDirectory)
            try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
            return place
        }
        let acuity = try AcuityCharts(findings: findings, folder: try place("acuity"))
        let orders = folder.appending(path: "orders.json")
        try JSONEncoder().encode(acuity.orders()).write(to: orders)

        var rows = [ChartTable.Row(program: "Acuity", charts: try acuity.times(repeats: repeats), processes: [:])]
        rows[0].processes = try acuityProcesses(findings: findings, names: acuity.names, folder: folder)
        var notes: [String] = []
        for comparator in [Comparator.matplotlib, .ggplot2] {
            guard let interpreter = comparator.interpreter() else {
                notes.append(comparator.absence)
                continue
            }
            let output = try place(comparator.name)
            func run(_ formats: [String], _ repeats: Int) throws -> Comparator.Run {
                try comparator.run(
                    interpreter, findings: findings, orders: orders, folder: output, formats: formats,
                    repeats: repeats)
            }
            let warm = try run(formats, repeats)
            var row = ChartTable.Row(program: comparator.name, charts: warm.charts, processes: [:])
            for format in formats {
                row.processes[format] = median(try (0..<repeats).map { _ in try run([format], 0).seconds })
            }
            if let start = warm.start {
                notes.append(
                    "\(start.library): \(Figure.time(start.importSeconds)) to load, "
                        + "\(Figure.time(start.readSeconds)) to read the findings.")
            }
            rows.append(row)
        }
        var tables = ChartTable(rows: rows, charts: acuity.names, formats: formats).tables
        tables[tables.count - 1].notes += notes
        return tables
    }

    private static var formats: [String] { AcuityCharts.formats.map(\.fileExtension) }

    /// The processor time of the program `acuity`, from its start to its end, over some charts in one format.
    private static func acuityProcesses(findings: URL, names: [String], folder: URL) throws -> [String: Double] {
        let program = try AcuityProgram()
        let workspace = folder.appending(path: "workspace/results", directoryHint: .isDirectory)
        try FileManager.default.createDirectory(at: workspace, withIntermediateDirectories: true)
        try Data(contentsOf: findings).write(to: workspace.appending(path: "findings.json"))
        return try formats.reduce(into: [:]) { times, format in
            times[format] = median(
                try (0..<repeats).map { _ in
                    try processorSeconds(of: RUSAGE_CHILDREN) {
                        try Comparator.run([
                            program.path, "figures", "--output", workspace.deletingLastPathComponent().path, "--for",
                            "a4", "--format", format, "--only", names.joined(separator: ","),
                        ])
                    }
                })
        }
    }
}

extension BenchmarkGroup {
    static let charts = BenchmarkGroup(
        name: "charts", summary: "charts of the shipped study, each kind, and beside matplotlib and ggplot2",
        run: { try ChartKindTimes.table($0) + ChartComparison.run($0) })
}
