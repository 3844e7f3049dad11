import Records
import Store
import Testing

@testable import Ingest

@Suite("What is known of items") struct KnownItemsTests {
    private func enter(_ number: Int, into table: KnownItems.Table) {
        var about = "about \(number)" + String(repeating: "x", count: 100)
        about.withUTF8 { bytes in
            let item = KnownItem(
                PredictionRecord(run: 0, item: "i", question: "\(number)"), fingerprint: ItemFingerprint())
            table.enter(item, about: UnsafeRawBufferPointer(bytes))
        }
    }

    private func find(_ number: Int, in table: KnownItems.Table) -> String? {
        var about = "about \(number)" + String(repeating: "x", count: 100)
        return about.withUTF8 { table.find(UnsafeRawBufferPointer($0))?.example.question }
    }

    @Test("a table takes in no more than it has room for, and is forgotten once it is full") func room() {
        let known = KnownItems(room: 10_000)
        let table = known.table(form: "f", benchmark: "b")
        let other = known.table(form: "f", benchmark: "c")
        enter(0, into: other)
        for number in 0..<1000 { enter(number, into: table) }
        #expect(find(3, in: table) == "3" && find(900, in: table) == nil && table.isFull)
        known.trim()
        #expect(find(3, in: known.table(form: "f", benchmark: "b")) == nil)
        #expect(find(0, in: known.table(form: "f", benchmark: "c")) == "0")
        #expect(find(0, in: known.table(form: "g", benchmark: "c")) == nil, "rows of another form say something else")
    }
}
