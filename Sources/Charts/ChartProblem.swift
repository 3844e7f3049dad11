/// Why a chart could not be drawn.
public struct ChartProblem: Error, Sendable, Hashable, CustomStringConvertible {
    /// The field of the chart, such as `rows[3].lower`.
    public var field: String
    /// What was expected, such as `a finite number`.
    public var expected: String
    /// What was found instead; may hold untrusted text.
    public var found: String
    /// What the caller or the user can do.
    public var remedy: String

    /// A problem of a field; the texts are parts of the sentence in `description`.
    public init(field: String, expected: String, found: String, remedy: String) {
        self.field = field
        self.expected = expected
        self.found = found
        self.remedy = remedy
    }

    /// The message in one line: the field, what was expected and found, and the remedy.
    public var description: String {
        "cannot draw the chart: \(field): expected \(expected); found \(found). \(remedy)"
    }
}

extension ChartProblem {
    /// Throws unless `value` is a finite number.
    static func requireFinite(_ value: Double?, _ field: @autoclosure () -> String) throws {
        guard let value, !value.isFinite else { return }
        throw ChartProblem(
            field: field(), expected: "a finite number", found: "\(value)",
            remedy: "Leave the row or cell out, or pass it as having no data.")
    }

    /// Throws unless there is something to draw.
    static func requireContent(_ count: Int, _ field: String) throws {
        guard count == 0 else { return }
        throw ChartProblem(
            field: field, expected: "at least one", found: "none", remedy: "Leave the chart out where there is no data."
        )
    }

    /// Throws unless two lists that belong together have the same length.
    static func requireCount(_ count: Int, equals expected: Int, _ field: @autoclosure () -> String) throws {
        guard count != expected else { return }
        throw ChartProblem(
            field: field(), expected: "\(expected) entries", found: "\(count)",
            remedy: "Pass one entry for each label, nil where there is no data.")
    }
}
