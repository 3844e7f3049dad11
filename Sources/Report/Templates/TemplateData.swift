/// The names that each template of a page may ask for, as `Sources/Report/Resources/template-data.txt` lists them.
///
/// The list is recorded from the pages themselves by a test, so that it is neither longer nor shorter than what pages
/// give. A name that no page gives would show nothing, in silence; here it becomes an error with its place.
package struct TemplateData: Sendable {
    /// By template of a page: every name in its data, at whatever depth.
    let names: [String: Set<String>]

    /// What ships with the program.
    static let recorded = TemplateData(String(decoding: PackageResources.template_data_txt, as: UTF8.self))

    /// - Parameter text: A template's name at the start of a line, its names indented below.
    package init(_ text: String) {
        var names: [String: Set<String>] = [:]
        var template = ""
        for line in text.split(separator: "\n") where !line.hasPrefix("#") {
            guard let name = line.split(separator: " ").first.map(String.init) else { continue }
            if line.first == " " { names[template, default: []].insert(name) } else { template = name }
        }
        self.names = names
    }

    /// Checks that templates ask for what pages give. A partial may ask for what any page that includes it gives;
    /// templates that no page uses are left alone.
    ///
    /// - Throws: `TemplateProblem` with the file and the line of the first name that is not given.
    package func check(_ sources: [String: String]) throws {
        var given: [String: Set<String>] = [:]
        for (template, names) in names {
            for name in Self.reached(from: template, sources) { given[name, default: []].formUnion(names) }
        }
        for (file, source) in sources.sorted(by: { $0.key < $1.key }) {
            guard let known = given[file] else { continue }
            for tag in Self.tags(source) where !known.contains(tag.name) {
                let nearest = Self.nearest(tag.name, known).map { " Did you mean `\($0)`?" } ?? ""
                throw TemplateProblem(
                    file: file + ".mustache", line: tag.line, expected: "a name that the page gives",
                    found: "`\(tag.name)`",
                    remedy:
                        "Correct the name or take it out; Sources/Report/Resources/template-data.txt lists those that are given.\(nearest)"
                )
            }
        }
    }

    /// A template and all that it includes.
    private static func reached(from template: String, _ sources: [String: String]) -> Set<String> {
        var reached: Set<String> = []
        var open = [template]
        while let name = open.popLast() {
            guard let source = sources[name], reached.insert(name).inserted else { continue }
            for match in source.matches(of: /\{\{>\s*([^\s{}]+)\s*\}\}/) { open.append(String(match.output.1)) }
        }
        return reached
    }

    /// The names that a template asks for, with their lines from 1; `.` and comments are none.
    static func tags(_ source: String) -> [(name: String, line: Int)] { TagScanner.tags(Array(source.utf8)) }

    /// The name that differs in the fewest places (Levenshtein 1966), if these are at most two.
    private static func nearest(_ word: String, _ names: Set<String>) -> String? {
        let ranked = names.sorted().map { (distance: distance(Array(word), Array($0)), name: $0) }
        return ranked.min { $0.distance < $1.distance }.flatMap { $0.distance <= 2 ? $0.name : nil }
    }

    private static func distance(_ left: [Character], _ right: [Character]) -> Int {
        var row = Array(0...right.count)
        for (i, x) in left.enumerated() {
            var diagonal = row[0]
            row[0] = i + 1
            for (j, y) in right.enumerated() {
                let substituted = diagonal + (x == y ? 0 : 1)
                diagonal = row[j + 1]
                row[j + 1] = min(substituted, row[j] + 1, diagonal + 1)
            }
        }
        return row[right.count]
    }
}
