/// Why a golden file cannot be verified.
public struct VerificationError: Error, Sendable, Equatable, CustomStringConvertible {
    /// What is wrong.
    public enum Kind: String, Sendable {
        /// The file is not JSON of the golden schema.
        case malformedFile = "malformed-golden-file"
        /// A case lacks a field or has one that its method cannot take.
        case malformedCase = "malformed-golden-case"
        /// A case names a method that Acuity does not have.
        case unknownMethod = "unknown-golden-method"
    }

    /// What is wrong.
    public let kind: Kind
    /// The case's identifier, or its position in the file (`case 17`) if it has none; nil if the file as a whole is wrong.
    public let caseID: String?
    /// The field concerned.
    public let field: String
    /// What was expected.
    public let expected: String
    /// What was found instead; untrusted text, to be escaped wherever it is shown.
    public let found: String

    /// What the user can do.
    public var remedy: String {
        switch kind {
        case .malformedFile: "See section 12 of the statistics page for the format of a golden file."
        case .malformedCase: "Correct the case or remove it."
        case .unknownMethod: "Correct the method's name, or verify with a version of Acuity that has it."
        }
    }

    /// The message in one line: case, field, what was expected and found, and the remedy.
    public var description: String {
        let place = caseID.map { "case `\($0)`, " } ?? ""
        return "\(place)field `\(field)`: expected \(expected); found \(found). \(remedy)"
    }
}
