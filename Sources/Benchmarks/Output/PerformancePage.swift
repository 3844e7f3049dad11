import Foundation

/// A Markdown page whose tables between `<!-- benchmarks: NAME -->` and `<!-- end -->` are those of a run.
struct PerformancePage {
    let url: URL

    /// Puts the tables of a group in place of those that the page has.
    ///
    /// - Throws: `PageProblem` if the page has no place for the group; an error of Foundation.
    func replace(_ group: String, with tables: [ResultTable]) throws {
        let text = try String(contentsOf: url, encoding: .utf8)
        let mark = "<!-- benchmarks: \(group) -->\n"
        guard let start = text.range(of: mark),
            let end = text.range(of: "<!-- end -->", range: start.upperBound..<text.endIndex)
        else { throw PageProblem(description: "\(url.relativePath): expected `\(mark.dropLast())` and `<!-- end -->`") }
        let body = tables.map(\.markdown).joined(separator: "\n\n")
        let page = text[..<start.upperBound] + "\n" + body + "\n\n" + text[end.lowerBound...]
        try Data(page.utf8).write(to: url)
    }
}

/// The page lacks the place for a table.
struct PageProblem: Error, CustomStringConvertible {
    let description: String
}
