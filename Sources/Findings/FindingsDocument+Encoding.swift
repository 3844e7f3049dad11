import Foundation

/// A member of the document, or a piece of a long list, that is encoded by itself.
private struct EncodedPart: Sendable {
    let key: String
    /// Whether the lines are elements of a list that goes on in the next part with the same key.
    let isPiece: Bool
    let encode: @Sendable (JSONEncoder) throws -> Data
}

extension FindingsDocument {
    /// A list of more elements is encoded in pieces.
    private static let elementsOfPiece = 1000

    /// The bytes that one encoder makes of the whole document, made member by member on all cores.
    ///
    /// Foundation's encoder indents by depth and sorts keys, so that an object with one member, without its braces, is
    /// that member as it stands in the whole.
    func encodedByMembers() throws -> Data {
        let encoded = try Parallel.map(parts) { part in
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
            let whole = try part.encode(encoder)
            let (opening, closing) =
                part.isPiece ? ("{\n  \"\(part.key)\" : [\n", "\n  ]\n}") : ("{\n", "\n}")
            return whole.dropFirst(opening.utf8.count).dropLast(closing.utf8.count)
        }
        var data = Data(capacity: encoded.reduce(1024) { $0 + $1.count + 64 })
        data.append(contentsOf: Data("{\n".utf8))
        let parts = parts
        for (index, part) in parts.enumerated() {
            let begins = index == 0 || parts[index - 1].key != part.key
            let ends = index + 1 == parts.count || parts[index + 1].key != part.key
            if part.isPiece, begins { data.append(Data("  \"\(part.key)\" : [\n".utf8)) }
            data.append(encoded[index])
            if part.isPiece, ends { data.append(Data("\n  ]".utf8)) }
            if index + 1 < parts.count { data.append(Data(",\n".utf8)) }
        }
        data.append(Data("\n}".utf8))
        return data
    }

    /// All members that there are, by their keys.
    private var parts: [EncodedPart] {
        var parts: [EncodedPart] = []
        func add<Value: Encodable & Sendable>(_ key: CodingKeys, _ value: Value) {
            let name = key.rawValue
            parts.append(EncodedPart(key: name, isPiece: false) { try $0.encode([name: value]) })
        }
        func add<Element: Encodable & Sendable>(_ key: CodingKeys, list: [Element]) {
            let name = key.rawValue
            guard list.count > Self.elementsOfPiece else { return add(key, list) }
            for start in stride(from: 0, to: list.count, by: Self.elementsOfPiece) {
                let piece = Array(list[start..<min(list.count, start + Self.elementsOfPiece)])
                parts.append(EncodedPart(key: name, isPiece: true) { try $0.encode([name: piece]) })
            }
        }
        add(.schema, schema)
        add(.acuityVersion, acuityVersion)
        add(.study, study)
        add(.sources, list: sources)
        add(.models, list: models)
        add(.benchmarks, list: benchmarks)
        add(.runs, list: runs)
        add(.estimates, list: estimates)
        add(.differences, list: differences)
        add(.gaps, list: gaps)
        add(.groupGaps, list: groupGaps)
        add(.gapClaims, list: gapClaims)
        add(.variances, list: variances)
        if let components { add(.components, components) }
        add(.verdicts, list: verdicts)
        add(.ranks, list: ranks)
        add(.repeats, list: repeats)
        add(.confidences, list: confidences)
        add(.comparisons, list: comparisons)
        add(.histories, list: histories)
        if let rankComparison { add(.rankComparison, rankComparison) }
        add(.agreements, list: agreements)
        add(.distributions, list: distributions)
        add(.powers, list: powers)
        add(.thresholdCurves, list: thresholdCurves)
        add(.claims, list: claims)
        add(.published, list: published)
        add(.methods, list: methods)
        add(.problems, list: problems)
        // Swift's sort is stable, so that pieces stay in order.
        return parts.sorted { $0.key < $1.key }
    }
}
