import Findings
import Foundation
import Testing

@Suite("Findings document") struct FindingsDocumentTests {
    private let study = StudyFinding(title: "A study", level: 0.95, seed: 1, replicates: 100, unparsed: "wrong")

    @Test("what was encoded reads back the same") func roundTrip() throws {
        var document = FindingsDocument(acuityVersion: "0.1.0", study: study)
        document.models = [ModelFinding(id: "a", name: "<b>\u{202E}", parameters: 7e9)]
        #expect(try FindingsDocument(decoding: document.encoded()) == document)
    }

    @Test("the same document has the same bytes") func sameBytes() throws {
        let document = FindingsDocument(acuityVersion: "0.1.0", study: study)
        #expect(try document.encoded() == document.encoded())
    }

    @Test("another form is refused by name") func otherForm() {
        #expect(throws: FindingsFileError.unknownSchema("acuity-findings-0")) {
            try FindingsDocument(decoding: Data(#"{"schema":"acuity-findings-0"}"#.utf8))
        }
        #expect(throws: FindingsFileError.unknownSchema(nil)) { try FindingsDocument(decoding: Data("[1".utf8)) }
    }

    @Test("the schema names every property of the encoded document") func schemaCoversDocument() throws {
        let schema = try #require(JSONSerialization.jsonObject(with: FindingsSchema.data) as? [String: Any])
        let properties = try #require(schema["properties"] as? [String: Any])
        let encoded = try FindingsDocument(acuityVersion: "0.1.0", study: study).encoded()
        let document = try #require(JSONSerialization.jsonObject(with: encoded) as? [String: Any])
        #expect(Set(document.keys).isSubset(of: properties.keys))
        let required = try #require(schema["required"] as? [String])
        #expect(Set(required).isSubset(of: document.keys))
    }
}
