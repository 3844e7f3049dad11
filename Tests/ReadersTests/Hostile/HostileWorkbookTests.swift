import Foundation
import Records
import Testing

@testable import Readers

@Suite("workbooks made to harm")
struct HostileWorkbookTests {
    private func workbook(sheet: String, shared: String = "<sst/>") throws -> (Workspace, String) {
        var zip = ZipBuilder()
        zip.add(
            "xl/workbook.xml",
            "<workbook xmlns:r=\"r\"><sheets><sheet name=\"S\" sheetId=\"1\" r:id=\"a\"/></sheets></workbook>")
        zip.add(
            "xl/_rels/workbook.xml.rels",
            "<Relationships><Relationship Id=\"a\" Target=\"worksheets/sheet1.xml\"/></Relationships>")
        zip.add("xl/worksheets/sheet1.xml", sheet)
        zip.add("xl/sharedStrings.xml", shared)
        let workspace = try Workspace()
        return (workspace, try workspace.write("m_b_result.xlsx", zip.bytes))
    }

    private static let laughs =
        "<!DOCTYPE s [<!ENTITY a \"aaaaaaaaaa\">"
        + (1...9).map { "<!ENTITY a\($0) \"\(String(repeating: "&a\($0 == 1 ? "" : String($0 - 1));", count: 10))\">" }
        .joined()
        + "]>"
    private static let secret = "<!DOCTYPE s [<!ENTITY a SYSTEM \"file:///etc/hostname\">]>"

    @Test("entities, of any kind and in any member, are refused unread", arguments: [laughs, secret], [true, false])
    func documentTypes(type: String, isInSheet: Bool) throws {
        let texts = "<sst><si><t>&a9;</t></si></sst>"
        let cells = "<worksheet><sheetData><row><c t=\"s\"><v>0</v></c></row></sheetData></worksheet>"
        let (workspace, path) = try workbook(
            sheet: isInSheet ? type + cells : cells, shared: isInSheet ? "<sst/>" : type + texts)
        let problem = #expect(throws: Problem.self) {
            try XLSXSheet(path: path, shownAs: "w.xlsx").forEachRow { _ in true }
        }
        #expect(problem?.kind == "unsafe-xml" && problem?.file == "w.xlsx" && problem?.member != nil)
        _ = workspace
    }

    @Test(
        "references beyond the largest sheet stand nowhere",
        arguments: ["ZZZZZZ99999999", "XFE1", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAA1"])
    func references(reference: String) throws {
        let (workspace, path) = try workbook(
            sheet:
                "<worksheet><sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"\(reference)\"><v>2</v></c></row></sheetData></worksheet>"
        )
        var rows: [SheetRow] = []
        try XLSXSheet(path: path, shownAs: "w.xlsx").forEachRow {
            rows.append($0); return true
        }
        #expect(rows.map(\.cells.count).allSatisfy { $0 <= 2 } && rows.first?.cells.first == "1")
        _ = workspace
    }

    @Test("cells far to the right of nothing are counted, and too many are refused")
    func sparse() throws {
        // Rows of which only the last of 16,384 cells is there.
        let row = "<row><c r=\"XFD1\"><v>1</v></c></row>"
        let xml = "<worksheet><sheetData>" + String(repeating: row, count: 4) + "</sheetData></worksheet>"
        var seen = 0
        let problem = #expect(throws: Problem.self) {
            try XMLStream.walk(
                MemorySource(Array(xml.utf8), place: InputPlace(file: "w.xlsx")), limit: 1 << 22,
                SheetVisitor(at: InputPlace(file: "w.xlsx"), mostEmptyCells: 3 * 16_383) { _, _ in seen += 1 })
        }
        #expect(problem?.kind == "too-sparse" && problem?.line == 4 && seen == 3)
        #expect(InputLimits.emptyCells == 268_435_456)
    }

    @Test("elements nested beyond reason are refused")
    func nesting() throws {
        let (workspace, path) = try workbook(sheet: "<worksheet>" + String(repeating: "<a>", count: 100_000))
        let problem = #expect(throws: Problem.self) {
            try XLSXSheet(path: path, shownAs: "w.xlsx").forEachRow { _ in true }
        }
        #expect(problem?.kind == "damaged-table")
        _ = workspace
    }
}
