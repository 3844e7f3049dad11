/// Reads a table `[[claim]]` of a study file.
enum ClaimReader {
    static let subjects = ["kinds", "gap", "variance", "threshold"]

    /// Nil where something that must be there is missing; the errors say what.
    static func read(_ table: TableReader) -> Claim? {
        let id = table.required("id", remedy: "Give the claim an identifier.")
        let text = table.required("text", remedy: "Say the claim in its author's words.")
        let source = table.required("source", remedy: "Say whose claim it is; one without a source is not judged.")
        let subject = subject(table)
        let name = table.string("name")
        let least = table.integer("least", allowed: "from 1") { $0 >= 1 }
        let caveats = table.strings("caveats") ?? []
        table.finish()
        guard let id, let text, let source, let subject else { return nil }
        var claim = Claim(id: id, name: name ?? id, text: text, source: source, subject: subject)
        claim.least = least
        claim.caveats = caveats
        return claim
    }

    private static func subject(_ table: TableReader) -> Claim.Subject? {
        guard table.node("about") != nil else {
            table.errors.add(
                table.place, field: table.field("about"), expected: "`about`", found: "none",
                remedy: "Say what it is about: \(subjects.map { "\"\($0)\"" }.joined(separator: ", ")).")
            return nil
        }
        switch table.word("about", of: subjects) {
        case "kinds":
            let first = table.required("first", remedy: "Name the kind of models that is claimed to be as good.")
            let second = table.required("second", remedy: "Name the kind of models that it is measured against.")
            let margin = table.number("margin", allowed: "from 0 to below 1") { (0..<1).contains($0) } ?? 0
            guard let first, let second else { return nil }
            guard first != second else {
                table.errors.add(
                    table.place, field: table.field("second"), expected: "another kind than `first`",
                    found: "\"\(second)\"", remedy: "Name two kinds of models.")
                return nil
            }
            return .kinds(first: first, second: second, margin: margin)
        case "gap": return .gap
        case "variance":
            return .variance(
                minimum: table.number("minimum", allowed: "from 0 to below 1") { (0..<1).contains($0) } ?? 0)
        case "threshold":
            return table.required("threshold", remedy: "Name the identifier of the threshold that no model passes.")
                .map { .threshold($0) }
        default: return nil
        }
    }
}
