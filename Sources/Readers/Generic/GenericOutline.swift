import Foundation
import Records

/// The names of the fields that the rows of a file seem to have, from its first bytes.
struct GenericOutline {
    /// The names, or nil if the file does not look like rows at all.
    let fieldNames: [String]?

    init(_ probe: LogProbe) {
        fieldNames = Self.names(probe)?.filter { $0.utf8.count <= FieldProfile.longestName }
    }

    /// A log of rows, if one of the fields that the study file names is there.
    func recognise(named mapping: FieldMapping) -> Recognition? {
        guard let fieldNames else { return nil }
        let known = Set(fieldNames)
        let named = mapping.roles.values.filter { field in
            known.contains(field) || known.contains(String(field.split(separator: ".").last ?? ""))
        }
        guard !named.isEmpty else { return nil }
        return Recognition(
            confidence: 0.5, reason: "rows with \(named.sorted().joined(separator: ", ")), as the study file says")
    }

    private static func names(_ probe: LogProbe) -> [String]? {
        let outline = probe.outline
        let text = Array(probe.firstBytes.drop { $0 <= 0x20 || [0xEF, 0xBB, 0xBF].contains($0) })
        // An object or a list is no prediction and no score, whatever its name.
        func isScalar(_ key: String) -> Bool { outline.kinds[key] != "{" }
        switch outline.root {
        case .object where GenericRows.isLines(text):
            let names = outline.topKeys.filter(isScalar) + nested(outline)
            return FieldGuess.confidence(names: names) > 0 ? names : whole(names, in: text)
        case .object:
            if ParallelLists.areLikely(text) { return outline.topKeys }
            let top = outline.topKeys
            let containers = top.filter {
                GenericRows.containers.contains($0) && "[{".contains(outline.kinds[$0] ?? " ")
            }
            let lists = GenericRows.namedLists(in: probe.firstBytes, outline)
            if let list = lists.first { return names(inList: list, of: probe.firstBytes) }
            let isKeyedByItem = !top.isEmpty && top.allSatisfy { outline.kinds[$0] == "{" }
            let areColumns = outline.keys.contains { outline.kinds[$0] == "[" && NamedColumns.areAnswers($0) }
            if containers.isEmpty, areColumns {
                return outline.keys.filter { outline.kinds[$0] != "{" }.map {
                    String($0.split(separator: ".").last ?? "")
                }
            }
            guard !containers.isEmpty || isKeyedByItem else { return nil }
            // Objects of figures, such as those of subgroups, have the shape of rows but answer nothing.
            if containers.isEmpty, !FieldGuess.haveAnswers(outline.keys) { return nil }
            let inner = outline.keys.filter { key in
                isScalar(key) && (isKeyedByItem || containers.contains { key.hasPrefix($0 + ".") })
            }
            // Figures beside the rows say nothing of what the rows are.
            return top.filter { !FieldGuess.isFigure($0) } + inner.map { String($0.split(separator: ".").last ?? "") }
                + containers.flatMap { container in
                    names(inList: container, of: probe.firstBytes)
                        + named(outline, within: container).flatMap { names(inList: $0, of: probe.firstBytes) }
                }
        case .list: return outline.topKeys.filter(isScalar) + nested(outline)
        case .other: return header(probe)
        }
    }

    /// How many rows are looked at where the first one lacks what makes it a prediction.
    private static let mostRows = 20

    /// The fields of the first row that has all of these and is one of a prediction, or these: the row of a request that
    /// failed lacks what the others have.
    private static func whole(_ names: [String], in text: [UInt8]) -> [String] {
        let failure = Set(FieldGuess.names["error"] ?? [])
        let wanted = Set(names.filter { !failure.contains(FieldGuess.folded($0)) })
        // The last row may be cut.
        for line in text.split(separator: 0x0A).dropFirst().prefix(mostRows).dropLast() {
            let outline = JSONOutline(Array(line))
            let others = outline.topKeys.filter { outline.kinds[$0] != "{" } + nested(outline)
            if wanted.isSubset(of: others), FieldGuess.confidence(names: others) > 0 { return others }
        }
        return names
    }

    /// The fields of objects within the first row, such as `output.text`.
    private static func nested(_ outline: JSONOutline) -> [String] {
        outline.keys.filter { $0.contains(".") && outline.kinds[$0] != "{" }.map {
            String($0.split(separator: ".").last ?? "")
        }
    }

    /// The first row of a table.
    private static func header(_ probe: LogProbe) -> [String]? {
        if probe.container == .zip {
            guard probe.hasMember("xl/workbook.xml") else { return nil }
            return try? XLSXSheet(path: probe.url.path, shownAs: probe.path).firstRow()?.cells
        }
        guard ["csv", "tsv", "txt"].contains(probe.nameEnding),
            let separator = QuotedRows.separator(ofHeader: probe.firstLine)
        else { return nil }
        return QuotedRows.fields(of: probe.firstLine, separator: separator)
    }

    /// The lists of an object of lists, such as a list a model.
    private static func named(_ outline: JSONOutline, within container: String) -> [String] {
        guard outline.kinds[container] == "{" else { return [] }
        return outline.keys.filter { key in
            key.hasPrefix(container + ".") && outline.kinds[key] == "[" && key.count { $0 == "." } == 1
        }.prefix(1).map { String($0.dropFirst(container.count + 1)) }
    }

    /// The scalar keys of the first element of a list that is a member of the top object; empty if it is no list.
    private static func names(inList key: String, of bytes: [UInt8]) -> [String] {
        guard let start = JSONOutline.start(ofList: key, in: bytes) else { return [] }
        let outline = JSONOutline(Array(bytes[start...]))
        return outline.topKeys.filter { outline.kinds[$0] != "{" }
    }
}
