/// A scored table of VLMEvalKit as a workbook with shared strings: two passes over the rows, one for the cells and one for
/// the texts that they point at.
struct WorkbookLog {
    private let plan: LogPlan
    private let answers: AnswerPlan
    private let columns: [StaticString]
    /// Texts that many cells share come first; then come the texts of each row.
    private let shared: [StaticString]
    private let textsPerRow: Int

    init(_ plan: LogPlan, _ answers: AnswerPlan) {
        self.plan = plan
        self.answers = answers
        let facets: [StaticString] =
            plan.itemsPerImage > 1 ? ["modality", "capability", "image"] : ["modality", "capability"]
        columns = ["index", "question", "A", "B", "C", "D", "answer", "prediction", "hit"] + facets
        shared =
            columns + ItemPlan.letters + ItemPlan.modalities + ["understanding", "reasoning"]
            + ItemPlan.optionSets.flatMap(\.self)
        textsPerRow = plan.itemsPerImage > 1 ? 3 : 2
    }

    /// - Returns: how many answers are right, and how many bytes the parts have before they are packed.
    func write(to zip: ZipOutput) throws -> (right: Int, bytes: Int) {
        var bytes = 0
        for (name, text) in Self.frame {
            try zip.begin(name)
            try Array(text.utf8).withUnsafeBytes { try zip.write($0) }
            bytes += text.utf8.count
        }
        try zip.begin("xl/worksheets/sheet1.xml")
        let cells = try WorkbookCells(book: self).write(plan) { try zip.write($0) }
        try zip.begin("xl/sharedStrings.xml")
        let texts = try WorkbookTexts(book: self).write(plan) { try zip.write($0) }
        for part in ["</sheetData></worksheet>", "</sst>"] { bytes += part.utf8.count }
        return (cells.right, bytes + cells.bytes + texts.bytes)
    }

    private static let head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
    private static let frame = [
        (
            "[Content_Types].xml",
            head + "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                + "<Default Extension=\"xml\" ContentType=\"application/xml\"/></Types>"
        ),
        (
            "xl/workbook.xml",
            head + "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\""
                + "http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets>"
                + "<sheet name=\"Sheet1\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"
        ),
        (
            "xl/_rels/workbook.xml.rels",
            head + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                + "<Relationship Id=\"rId1\" Target=\"worksheets/sheet1.xml\" Type=\""
                + "http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\"/>"
                + "<Relationship Id=\"rId2\" Target=\"sharedStrings.xml\" Type=\""
                + "http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings\"/></Relationships>"
        ),
    ]

    /// The cells of the rows.
    private struct WorkbookCells: RowForm {
        let book: WorkbookLog
        var answers: AnswerPlan { book.answers }

        func appendHeader(to buffer: ByteBuffer) {
            buffer.append("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<worksheet xmlns=\"")
            buffer.append("http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData><row r=\"1\">")
            for column in book.columns.indices { append(text: column, column, row: 1, to: buffer) }
            buffer.append("</row>")
        }

        func append(_ item: Int, epoch: Int, _ answer: AnswerPlan.Answer, to buffer: ByteBuffer) {
            let items = answers.items
            let row = item + 2
            let letters = book.columns.count
            let modalities = letters + ItemPlan.letters.count
            let capabilities = modalities + ItemPlan.modalities.count
            let options = capabilities + 2 + 4 * items.optionSet(item)
            let own = book.shared.count + item * book.textsPerRow
            buffer.append("<row r=\"")
            buffer.append(row)
            buffer.append("\">")
            append(number: item + 1, 0, row: row, to: buffer)
            append(text: own, 1, row: row, to: buffer)
            for option in 0..<4 { append(text: options + option, 2 + option, row: row, to: buffer) }
            append(text: letters + items.target(item), 6, row: row, to: buffer)
            append(text: own + 1, 7, row: row, to: buffer)
            append(number: answer.isRight ? 1 : 0, 8, row: row, to: buffer)
            append(text: modalities + items.modalityIndex(item), 9, row: row, to: buffer)
            append(text: capabilities + (items.isReasoning(item) ? 1 : 0), 10, row: row, to: buffer)
            if book.textsPerRow > 2 { append(text: own + 2, 11, row: row, to: buffer) }
            buffer.append("</row>")
            if item == book.plan.items - 1 { buffer.append("</sheetData></worksheet>") }
        }

        private func append(text index: Int, _ column: Int, row: Int, to buffer: ByteBuffer) {
            append(place: column, row, to: buffer)
            buffer.append("\" t=\"s\"><v>")
            buffer.append(index)
            buffer.append("</v></c>")
        }

        private func append(number: Int, _ column: Int, row: Int, to buffer: ByteBuffer) {
            append(place: column, row, to: buffer)
            buffer.append("\"><v>")
            buffer.append(number)
            buffer.append("</v></c>")
        }

        private static let columnLetters: [StaticString] = ["A", "B", "C", "D", "E", "F", "G", "H", "I", "J", "K", "L"]

        private func append(place column: Int, _ row: Int, to buffer: ByteBuffer) {
            buffer.append("<c r=\"")
            buffer.append(Self.columnLetters[column])
            buffer.append(row)
        }
    }

    /// The texts that the cells point at.
    private struct WorkbookTexts: RowForm {
        let book: WorkbookLog
        var answers: AnswerPlan { book.answers }

        func appendHeader(to buffer: ByteBuffer) {
            buffer.append("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<sst xmlns=\"")
            buffer.append("http://schemas.openxmlformats.org/spreadsheetml/2006/main\">")
            for text in book.shared {
                buffer.append("<si><t>")
                buffer.append(text)
                buffer.append("</t></si>")
            }
        }

        func append(_ item: Int, epoch: Int, _ answer: AnswerPlan.Answer, to buffer: ByteBuffer) {
            buffer.append("<si><t>Which diagnosis fits image ")
            buffer.append(answers.items.image(item) + 1)
            buffer.append("?</t></si><si><t xml:space=\"preserve\">")
            answers.appendText(of: answer, item, epoch: epoch, to: buffer, backslash: "\\", feed: "\n")
            if book.textsPerRow > 2 {
                buffer.append("</t></si><si><t>")
                buffer.append(answers.items.image(item) + 1, width: answers.items.keyWidth)
            }
            buffer.append("</t></si>")
            if item == book.plan.items - 1 { buffer.append("</sst>") }
        }
    }
}
