/// The dependencies as tables for people.
public enum DependencyTable {
    /// The marks between which the table stands in a page.
    static let marks = (start: "<!-- dependencies: start -->", end: "<!-- dependencies: end -->")

    /// The table of `docs/dependencies.md`: the versions are those of Debian 12.
    public static var markdown: String {
        func cell(_ text: String?) -> String { text.map { $0.isEmpty ? "" : "`\($0)`" } ?? "" }
        var lines = [
            "| Name | What for | Licence (SPDX) | Debian 12 has | To build | To run | How |",
            "| --- | --- | --- | --- | --- | --- | --- |",
        ]
        for dependency in DependencyList.all {
            lines.append(
                "| [\(dependency.name)](\(dependency.home)) | \(dependency.purpose) | `\(dependency.licence)` "
                    + "| \(dependency.debianVersion) | \(cell(dependency.buildPackage)) "
                    + "| \(cell(dependency.runPackage)) | \(dependency.kind.rawValue) |")
        }
        return lines.joined(separator: "\n")
    }

    /// A page with its table made anew; nil if it has no place for one.
    public static func renewed(_ page: String) -> String? {
        guard let start = page.range(of: marks.start), let end = page.range(of: marks.end),
            start.upperBound <= end.lowerBound
        else { return nil }
        return page[..<start.upperBound] + "\n\n" + markdown + "\n\n" + page[end.lowerBound...]
    }

    /// The versions of this build and this process, a line each.
    ///
    /// - Parameter objects: what was loaded.
    public static func text(_ versions: [String: LibraryVersion], objects: [LoadedObject]) -> String {
        var rows = [["library", "compiled", "loaded", "licence", "from"]]
        for dependency in DependencyList.all where dependency.kind != .optional {
            let version = versions[dependency.id]
            let loaded = dependency.objects.compactMap { stem in objects.first { $0.stem == stem } }.first
            rows.append([
                dependency.name, version?.compiled ?? "-", version?.loaded ?? "-", dependency.licence,
                loaded?.file ?? "compiled in",
            ])
        }
        let widths = rows[0].indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
        return rows.map { row in
            zip(row, widths).enumerated().map { column, cell in
                column == row.count - 1
                    ? cell.0 : cell.0 + String(repeating: " ", count: cell.1 - cell.0.count)
            }.joined(separator: "  ")
        }.joined(separator: "\n")
    }
}
