import Findings
import Foundation

/// How to cite a study and the program, as BibTeX.
enum Citation {
    /// The file's text: the study's entry and Acuity's.
    static func bibTeX(_ findings: FindingsDocument) -> String { study(findings) + "\n" + acuity(findings) }

    /// The study's own entry if it names one, else one made from what it says of itself.
    static func study(_ findings: FindingsDocument) -> String {
        let study = findings.study
        let own = study.cite.map(trimmed)
        if let own, own.hasPrefix("@") { return own + "\n" }
        // An address of the web has no brace that would end a field.
        let url = SiteAddress(study.baseURL)?.base
        let note = [own, study.notice, "Made with Acuity \(findings.acuityVersion)"].compactMap(\.self)
            .filter { !$0.isEmpty }
            .map { $0.hasSuffix(".") ? $0 : $0 + "." }.joined(separator: " ")
        return entry(
            key(study.title),
            [
                // Doubled braces keep the letters' case.
                ("title", "{\(escaped(study.title))}"), ("year", year(findings)),
                ("howpublished", url.map { "\\url{\($0)}" }), ("url", url), ("note", escaped(note)),
            ])
    }

    /// The entry of the version that made the findings.
    static func acuity(_ findings: FindingsDocument) -> String {
        entry(
            "acuity-\(Slugs.plain(findings.acuityVersion))",
            [
                ("title", "{Acuity \(escaped(findings.acuityVersion))}"),
                ("note", "Computer program: from raw prediction logs of evaluations to estimates with intervals"),
            ])
    }

    /// The authors of the study's own entry, in its order; none if it has no entry of its own.
    static func authors(_ cite: String?) -> [String] {
        guard let cite = cite.map(trimmed), cite.hasPrefix("@"), let field = field("author", in: cite) else {
            return []
        }
        return field.replacing("{", with: "").replacing("}", with: "")
            .split(separator: /\s+and\s+/).map { trimmed(String($0)) }.filter { !$0.isEmpty }
    }

    /// The value of an entry's field without the braces or marks around it, or nil.
    static func field(_ name: String, in entry: String) -> String? {
        var rest = entry[...]
        while let place = rest.range(of: name) {
            let before = rest[..<place.lowerBound].last
            var value = rest[place.upperBound...].drop { $0.isWhitespace }
            rest = rest[place.upperBound...]
            guard before == nil || before?.isWhitespace == true || before == ",", value.first == "=" else { continue }
            value = value.dropFirst().drop { $0.isWhitespace }
            guard let open = value.first, open == "{" || open == "\"" else { continue }
            var depth = 0
            for position in value.indices.dropFirst() {
                switch value[position] {
                case "{": depth += 1
                case "}" where depth > 0: depth -= 1
                case "}" where open == "{", "\"" where open == "\"" && depth == 0:
                    return String(value[value.index(after: value.startIndex)..<position])
                default: continue
                }
            }
            return nil
        }
        return nil
    }

    private static func entry(_ key: String, _ fields: [(name: String, value: String?)]) -> String {
        let lines = fields.compactMap { name, value in value.map { "  \(name) = {\($0)}" } }
        return "@misc{\(key),\n" + lines.joined(separator: ",\n") + "\n}\n"
    }

    /// A key that depends on the title alone.
    private static func key(_ title: String) -> String {
        let slug = Slugs.plain(title)
        return slug == "x" ? "study" : slug
    }

    /// The year of the last run, if the logs tell when they ran.
    private static func year(_ findings: FindingsDocument) -> String? {
        let years = findings.runs.filter(\.isUsed).compactMap { $0.startedAt?.prefix(4) }.map(String.init)
        return years.filter { $0.count == 4 && $0.allSatisfy { ("0"..."9").contains($0) } }.max()
    }

    /// LaTeX in which braces are balanced, because BibTeX counts even those after a backslash.
    private static func escaped(_ text: String) -> String {
        LaTeXText.escaped(text).replacingExactly("\\{", with: "\\textbraceleft{}")
            .replacingExactly("\\}", with: "\\textbraceright{}")
    }

    private static func trimmed(_ text: String) -> String {
        let start = text.drop { $0.isWhitespace }
        let end = start.lastIndex { !$0.isWhitespace }
        return end.map { String(start[...$0]) } ?? ""
    }
}
