import Foundation

/// Values that other programs computed, against which Acuity's own are held.
public struct GoldenFile: Sendable {
    /// The version of the format that this program reads.
    public static let schema = "acuity-golden-1"

    /// The cases in the order of the file.
    public let cases: [GoldenCase]

    /// Reads a golden file.
    ///
    /// - Throws: `VerificationError` naming the case and the field.
    public init(data: Data) throws(VerificationError) {
        let value: JSONValue
        do {
            value = try JSONDecoder().decode(JSONValue.self, from: data)
        } catch {
            throw VerificationError(
                kind: .malformedFile, caseID: nil, field: "schema", expected: "a JSON object", found: "no valid JSON")
        }
        guard case .object(let file) = value else {
            throw VerificationError(
                kind: .malformedFile, caseID: nil, field: "schema", expected: "a JSON object", found: value.kind)
        }
        guard case .string(let schema) = file["schema"] ?? .null, schema == Self.schema else {
            var found = file["schema"]?.kind ?? "nothing"
            if case .string(let other) = file["schema"] ?? .null { found = "`\(other.prefix(80))`" }
            throw VerificationError(
                kind: .malformedFile, caseID: nil, field: "schema", expected: "`\(Self.schema)`", found: found)
        }
        guard case .array(let values) = file["cases"] ?? .null else {
            throw VerificationError(
                kind: .malformedFile, caseID: nil, field: "cases", expected: "an array of cases",
                found: file["cases"]?.kind ?? "nothing")
        }
        var cases: [GoldenCase] = []
        for (position, value) in values.enumerated() { cases.append(try GoldenCase(value, position: position + 1)) }
        self.cases = cases
    }
}

/// One computation with its expected results.
public struct GoldenCase: Sendable {
    /// The identifier within the file.
    public let id: String
    /// The method's golden name, such as `wilson`.
    public let method: String
    /// What goes in, by name.
    public let input: [String: GoldenValue]
    /// What must come out, by name.
    public let expected: [String: GoldenValue]
    /// The tolerated share of the expected value.
    public let relativeTolerance: Double
    /// The tolerance that is added to it.
    public let absoluteTolerance: Double

    init(_ value: JSONValue, position: Int) throws(VerificationError) {
        var name = "case \(position)"
        func malformed(_ field: String, _ expected: String, _ found: JSONValue?) -> VerificationError {
            VerificationError(
                kind: .malformedCase, caseID: name, field: field, expected: expected, found: found?.kind ?? "nothing")
        }
        guard case .object(let fields) = value else { throw malformed("cases", "an object", value) }
        guard case .string(let id) = fields["id"] ?? .null, !id.isEmpty else {
            throw malformed("id", "a string", fields["id"])
        }
        name = String(id.prefix(80))
        guard case .string(let method) = fields["method"] ?? .null else {
            throw malformed("method", "a string", fields["method"])
        }
        func values(_ field: String) throws(VerificationError) -> [String: GoldenValue] {
            guard case .object(let entries) = fields[field] ?? .null else {
                throw malformed(field, "an object", fields[field])
            }
            var values: [String: GoldenValue] = [:]
            for key in entries.keys.sorted() {
                guard let entry = entries[key], let value = GoldenValue(entry) else {
                    throw malformed("\(field).\(key)", "a number or an array of numbers", entries[key])
                }
                values[key] = value
            }
            return values
        }
        func tolerance(_ field: String) throws(VerificationError) -> Double {
            guard case .number(let tolerance) = fields[field] ?? .null, tolerance >= 0 else {
                throw malformed(field, "a number that is not negative", fields[field])
            }
            return tolerance
        }
        self.id = id
        self.method = method
        input = try values("input")
        expected = try values("expected")
        relativeTolerance = try tolerance("relative-tolerance")
        absoluteTolerance = try tolerance("absolute-tolerance")
        guard !expected.isEmpty else { throw malformed("expected", "at least one number", fields["expected"]) }
    }
}
