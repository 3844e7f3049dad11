import Findings
import Foundation
import Testing

@testable import Report

@Suite("CSV files")
struct CSVTableTests {
    @Test("quote by RFC 4180, keep numbers unrounded and text from becoming a formula")
    func fieldsAreWritten() {
        let table = CSVTable(
            header: ["a", "b"],
            rows: [
                [.text("x,\"y\"\nz"), .number(-0.1)], [.text("=1+1"), .number(1.0 / 3)], [.text(nil), .count(nil)],
                [.text("-5"), .flag(true)],
            ])
        #expect(table.text == "a,b\r\n\"x,\"\"y\"\"\nz\",-0.1\r\n'=1+1,0.3333333333333333\r\n,\r\n'-5,true\r\n")
    }

    @Test("end a field at its quote alone, whatever mark stands on one") func marks() {
        let table = CSVTable(header: ["a"], rows: [[.text("x\"\u{301},=1+1")]])
        #expect(Array(table.text.utf8) == Array("a\r\n\"x\"\"\u{301},=1+1\"\r\n".utf8))
    }

    @Test("have as many fields in each row as in the header", arguments: ["whole", "empty", "bare", "attacks"])
    func rowsFitTheHeader(variant: String) throws {
        let findings = try #require(Variants.all.first { $0.name == variant }).findings
        for (name, table) in StudyTables.all(findings) {
            #expect(table.rows.allSatisfy { $0.count == table.header.count }, "\(name)")
        }
    }

    @Test("hold every finding")
    func nothingIsLeftOut() {
        let findings = Fixture.study()
        let counts = Dictionary(uniqueKeysWithValues: StudyTables.all(findings).map { ($0.name, $0.table.rows.count) })
        #expect(counts["estimates"] == findings.estimates.count)
        #expect(counts["differences"] == findings.differences.count)
        #expect(counts["gaps"] == findings.gaps.count)
        #expect(counts["verdicts"] == findings.verdicts.count)
    }
}
