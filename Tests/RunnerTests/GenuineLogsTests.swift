import Foundation
import Ingest
import Readers
import Testing

/// The runners as `make runners` installs them: in an environment beside the build.
private enum Runners {
    static let package = (0..<3).reduce(URL(filePath: #filePath)) { url, _ in url.deletingLastPathComponent() }
    static let python = package.appending(path: ".build/runners/bin/python3")
    static let isThere = FileManager.default.isExecutableFile(atPath: python.path)

    /// Runs a script that writes logs into a folder and reports what the runner said of them.
    static func logs<Report: Decodable>(of script: String, in folder: URL, as type: Report.Type) throws -> Report {
        let process = Process()
        let output = Pipe()
        process.executableURL = python
        process.arguments = [package.appending(path: "Tests/RunnerTests/Scripts/\(script)").path, folder.path]
        process.environment = ProcessInfo.processInfo.environment.merging([
            "HF_HUB_OFFLINE": "1", "HF_DATASETS_OFFLINE": "1", "HF_HOME": folder.appending(path: "cache").path,
            "PYTHONWARNINGS": "ignore", "TRANSFORMERS_OFFLINE": "1",
        ]) { _, new in new }
        process.currentDirectoryURL = folder
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0, "\(script) ended with status \(process.terminationStatus)")
        return try JSONDecoder().decode(type, from: data)
    }
}

@Suite(
    "Logs that runners write on the spot",
    .enabled(if: Runners.isThere, "skipped: `make runners` could not install inspect_ai and lm_eval"))
struct GenuineLogsTests {
    private struct Figure: Decodable {
        let value: Double
        let items: Int
    }

    private struct InspectReport: Decodable {
        let location: String
        let model: String
        let task: String
        let figures: [String: Figure]
    }

    private struct HarnessReport: Decodable {
        let model: String
        let task: String
        let items: Int
        let figures: [String: Double]
    }

    private func folder() throws -> URL {
        let folder = FileManager.default.temporaryDirectory.appending(path: "acuity-runners-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        return folder
    }

    @Test("items and means of inspect_ai's logs are those that it reports") func inspect() throws {
        let folder = try folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let reports = try Runners.logs(of: "inspect_logs.py", in: folder, as: [InspectReport].self)
        #expect(reports.count == 6)
        for report in reports {
            let listing = LogFinder().find([report.location])
            let log = try #require(listing.logs.first, "\(report.task): \(listing.problems)")
            #expect(log.reader.runner.id == "inspect_ai")
            let runs = try Inspection(log).runs
            #expect(!report.figures.isEmpty)
            for (name, figure) in report.figures {
                let run = try #require(runs.first { $0.metric == name }, "\(report.task) \(name)")
                #expect(run.model == report.model && run.benchmark == report.task)
                #expect(abs((run.mean ?? .nan) - figure.value) < 1e-12, "\(report.task) \(name)")
                #expect(run.items == figure.items && run.reported == figure.value, "\(report.task) \(name)")
                #expect(run.disagreements == 0, "\(report.task) \(name)")
            }
        }
    }

    @Test("items and means of lm-evaluation-harness's logs are those that it reports") func harness() throws {
        let folder = try folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let reports = try Runners.logs(of: "lm_eval_logs.py", in: folder, as: [HarnessReport].self)
        #expect(reports.count == 4)
        let listing = LogFinder().find([folder.appending(path: "output").path])
        #expect(listing.problems.isEmpty && listing.logs.count == 4 && listing.passedOver.isEmpty)
        let runs = try listing.logs.flatMap { try Inspection($0).runs }
        for report in reports {
            for (name, value) in report.figures {
                let run = try #require(
                    runs.first { $0.model == report.model && $0.benchmark == report.task && $0.metric == name },
                    "\(report.model) \(report.task) \(name)")
                #expect(abs((run.mean ?? .nan) - value) < 1e-12 && run.items == report.items)
                #expect(run.reported == value)
            }
        }
    }
}
