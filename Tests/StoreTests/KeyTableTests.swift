import Testing

@testable import Store

@Suite("Texts by number") struct KeyTableTests {
    @Test("a text has one number, in the order of coming") func numbers() {
        var table = KeyTable()
        var known: [String: Int] = [:]
        for step in 0..<5000 {
            // Of all lengths about the eight bytes that are hashed at a time, with nulls, beginnings and ends in common.
            let number = step * 7919 % 1237
            let text = String(repeating: "a\0é", count: number % 7) + (number % 3 == 0 ? "\(number)" : "x\(number)y")
            let wanted = known[text] ?? known.count
            let (found, isNew) = table.enter(text)
            #expect(found == wanted && isNew == (known[text] == nil))
            known[text] = wanted
        }
        #expect(table.count == known.count)
        for (text, number) in known {
            #expect(table[number] == text)
            var text = text
            #expect(text.withUTF8 { table.find(UnsafeRawBufferPointer($0)) } == number)
        }
        #expect(table.texts == known.sorted { $0.value < $1.value }.map(\.key))
    }

    @Test("the empty text is a text") func empty() {
        var table = KeyTable()
        #expect(table.find(UnsafeRawBufferPointer(start: nil, count: 0)) == nil)
        #expect(table.enter("") == (0, true))
        #expect(table.enter("a") == (1, true))
        #expect(table.enter("") == (0, false))
        #expect(table[0].isEmpty && table[1] == "a")
    }
}
