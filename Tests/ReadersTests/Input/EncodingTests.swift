import Foundation
import Records
import Testing

@testable import Readers

@Suite("Encodings") struct EncodingTests {
    private static let text =
        "{\"id\":1,\"gold\":\"naïve 漢\",\"response\":\"naïve 漢 𝒳\"}\r\n{\"id\":2,\"gold\":\"b\",\"response\":\"a\"}\r\n"

    private static func bytes(_ text: String, width: Int, bigEndian: Bool, mark: Bool) -> [UInt8] {
        let units: [UInt32] = width == 2 ? text.utf16.map { UInt32($0) } : text.unicodeScalars.map(\.value)
        return ((mark ? [0xFEFF] : []) + units).flatMap { unit in
            let little = (0..<width).map { UInt8(truncatingIfNeeded: unit >> (8 * UInt32($0))) }
            return bigEndian ? little.reversed() : little
        }
    }

    @Test(
        "UTF-16 and UTF-32 are read by their byte order mark, UTF-16 also without one",
        arguments: [
            (2, false, true), (2, true, true), (4, false, true), (4, true, true), (2, false, false), (2, true, false),
        ])
    func wide(width: Int, bigEndian: Bool, mark: Bool) throws {
        let space = try Workspace()
        let path = try space.write("gpt.jsonl", Self.bytes(Self.text, width: width, bigEndian: bigEndian, mark: mark))
        let sink = try space.read(path)
        #expect(sink.predictions.map(\.text) == ["naïve 漢 𝒳", "a"])
    }

    @Test("a lone surrogate and a cut unit become U+FFFD") func damaged() throws {
        let source = MemorySource([0xFF, 0xFE, 0x41, 0, 0x00, 0xD8, 0x42, 0, 0x43], place: InputPlace(file: "f"))
        let bytes = try TranscodedSource(source, encoding: #require(.init(firstBytes: [0xFF, 0xFE, 0x41, 0]))).readAll()
        #expect(String(decoding: bytes, as: UTF8.self) == "A\u{FFFD}B\u{FFFD}")
    }

    @Test("a table that is no UTF-8 is read as Windows-1252 and said so") func windows() throws {
        let space = try Workspace()
        let header = Array("id;pergunta;esperado;pred\n".utf8)
        let row = Array("1;".utf8) + [0x93, 0x6E, 0xE3, 0x6F, 0x94] + Array(";A;A\n2;b;B;A\n".utf8)
        let sink = try space.read(space.write("gpt-4.csv", header + row))
        #expect(sink.predictions.map(\.question) == ["“não”", "b"])
        let problem = try #require(sink.problems.first { $0.kind == "other-encoding" })
        #expect(problem.count == 1 && problem.line == 2 && problem.severity == .warning)
    }

    @Test("bytes of JSON that are no UTF-8 are shown as U+FFFD and said so") func brokenJSON() throws {
        let space = try Workspace()
        let row =
            Array("{\"id\":1,\"gold\":\"A\",\"response\":\"".utf8) + [0xE3]
            + Array("\"}\n{\"id\":2,\"gold\":\"A\",\"response\":\"B\"}\n".utf8)
        let sink = try space.read(space.write("gpt-4.jsonl", row))
        #expect(sink.predictions[0].text == "\u{FFFD}" && sink.problemKinds.contains("other-encoding"))
    }
}
