import Foundation

/// What the figures were taken on.
enum Machine {
    /// - Parameter groups: the groups of the run.
    static func table(groups: [String]) -> ResultTable {
        let information = text("/proc/cpuinfo").split(separator: "\n")
        let processor = information.first { $0.hasPrefix("model name") }.map { after($0, ":") } ?? "unknown"
        let system =
            text("/etc/os-release").split(separator: "\n").first { $0.hasPrefix("PRETTY_NAME") }
            .map { after($0, "=").replacing("\"", with: "") } ?? "unknown"
        let load = text("/proc/loadavg").split(separator: " ").prefix(3).joined(separator: ", ")
        var table = ResultTable(title: "Machine", columns: ["What", "Value"])
        table.add("Processor", "\(processor), \(ProcessInfo.processInfo.activeProcessorCount) cores")
        table.add("Memory", Figure.bytes(Int(ProcessInfo.processInfo.physicalMemory)))
        table.add("System", system)
        table.add("Date", Date.now.formatted(.iso8601.year().month().day()))
        table.add("Load over 1, 5 and 15 minutes at the end", load)
        table.add("Groups of this run", groups.joined(separator: ", "))
        return table
    }

    private static func text(_ path: String) -> String { (try? String(contentsOfFile: path, encoding: .utf8)) ?? "" }

    private static func after(_ line: Substring, _ sign: Character) -> String {
        line.split(separator: sign, maxSplits: 1).last.map { $0.trimmingCharacters(in: .whitespaces) } ?? ""
    }
}
