import Foundation

/// What the command line of `Benchmarks` asks for.
struct BenchmarkOptions {
    var groups: [BenchmarkGroup] = BenchmarkGroup.all
    var isMarkdown = false
    var isLarge = false
    var page: URL?

    static var help: String {
        let names = BenchmarkGroup.all.map {
            "  " + $0.name.padding(toLength: 12, withPad: " ", startingAt: 0) + $0.summary
        }
        return """
            Times the hot paths, each with its floor or another program in the same run.

            swift run -c release Benchmarks [GROUP...] [--markdown] [--page FILE] [--large]

            --markdown    print the tables as Markdown
            --page FILE   put the tables in their places in a Markdown page (docs/performance.md)
            --large       follow growth to ten million predictions (minutes, 15 GB of disk)

            Groups (default: all):
            \(names.joined(separator: "\n"))
            """
    }

    /// - Throws: `UsageProblem` for an unknown option or group.
    init(_ arguments: [String]) throws {
        var names: [String] = []
        var rest = arguments[...]
        while let argument = rest.popFirst() {
            switch argument {
            case "--markdown": isMarkdown = true
            case "--large": isLarge = true
            case "--page":
                guard let path = rest.popFirst() else {
                    throw UsageProblem(description: "--page: expected a file; found the end of the line")
                }
                page = URL(filePath: path)
            case _ where argument.hasPrefix("-"):
                throw UsageProblem(description: "expected an option; found `\(argument)`")
            default: names.append(argument)
            }
        }
        if let unknown = names.first(where: { name in !BenchmarkGroup.all.contains { $0.name == name } }) {
            let known = BenchmarkGroup.all.map(\.name).joined(separator: ", ")
            throw UsageProblem(description: "expected one of \(known); found `\(unknown)`")
        }
        if !names.isEmpty { groups = BenchmarkGroup.all.filter { names.contains($0.name) } }
    }
}

/// The command line is wrong.
struct UsageProblem: Error, CustomStringConvertible {
    let description: String
}
