import Foundation
import Testing

@Suite("CITATION.cff") struct CitationTests {
    @Test("it names the version and the licence that the program has") func version() throws {
        func text(_ path: String) throws -> String {
            try String(contentsOf: Script.root.appending(path: path), encoding: .utf8)
        }
        let program = try text("Sources/acuity/Program.swift").firstMatch(
            of: #/static let version = "(?<version>[^"]+)"/#)
        let citation = try text("CITATION.cff")
        let version = try #require(program?.output.version)
        #expect(citation.contains("\nversion: \(version)\n"))
        #expect(citation.contains("\nlicense: Apache-2.0\n"))
        #expect(try text("LICENSE").contains("Apache License"))
    }
}
