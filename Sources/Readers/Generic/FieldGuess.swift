import Records

/// Which field of a log plays which role, guessed from the names and the values of its first rows.
public struct FieldGuess: Equatable, Sendable {
    /// The mapping that was guessed, completed by what the user named.
    public internal(set) var mapping: FieldMapping
    /// What a full score is: 1, 5 or 10 for ratings, 100 for percentages.
    public internal(set) var scoreScale: Double = 1
    /// The facet that makes a cluster, if a field looks like one.
    public internal(set) var clusterFacet: String?
    /// Columns A, B, C, … that hold the options.
    public internal(set) var optionColumns: [String] = []
    /// Further fields with scores, and what a full score is in each.
    public internal(set) var furtherScores: [ScoreField] = []
    /// A figure such as `acc` that stands beside rows of short answers and targets without scores: the rows are compared
    /// letter by letter under its name. Nil if there is none.
    public internal(set) var comparedFigure: String?
    /// The field that tells plain rows from changed copies; nil if there is none or the user named it as a facet.
    public internal(set) var variant: VariantField?
    /// Columns that are named after models and hold their predictions, or their scores if `columnsAreScores`.
    public internal(set) var modelColumns: [String] = []
    /// The field that tells apart items of one number, such as the subset; it stands before the number in the item's key.
    public internal(set) var itemPart: String?
    /// The field with the setting under which a model answered, where it answers each item under several.
    public internal(set) var setting: String?
    /// The models after which columns are named.
    var columnModels: [String: String] = [:]
    /// The columns with the scores of the predictions in other columns.
    var columnScores: [String: String] = [:]
    /// Whether the columns named after models hold scores.
    public internal(set) var columnsAreScores = false

    /// A field with scores.
    public struct ScoreField: Equatable, Sendable {
        /// The column's name or dotted path.
        public let name: String
        /// What a full score is: 1, 5, 10 or 100.
        public let scale: Double
    }

    /// The mapping as it would stand in a study file.
    public var toml: String {
        var lines = ["[logs.fields]"]
        for role in FieldMapping.roleNames {
            if let field = mapping.roles[role] {
                lines.append("\(role) = \(Self.quoted(field))")
            } else if let text = mapping.texts[role] {
                lines.append("\(role) = \(Self.written(text))")
            }
        }
        for (facet, field) in mapping.facets.sorted(by: { $0.key < $1.key }) {
            lines.append("facets.\(Self.quoted(facet)) = \(Self.quoted(field))")
        }
        for (facet, text) in mapping.facetTexts.sorted(by: { $0.key < $1.key }) {
            lines.append("facets.\(Self.quoted(facet)) = \(Self.written(text))")
        }
        return lines.joined(separator: "\n")
    }

    private static func written(_ text: FieldText) -> String {
        switch text {
        case .constant(let text): "{ constant = \(quoted(text)) }"
        case .template(let text): quoted(text)
        }
    }

    /// A basic string of TOML 1.0.
    static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case "\n": quoted += "\\n"
            case "\t": quoted += "\\t"
            default:
                if scalar.value < 0x20 || scalar.value == 0x7F {
                    let digits = String(scalar.value, radix: 16)
                    quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
                } else {
                    quoted.unicodeScalars.append(scalar)
                }
            }
        }
        return quoted + "\""
    }
}
