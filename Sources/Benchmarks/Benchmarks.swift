import Foundation

/// Times the hot paths: `swift run -c release Benchmarks [GROUP...]`. Every line has its floor or its rival from the same run.
@main
enum Benchmarks {
    static func main() {
        let arguments = Array(CommandLine.arguments.dropFirst())
        // Before all else: these are the processes that are measured, or measure.
        if let work = WorkerProcess(arguments) { exit(work.run()) }
        if arguments.contains("--help") || arguments.contains("-h") { return print(BenchmarkOptions.help) }
        do {
            exit(try run(BenchmarkOptions(arguments)))
        } catch {
            say("\(error)\nSee `Benchmarks --help`.")
            exit(2)
        }
    }

    /// Runs the groups one after the other; one that fails is told and the others go on.
    private static func run(_ options: BenchmarkOptions) throws -> Int32 {
        let folder = FileManager.default.temporaryDirectory.appending(path: "acuity-benchmarks-\(UUID())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let settings = BenchmarkSettings(folder: folder, isLarge: options.isLarge)
        var code: Int32 = 0
        for group in options.groups {
            do {
                let tables = try group.run(settings)
                for table in tables { print((options.isMarkdown ? table.markdown : table.text) + "\n") }
                fflush(nil)
                if let page = options.page { try PerformancePage(url: page).replace(group.name, with: tables) }
            } catch {
                say("\(group.name): \(error)")
                code = 1
            }
        }
        let machine = Machine.table(groups: options.groups.map(\.name))
        print(options.isMarkdown ? machine.markdown : machine.text)
        if let page = options.page { try PerformancePage(url: page).replace("machine", with: [machine]) }
        return code
    }

    private static func say(_ message: String) { FileHandle.standardError.write(Data((message + "\n").utf8)) }
}
