import Charts
import Dependencies
import Foundation
import Store
import Testing

@testable import acuity

@Suite("acuity doctor: what its checks say") struct DoctorCheckTests {
    private static func statuses(_ findings: [DoctorFinding]) -> [DoctorFinding.Status] { findings.map(\.status) }

    @Test("libraries: older than compiled against is a warning, one thread only a problem") func libraries() {
        let new = ["zlib": LibraryVersion(compiled: "1.2.13", loaded: "1.3")]
        let old = ["zlib": LibraryVersion(compiled: "1.2.13", loaded: "1.2.11")]
        #expect(Self.statuses(DoctorCheck.findings(ofLibraries: new, isThreadSafe: true)) == [.ok])
        let warning = DoctorCheck.findings(ofLibraries: old, isThreadSafe: true)
        #expect(Self.statuses(warning) == [.warning] && warning[0].remedy?.contains("zlib1g") == true)
        #expect(Self.statuses(DoctorCheck.findings(ofLibraries: old, isThreadSafe: false)) == [.warning, .problem])
    }

    @Test("fonts: another family is a warning, none a problem; only Latin is a must among scripts") func fonts() {
        #expect(Self.statuses(DoctorCheck.findings(ofFont: FontCheck.families[0])) == [.ok])
        #expect(Self.statuses(DoctorCheck.findings(ofFont: "Courier")) == [.warning])
        #expect(Self.statuses(DoctorCheck.findings(ofFont: nil)) == [.problem])
        #expect(Self.statuses(DoctorCheck.findings(ofScripts: ["Latin"], missing: ["Thai"])) == [.ok])
        #expect(Self.statuses(DoctorCheck.findings(ofScripts: ["Thai"], missing: ["Latin"])) == [.problem])
    }

    @Test("terminal: an encoding that was chosen and is not UTF-8 is a warning") func terminal() {
        #expect(Self.statuses(DoctorCheck.findings(ofEncoding: "UTF-8", isChosen: true)) == [.ok])
        #expect(Self.statuses(DoctorCheck.findings(ofEncoding: "ANSI_X3.4-1968", isChosen: false)) == [.ok])
        #expect(Self.statuses(DoctorCheck.findings(ofEncoding: "ISO-8859-1", isChosen: true)) == [.warning])
    }

    @Test("machine: few files are a problem, little memory a warning") func machine() {
        #expect(Self.statuses(DoctorCheck.findings(processors: 1, memory: 1 << 31, openFiles: 256)) == [.ok])
        #expect(Self.statuses(DoctorCheck.findings(processors: 1, memory: 1 << 28, openFiles: 256)) == [.warning])
        #expect(Self.statuses(DoctorCheck.findings(processors: 1, memory: 1 << 31, openFiles: 20)) == [.problem])
        #expect(
            ByteSize.text(999) == "999 bytes" && ByteSize.text(1500) == "1.5 kB" && ByteSize.text(62_000_000) == "62 MB"
        )
    }

    @Test("clock: one that is before this version, or apart from that of the folder, is a warning") func clock() {
        let now = Date(timeIntervalSince1970: 1_800_000_000)
        #expect(Self.statuses(DoctorCheck.findings(now: now, fileTime: now.addingTimeInterval(-1))) == [.ok])
        #expect(Self.statuses(DoctorCheck.findings(now: now, fileTime: now.addingTimeInterval(90))) == [.warning])
        #expect(Self.statuses(DoctorCheck.findings(now: Date(timeIntervalSince1970: 0), fileTime: nil)) == [.warning])
    }

    private static func probe(_ change: (inout FolderProbe) -> Void = { _ in }) -> FolderProbe {
        var probe = FolderProbe()
        probe.freeBytes = 1 << 40
        change(&probe)
        return probe
    }

    @Test("folders: what keeps from writing is a problem, what makes it slower or less whole a warning") func folders()
    {
        func statuses(_ probe: FolderProbe, holdsStore: Bool = true) -> [DoctorFinding.Status] {
            Self.statuses(DoctorCheck.findings(of: probe, check: "output", label: "f", holdsStore: holdsStore))
        }
        #expect(statuses(Self.probe()) == [.ok])
        #expect(statuses(Self.probe { $0.refusal = "Read-only file system" }) == [.problem])
        #expect(statuses(Self.probe { $0.freeBytes = 1 << 20 }) == [.problem])
        #expect(statuses(Self.probe { $0.freeBytes = 100 << 20 }) == [.warning])
        #expect(statuses(Self.probe { $0.locks = false }) == [.problem])
        #expect(statuses(Self.probe { $0.locks = false }, holdsStore: false) == [.ok])
        #expect(
            statuses(
                Self.probe {
                    $0.isNetwork = true
                    $0.exchanges = false
                    $0.links = false
                }) == [.warning, .warning, .warning])
    }

    @Test("a real folder is tried out and left empty; one that is not there refuses") func realFolder() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "acuity-probe-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let probe = FolderProbe(folder)
        #expect(probe.refusal == nil && probe.locks && probe.freeBytes > 0)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
        #expect(FolderProbe(folder.appending(path: "none")).refusal == "No such file or directory")
        #expect(FolderProbe.existing(folder.appending(path: "a/b/c")).path == folder.standardizedFileURL.path)
    }

    @Test("a report is as bad as its worst check, and a name cannot make a line of its own") func report() throws {
        let fine = DoctorReport([.ok("a", "x"), .warning("b", "y\nforged\u{1B}", "do")])
        #expect(fine.status == .warning && fine.exitCode == .success)
        #expect(fine.text.split(separator: "\n").count == 4 && !fine.text.contains("\u{1B}"))
        #expect(fine.text.hasSuffix("2 checks: 0 problems, 1 warning"))
        let bad = DoctorReport([.problem("a", "x", "do"), .warning("b", "y", "do")])
        #expect(bad.status == .problem && bad.exitCode == .badInput)
        let json = String(decoding: try JSONEncoder().encode(DoctorReport([.ok("a", "x")])), as: UTF8.self)
        #expect(json.contains("\"status\":\"ok\"") && !json.contains("remedy"))
    }
}

@Suite("acuity doctor: a study and its folders") final class DoctorCommandTests {
    private let folder = FileManager.default.temporaryDirectory.appending(path: "acuity-doctor-\(UUID().uuidString)")
    private static let templates = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../templates").standardizedFileURL

    deinit { try? FileManager.default.removeItem(at: folder) }

    private func write(_ text: String, to path: String) throws -> String {
        let url = folder.appending(path: path)
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try text.write(to: url, atomically: true, encoding: .utf8)
        return url.path
    }

    private func prepare() throws -> String {
        _ = try write(
            (0..<20).map {
                "{\"model\":\"a\",\"benchmark\":\"p\",\"item\":\($0),\"target\":\"A\",\"prediction\":\"A\"}\n"
            }
            .joined(), to: "logs/a.jsonl")
        return try write("[[logs]]\npath = \"logs/**\"\n", to: "study.toml")
    }

    private var output: URL { folder.appending(path: "out") }
    private var options: [String] { ["--output", output.path, "--templates", Self.templates.path] }

    /// What the checks find, by their names.
    private func look(_ arguments: [String]) throws -> [String: [DoctorFinding]] {
        guard
            case .run(let invocation) = ParsedCommandLine(
                ["doctor"] + arguments, commands: CommandList.all, version: "")
        else {
            Issue.record("no command")
            return [:]
        }
        let subject = DoctorSubject(invocation: invocation)
        // The two that start Python and compute for long are told by their own tests.
        let checks = DoctorCheck.all.filter { !["converter", "golden"].contains($0.name) }
        return Dictionary(uniqueKeysWithValues: checks.map { ($0.name, $0.findings(subject)) })
    }

    private func problems(_ arguments: [String]) throws -> [String] {
        try look(arguments).filter { $0.value.contains { $0.status == .problem } }.keys.sorted()
    }

    @Test("a sound study is sound before its first build and after, and nothing is made or changed") func sound() throws
    {
        let study = try prepare()
        #expect(try problems([study] + options).isEmpty)
        #expect(!FileManager.default.fileExists(atPath: output.path))
        #expect(Program.run(["build", study, "--quiet"] + options) == .success)
        let before = try FileManager.default.subpathsOfDirectory(atPath: output.path).sorted()
        let found = try look([study] + options)
        #expect(found["store"]?.first?.found.contains("whole") == true)
        #expect(found["store"]?.first?.found.contains("1 log, 1 run, 20 predictions") == true)
        #expect(found["study"]?.first?.found.contains("1 log of generic") == true)
        #expect(try problems([study] + options).isEmpty)
        #expect(try FileManager.default.subpathsOfDirectory(atPath: output.path).sorted() == before)
    }

    @Test("exit codes and forms") func command() throws {
        let study = try prepare()
        #expect(Program.run(["doctor", study, "--json"] + options) == .success)
        #expect(Program.run(["doctor", folder.appending(path: "nothing").path] + options) == .badInput)
        #expect(Program.run(["doctor", "--format", "xml"]) == .usage)
        #expect(Program.run(["doctor", "--format", "text", "--json"]) == .usage)
    }

    @Test(
        "what is broken is found by its own check",
        arguments: [
            ("study", "study"), ("logs", "study"), ("store bytes", "store"), ("store kind", "store"),
            ("store values", "store"), ("newer store", "store"), ("findings", "findings"), ("templates", "templates"),
        ])
    func broken(what: String, check: String) throws {
        let study = try prepare()
        #expect(Program.run(["build", study, "--quiet"] + options) == .success)
        let store = output.appending(path: "results/acuity.sqlite")
        var options = options
        switch what {
        case "study": _ = try write("[study]\ntitel = 1\n", to: "study.toml")
        case "logs": try FileManager.default.removeItem(at: folder.appending(path: "logs/a.jsonl"))
        case "store bytes":
            var data = try Data(contentsOf: store)
            for place in 4096..<12_288 where place < data.count { data[place] = 0xA5 }
            try data.write(to: store)
        case "store kind": try Data("no store".utf8).write(to: store)
        case "store values":
            try StoreDamage.execute("UPDATE predictions SET columns = x'00ff00'", on: store.path)
        case "newer store": try StoreDamage.execute("PRAGMA user_version = 999", on: store.path)
        case "findings": _ = try write("{\"study\":", to: "out/results/findings.json")
        default:
            options = ["--output", output.path, "--templates", folder.appending(path: "logs").path]
        }
        #expect(try problems([study] + options) == [check])
    }

    @Test("a store of an older form is looked at and not changed") func olderStore() throws {
        let study = try prepare()
        #expect(Program.run(["build", study, "--quiet"] + options) == .success)
        let store = output.appending(path: "results/acuity.sqlite").path
        try StoreDamage.execute("PRAGMA user_version = \(Store.version - 1)", on: store)
        #expect(try problems([study] + options).isEmpty)
        #expect(try Store.examine(path: store).isOlder)
    }
}
