import Foundation
import Records

/// What the folder of a W&B run says about it: the configuration, how it was started, and its last figures.
struct WandbRunFolder {
    private(set) var identity = TableIdentity()
    private(set) var problems: [Problem] = []

    /// The folder `files` of the run, or nil if the table lies elsewhere.
    static func files(of url: URL) -> URL? {
        var folder = url.deletingLastPathComponent()
        for _ in 0..<6 where folder.lastPathComponent != "files" { folder.deleteLastPathComponent() }
        return folder.lastPathComponent == "files" ? folder : nil
    }

    init(_ log: Log) {
        // `latest-run` is a link to the newest run; the run's own name stands in.
        let run = Self.files(of: log.url.resolvingSymlinksInPath())?.deletingLastPathComponent()
        identity.modelStandIn = (run ?? log.url.deletingLastPathComponent()).lastPathComponent
        identity.benchmarkStandIn = WandbTableName(log.url.lastPathComponent).key
        identity.startedAt = run.flatMap { Self.time($0.lastPathComponent) }
        for file in log.sidecars { absorb(file, log) }
    }

    private mutating func absorb(_ file: URL, _ log: Log) {
        if file.lastPathComponent == "config.yaml" {
            let bytes = (try? InputFile.open(file.path, shownAs: file.lastPathComponent).readPrefix(1 << 20)) ?? []
            let values = FlatYAML(String(decoding: bytes, as: UTF8.self)).values
            identity.model = Self.first(MLflowRunFolder.modelNames, in: values) ?? identity.model
            identity.benchmark = Self.first(MLflowRunFolder.benchmarkNames, in: values) ?? identity.benchmark
            identity.version = values["_wandb.cli_version"]
            return
        }
        do {
            let root = try JSONDocument(file: file.path, shownAs: log.shownPath(of: file), limit: 1 << 26).root
            if file.lastPathComponent == "wandb-summary.json" {
                for (key, value) in root.members {
                    if let number = value.double, number.isFinite { identity.figures[key] = number }
                }
            } else {
                let arguments = root["args"]?.elements.compactMap(\.string) ?? []
                identity.model =
                    identity.model
                    ?? Self.argument(["--model", "--model_name", "--model-name", "--model_path"], arguments)
                identity.benchmark =
                    identity.benchmark ?? Self.argument(["--benchmark", "--dataset", "--task", "--tasks"], arguments)
                identity.startedAt = root["startedAt"]?.string ?? identity.startedAt
            }
        } catch let problem as Problem {
            var problem = problem
            problem.severity = .warning
            problems.append(problem)
        } catch {}
    }

    private static func first(_ names: [String], in values: [String: String]) -> String? {
        for name in names {
            if let value = values[name] ?? values["\(name).name"] ?? values["args.\(name)"] { return value }
        }
        return nil
    }

    private static func argument(_ names: [String], _ arguments: [String]) -> String? {
        for (index, argument) in arguments.enumerated() {
            for name in names {
                if argument == name, index + 1 < arguments.count { return arguments[index + 1] }
                if argument.hasPrefix("\(name)=") { return String(argument.dropFirst(name.count + 1)) }
            }
        }
        return nil
    }

    /// `run-20261124_025357-<id>` as ISO 8601; W&B writes local time without a zone.
    private static func time(_ name: String) -> String? {
        guard let part = name.split(separator: "-").first(where: { $0.count == 15 && $0.dropFirst(8).first == "_" }),
            part.allSatisfy({ $0.isNumber || $0 == "_" })
        else { return nil }
        let digits = part.filter { $0 != "_" }.map(String.init)
        func text(_ range: Range<Int>) -> String { digits[range].joined() }
        return "\(text(0..<4))-\(text(4..<6))-\(text(6..<8))T\(text(8..<10)):\(text(10..<12)):\(text(12..<14))"
    }
}
