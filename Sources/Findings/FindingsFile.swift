import Foundation

extension FindingsDocument {
    /// The document as JSON: sorted keys, two-space indentation, shortest numbers that read back the same.
    ///
    /// The bytes depend on nothing but the document.
    public func encoded() throws -> Data {
        var data = try encodedByMembers()
        data.append(0x0A)
        return data
    }

    /// Reads a document; throws `FindingsFileError` if its form is not the one this version knows.
    public init(decoding data: Data) throws {
        if let document = Self.decodedByPieces(data) {
            self = document
            return
        }
        do {
            self = try JSONDecoder().decode(FindingsDocument.self, from: data)
        } catch let error as DecodingError {
            // Another form is the better reason, where that is one.
            struct Form: Decodable { var schema: String? }
            let found = try? JSONDecoder().decode(Form.self, from: data).schema
            guard found == Self.currentSchema else { throw FindingsFileError.unknownSchema(found) }
            throw FindingsFileError.malformed(String(describing: error))
        }
        guard schema == Self.currentSchema else { throw FindingsFileError.unknownSchema(schema) }
    }

    /// Documents of fewer bytes are read at once.
    private static let bytesOfPiece = 1 << 18

    /// The document, read in pieces on all cores; nil for a small one, and for one that is not as it should be.
    private static func decodedByPieces(_ data: Data) -> FindingsDocument? {
        let count = min(ProcessInfo.processInfo.activeProcessorCount, data.count / bytesOfPiece)
        guard count > 1, let pieces = FindingsPieces(data, count: count)?.pieces,
            let documents = try? Parallel.map(pieces, { try JSONDecoder().decode(FindingsDocument.self, from: $0) }),
            var document = documents.first, document.schema == currentSchema
        else { return nil }
        for next in documents.dropFirst() { document.append(listsOf: next) }
        return document
    }
}

/// Why a findings document could not be read.
public enum FindingsFileError: Error, Equatable, CustomStringConvertible {
    /// The document's `schema` is another one, or there is none.
    case unknownSchema(String?)
    /// A field is missing or has the wrong type.
    case malformed(String)

    /// The message in one line: the form that was expected, what was found and the remedy.
    public var description: String {
        switch self {
        case .unknownSchema(let found):
            "expected `schema` to be `\(FindingsDocument.currentSchema)`; found \(found.map { "`\($0)`" } ?? "none"). "
                + "Make the document again with `acuity analyze`."
        case .malformed(let detail):
            "expected a findings document of the form \(FindingsDocument.currentSchema); found \(detail). "
                + "Make the document again with `acuity analyze`."
        }
    }
}
