import Records

/// Turns an item's metadata into facets: scalars only, nested names joined by dots, bounded in number and length.
public struct FacetCollector {
    /// The largest number of facets of an item.
    public var largestCount = 64
    /// The largest length of a facet's value in characters.
    public var longestValue = 200
    /// How deep nested objects are followed.
    public var deepest = 4
    /// How many values were left out because of a bound, and the first one's name.
    public private(set) var leftOutCount = 0
    /// The dotted name of the first value that was left out, or nil if none was.
    public private(set) var firstLeftOut: String?

    /// A collector with the usual bounds, that has left nothing out.
    public init() {}

    /// The facets of an object, in the order of the text; names in `excluded` are no facets at all.
    public mutating func facets(of object: JSONValue?, excluding excluded: Set<String> = []) -> [Facet] {
        guard let object else { return [] }
        var facets: [Facet] = []
        collect(object, prefix: "", depth: 1, excluded, into: &facets)
        return facets
    }

    private mutating func collect(
        _ object: JSONValue, prefix: String, depth: Int, _ excluded: Set<String>, into facets: inout [Facet]
    ) {
        for (key, value) in object.members {
            let name = prefix.isEmpty ? key : "\(prefix).\(key)"
            if excluded.contains(name) { continue }
            switch value.kind {
            case .null: continue
            case .object where depth < deepest: collect(value, prefix: name, depth: depth + 1, excluded, into: &facets)
            case .object, .array: leaveOut(name)
            case .bool, .number, .string:
                guard let text = value.scalarText, !text.isEmpty else { continue }
                // UTF-8 has at most four bytes a character, so that long texts are refused without counting them.
                guard facets.count < largestCount, name.utf8.count <= longestValue,
                    text.utf8.count <= 4 * longestValue, text.count <= longestValue
                else {
                    leaveOut(name)
                    continue
                }
                facets.append(Facet(name: name, value: text))
            }
        }
    }

    private mutating func leaveOut(_ name: String) {
        leftOutCount += 1
        firstLeftOut = firstLeftOut ?? name
    }

    /// A note on what was left out, or nil.
    public func note(at place: InputPlace) -> Problem? {
        guard let firstLeftOut else { return nil }
        var note = place.problem(
            "facet-left-out", .note, field: firstLeftOut,
            expected: "metadata values of at most \(longestValue) characters, at most \(largestCount) an item",
            found: "lists or longer texts", remedy: "They are no facets; nothing else is affected.")
        note.count = leftOutCount
        return note
    }
}
