import Foundation
import Records

/// The first worksheet of an XLSX workbook (ECMA-376, part 1, section 18), read as a stream.
///
/// Whole numbers come without a fraction, truth values as `true` and `false`, error values as empty cells.
struct XLSXSheet: SheetRows {
    /// The largest unpacked size of the table of shared texts, which is held in memory.
    static let sharedTextLimit = InputLimits.piece
    /// The largest unpacked size of the sheet, which is not held.
    static let sheetLimit = 1 << 36

    private let archive: ArchiveReader
    private let sheet: ArchiveReader.Member

    /// - Throws: `Problem` if the file is no complete archive, or no workbook with a worksheet.
    init(path: String, shownAs: String) throws {
        archive = try ArchiveReader(path: path, shownAs: shownAs)
        let name = try Self.firstSheet(archive) ?? "xl/worksheets/sheet1.xml"
        guard let sheet = archive.member(named: name) else {
            throw InputPlace(file: shownAs, member: name).problem(
                "damaged-table", expected: "a workbook with a worksheet", found: "no such member",
                remedy: "Open the workbook in a spreadsheet program and save it again.")
        }
        self.sheet = sheet
    }

    /// Whether a file is a workbook, by its members.
    static func isWorkbook(_ path: String, shownAs: String) throws -> Bool {
        let file = try PlainFile(path: path, place: InputPlace(file: shownAs))
        guard try file.bytes(at: 0, count: 4) == [0x50, 0x4B, 0x03, 0x04] else { return false }
        return try ArchiveReader(path: path, shownAs: shownAs).member(named: "xl/workbook.xml") != nil
    }

    /// Where the rows come from, for messages.
    var place: InputPlace { InputPlace(file: archive.file, member: sheet.name) }

    func forEachRow(_ body: (SheetRow) throws -> Bool) throws {
        let shared = try sharedTexts(upTo: .max)
        try forEachRawRow { number, cells in
            guard try body(SheetRow(number: number, cells: cells.map { $0.text(shared) })) else { throw XMLStop() }
        }
    }

    /// The first row; of the shared texts only those up to the last that it names are read.
    func firstRow() throws -> SheetRow? {
        var first: (number: Int, cells: [RawCell])?
        try forEachRawRow { number, cells in
            first = (number, cells)
            throw XMLStop()
        }
        guard let first else { return nil }
        let needed = first.cells.compactMap(\.sharedIndex).max() ?? -1
        let shared = try sharedTexts(upTo: needed)
        return SheetRow(number: first.number, cells: first.cells.map { $0.text(shared) })
    }

    // The compiler puts the length of this file's path into the checks that the closure does not escape, up to the end of
    // the function, and takes no notice of prefix maps: without a name of its own here, a program would depend on the
    // folder it is built in.
    #sourceLocation(file:"XLSXSheet",line:62)
    private func forEachRawRow(_ body: (Int, [RawCell]) throws -> Void) throws {
        try withoutActuallyEscaping(body) { body in
            try XMLStream.walk(try archive.open(sheet), limit: Self.sheetLimit, SheetVisitor(at: place, body))
        }
    }
    #sourceLocation()

    private func sharedTexts(upTo last: Int) throws -> [String] {
        guard last >= 0, let member = archive.member(named: "xl/sharedStrings.xml") else { return [] }
        let visitor = SharedTextVisitor(last: last)
        try XMLStream.walk(try archive.open(member), limit: Self.sharedTextLimit, visitor)
        return visitor.texts
    }

    /// The member that holds the first worksheet, as the workbook lists them.
    private static func firstSheet(_ archive: ArchiveReader) throws -> String? {
        guard let workbook = archive.member(named: "xl/workbook.xml"),
            let relations = archive.member(named: "xl/_rels/workbook.xml.rels")
        else { return nil }
        let limit = 1 << 24
        let sheets = AttributeVisitor(element: "sheet")
        try XMLStream.walk(try archive.open(workbook), limit: limit, sheets)
        let targets = AttributeVisitor(element: "Relationship")
        try XMLStream.walk(try archive.open(relations), limit: limit, targets)
        guard let identifier = sheets.found.first?["r:id"],
            let target = targets.found.first(where: { $0["Id"] == identifier })?["Target"]
        else { return nil }
        return target.hasPrefix("/") ? String(target.dropFirst()) : "xl/" + target
    }
}

/// A cell before its shared text is looked up.
struct RawCell {
    var type = ""
    var value = ""

    var sharedIndex: Int? { type == "s" ? Int(value) : nil }

    func text(_ shared: [String]) -> String {
        switch type {
        case "s": sharedIndex.flatMap { shared.indices.contains($0) ? shared[$0] : nil } ?? ""
        case "str", "inlineStr": EscapedText.decode(value)
        case "b": value.isEmpty ? "" : value == "1" || value == "true" ? "true" : "false"
        case "e": ""
        case "d": value
        default: Self.number(value)
        }
    }

    /// A number as it would be written by hand: 12 for `12.0` and `1.2E1`, else the digits of the file.
    static func number(_ text: String) -> String {
        guard text.contains(where: { ".eE".contains($0) }), let value = Double(text),
            let whole = Int64(exactly: value), abs(whole) < 1 << 53
        else { return text }
        return String(whole)
    }
}
