import Foundation
import Testing

@testable import Findings

@Suite("Findings file") struct FindingsFileTests {
    /// Lists long enough to be written and read in pieces, and texts that look like JSON.
    private static var long: FindingsDocument {
        var document = FindingsDocument(
            acuityVersion: "0.1.0",
            study: StudyFinding(
                title: #"A "study" of {braces], \u{5C} and / "#, level: 0.95, seed: 1, replicates: 100,
                unparsed: "wrong"))
        document.problems = (0..<6001).map { number in
            ProblemFinding(
                kind: "kind", severity: "note", place: #"log-\#(number).jsonl › "x\": [1, {"#,
                message: String(repeating: "}]\",", count: number % 40), count: number)
        }
        document.models = (0..<1000).map {
            ModelFinding(id: "m\($0)", name: "é \u{1F9EA}\n\t", parameters: 0.1 * Double($0))
        }
        return document
    }

    @Test("a document written member by member has the bytes of one encoder", arguments: [true, false])
    func sameBytes(isLong: Bool) throws {
        let document = isLong ? Self.long : FindingsDocument(acuityVersion: "0", study: Self.long.study)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        #expect(try document.encoded() == encoder.encode(document) + Data("\n".utf8))
    }

    @Test("a document read in pieces is the document", arguments: [1, 2, 3, 64])
    func pieces(count: Int) throws {
        for data in [try Self.long.encoded(), try JSONEncoder().encode(Self.long)] {
            let pieces = try #require(FindingsPieces(data, count: count)).pieces
            let documents = try pieces.map { try JSONDecoder().decode(FindingsDocument.self, from: $0) }
            var document = documents[0]
            for next in documents.dropFirst() { document.append(listsOf: next) }
            #expect(document == Self.long)
            #expect(try FindingsDocument(decoding: data) == Self.long)
        }
    }

    @Test(
        "text that is no whole object has no pieces",
        arguments: ["", "[]", "{", #"{"a":1"#, #"{"a" 1}"#, #"{"a":[1,2}"#, #"{"a":"x}"#, #"{"a":1} 2"#, "{a:1,}"])
    func malformed(text: String) { #expect(FindingsPieces(Data(text.utf8), count: 2)?.pieces == nil) }
}
