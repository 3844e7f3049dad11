import Foundation

/// Values computed by other programs, to check Acuity's statistics against.
public struct GoldenFile: Sendable {
    /// One case: a method, what goes in, and what must come out.
    public struct Case: Sendable {
        public let id: String
        public let method: String
        let input: GoldenInput
        /// The expected numbers by name; a single number is a list of one.
        let expected: [String: [Double]]
        let relativeTolerance: Double
        let absoluteTolerance: Double
    }

    public let cases: [Case]

    static let schema = "acuity-golden-1"

    /// The set that ships with the program.
    public static func shipped() throws -> GoldenFile {
        try GoldenFile(Data(PackageResources.golden_json), name: "the shipped set")
    }

    /// - Parameter name: the file's name in messages.
    /// - Throws: `GoldenError` that names the case and the key.
    public init(_ data: Data, name: String) throws {
        let object: Any
        do { object = try JSONSerialization.jsonObject(with: data) } catch {
            throw GoldenError(file: name, id: nil, expected: "JSON", found: "\(error.localizedDescription)")
        }
        guard let top = object as? [String: Any], top["schema"] as? String == Self.schema else {
            throw GoldenError(file: name, id: nil, expected: "an object with `schema` \"\(Self.schema)\"", found: "another form")
        }
        guard let list = top["cases"] as? [Any] else {
            throw GoldenError(file: name, id: nil, expected: "a list `cases`", found: "none")
        }
        cases = try list.enumerated().map { index, element in
            guard let fields = element as? [String: Any], let id = fields["id"] as? String else {
                throw GoldenError(file: name, id: "case \(index + 1)", expected: "an object with a text `id`", found: "none")
            }
            func fail(_ expected: String, _ found: String) -> GoldenError {
                GoldenError(file: name, id: id, expected: expected, found: found)
            }
            guard let method = fields["method"] as? String else { throw fail("a text `method`", "none") }
            guard let input = fields["input"] as? [String: Any] else { throw fail("an object `input`", "none") }
            guard let values = fields["expected"] as? [String: Any], !values.isEmpty else {
                throw fail("an object `expected`", "none")
            }
            guard let relative = fields["relative-tolerance"] as? NSNumber,
                let absolute = fields["absolute-tolerance"] as? NSNumber
            else { throw fail("numbers `relative-tolerance` and `absolute-tolerance`", "none") }
            return Case(
                id: id, method: method, input: GoldenInput(file: name, id: id, values: try input.mapValues {
                    guard let numbers = GoldenInput.Value($0) else { throw fail("numbers in `input`", "\($0)") }
                    return numbers
                }),
                expected: try values.mapValues {
                    guard let numbers = GoldenInput.Value($0)?.list else { throw fail("numbers in `expected`", "\($0)") }
                    return numbers
                },
                relativeTolerance: relative.doubleValue, absoluteTolerance: absolute.doubleValue)
        }
    }
}

/// What is wrong with a golden file.
public struct GoldenError: Error, Equatable, CustomStringConvertible {
    public let file: String
    public let id: String?
    public let expected: String
    public let found: String

    public var description: String {
        "\(file)\(id.map { " (\($0))" } ?? ""): expected \(expected); found \(found). See the golden file's format in the documentation."
    }
}

/// The input of a case, read by name.
struct GoldenInput: Sendable {
    /// A number, a list, or a table.
    enum Value: Sendable {
        case number(Double)
        case list([Double])
        case table([[Double]])

        init?(_ any: Any) {
            if let number = any as? NSNumber {
                self = .number(number.doubleValue)
            } else if let list = any as? [NSNumber] {
                self = .list(list.map(\.doubleValue))
            } else if let table = any as? [[NSNumber]] {
                self = .table(table.map { $0.map(\.doubleValue) })
            } else {
                return nil
            }
        }

        var list: [Double]? {
            switch self {
            case .number(let number): [number]
            case .list(let list): list
            case .table: nil
            }
        }
    }

    let file: String
    let id: String
    let values: [String: Value]

    func number(_ key: String) throws -> Double {
        guard case .number(let number)? = values[key] else { throw missing(key, "a number") }
        return number
    }

    func whole(_ key: String) throws -> Int { try whole(number(key), key) }

    func list(_ key: String) throws -> [Double] {
        guard case .list(let list)? = values[key] else { throw missing(key, "a list of numbers") }
        return list
    }

    func wholes(_ key: String) throws -> [Int] { try list(key).map { try whole($0, key) } }

    func table(_ key: String) throws -> [[Double]] {
        guard case .table(let table)? = values[key], let width = table.first?.count, width > 1, table.count > 1,
            table.allSatisfy({ $0.count == width })
        else { throw missing(key, "a table of numbers, at least 2 × 2") }
        return table
    }

    private func whole(_ number: Double, _ key: String) throws -> Int {
        guard number == number.rounded(), abs(number) < 1e15 else { throw missing(key, "whole numbers") }
        return Int(number)
    }

    func missing(_ key: String, _ what: String) -> GoldenError {
        GoldenError(file: file, id: id, expected: "`\(key)`: \(what)", found: values[key] == nil ? "none" : "another form")
    }
}
