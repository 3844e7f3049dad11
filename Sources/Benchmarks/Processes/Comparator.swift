import Foundation

/// Another program that does the same work: draws the same charts, scans or compares the same logs.
struct Comparator: Sendable {
    let name: String
    /// The interpreters that may have the library, the first first.
    let interpreters: [String]
    /// Arguments with which an interpreter succeeds only if it has the library.
    let probe: [String]
    /// The script among the comparators.
    let script: String
    /// What brings the library.
    let remedy: String

    static let matplotlib = python("matplotlib", "charts_matplotlib.py", modules: "matplotlib")
    static let ggplot2 = Comparator(
        name: "ggplot2", interpreters: ["Rscript"],
        probe: ["-e", "for (package in c('ggplot2', 'jsonlite')) stopifnot(requireNamespace(package))"],
        script: "charts_ggplot2.R", remedy: "on Debian: apt install r-cran-ggplot2 r-cran-jsonlite")
    static let pandas = python("pandas and statsmodels", "compare_pandas.py", modules: "pandas", "scipy", "statsmodels")
    static let pandasScan = python("pandas", "scan_pandas.py", modules: "pandas")
    static let duckDB = python("DuckDB", "scan_duckdb.py", modules: "duckdb")
    static let sciPy = python("SciPy", "bootstrap_scipy.py", modules: "scipy")
    static let boot = Comparator(
        name: "R boot", interpreters: ["Rscript"], probe: ["-e", "stopifnot(requireNamespace('boot'))"],
        script: "bootstrap_boot.R", remedy: "on Debian: apt install r-cran-boot")
    static let jinja = python("Jinja2", "pages_jinja2.py", modules: "jinja2")

    /// A script for the environment that `make bench` makes, or for a Python that has the modules itself.
    private static func python(_ name: String, _ script: String, modules: String...) -> Comparator {
        Comparator(
            name: name, interpreters: [".build/comparison/bin/python3", "python3", "/usr/bin/python3"],
            probe: ["-c", "import " + modules.joined(separator: ", ")], script: script,
            remedy: "`make bench` installs " + modules.joined(separator: ", "))
    }

    /// What to say where the library is absent.
    var absence: String { "Without \(name): \(remedy)." }

    /// The fastest of several runs of the script as whole processes; nil if no interpreter has the library.
    ///
    /// - Throws: `ComparatorError` if the script fails.
    func best(of repeats: Int = 3, _ arguments: [String]) throws -> MeasuredProcess? {
        guard let interpreter = interpreter() else { return nil }
        return try MeasuredProcess.best(of: repeats, [interpreter, scriptPath] + arguments)
    }

    /// Where the script lies.
    var scriptPath: String {
        URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Comparators").appending(path: script).path
    }

    /// What a script tells before it draws.
    struct Start: Codable, Sendable {
        var library: String
        /// The loading of the library, without the start of the interpreter.
        var importSeconds: Double
        var readSeconds: Double
    }

    /// What one run of a script took.
    struct Run {
        /// The whole program's processor time.
        var seconds: Double
        var start: Start?
        var charts: [ChartTime]
    }

    /// The first interpreter that has the library, or nil.
    func interpreter() -> String? { interpreters.first { (try? Self.run([$0] + probe)) != nil } }

    /// Runs the script.
    ///
    /// - Parameter repeats: 0 to draw each chart once without a run before.
    /// - Throws: `ComparatorError` if the script fails.
    func run(
        _ interpreter: String, findings: URL, orders: URL, folder: URL, formats: [String], repeats: Int
    ) throws -> Run {
        var output = Data()
        let seconds = try processorSeconds(of: RUSAGE_CHILDREN) {
            output = try Self.run([
                interpreter, scriptPath, findings.path, orders.path, folder.path, formats.joined(separator: ","),
                "\(Int(AcuityCharts.resolution))", "\(repeats)",
            ])
        }
        let lines = output.split(separator: UInt8(ascii: "\n"))
        let decoder = JSONDecoder()
        return Run(
            seconds: seconds, start: lines.compactMap { try? decoder.decode(Start.self, from: Data($0)) }.first,
            charts: lines.compactMap { try? decoder.decode(ChartTime.self, from: Data($0)) })
    }

    /// Runs a program that is looked for in the path; its standard output.
    ///
    /// - Throws: `ComparatorError` with the end of what it said on standard error if it fails.
    @discardableResult
    static func run(_ arguments: [String]) throws -> Data {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = arguments
        let (output, errors) = (Pipe(), FileManager.default.temporaryDirectory.appending(path: "\(UUID()).log"))
        try Data().write(to: errors)
        defer { try? FileManager.default.removeItem(at: errors) }
        process.standardOutput = output
        process.standardError = try FileHandle(forWritingTo: errors)
        try process.run()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            let said = (try? String(contentsOf: errors, encoding: .utf8)) ?? ""
            throw ComparatorError(program: arguments[0], said: String(said.suffix(1_000)))
        }
        return data
    }
}

/// Why another program did nothing.
struct ComparatorError: Error, CustomStringConvertible {
    let program: String
    let said: String

    var description: String { "\(program) failed: \(said)" }
}
