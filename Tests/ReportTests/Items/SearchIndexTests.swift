import Foundation
import Testing

@testable import Report

@Suite("The index of words") struct SearchIndexTests {
    private static func words(_ text: String) -> [String] {
        var words: [String] = []
        SearchWords.forEach(in: text) { words.append($0) }
        return words
    }

    @Test(
        "knows words as runs of letters and digits, in small letters and without marks",
        arguments: [
            ("Where is the T2-hyperintense lesion?", ["where", "is", "the", "t2", "hyperintense", "lesion"]),
            ("Röntgen, ÉTUDE", ["rontgen", "etude"]), ("ﬁbrosis ²", ["fibrosis", "2"]),
            ("肺の炎症", ["肺", "の", "炎", "症"]), ("CT扫描x", ["ct", "扫", "描", "x"]), ("רנטגן חזה", ["רנטגן", "חזה"]),
            ("İstanbul", ["istanbul"]), ("", []), ("--- \u{0}", []),
            (String(repeating: "a", count: 40), [String(repeating: "a", count: 24)]),
        ])
    func splitting(text: String, expected: [String]) { #expect(Self.words(text) == expected) }

    /// Reads the files as the script does.
    private static func read(
        _ files: [SiteFile], items count: Int
    ) throws -> (first: [String], items: [String: Set<Int>]) {
        let head = try #require(files.first { $0.path == "s/index.json" })
        let first = try JSONDecoder().decode([String: [String]].self, from: head.data)["first"] ?? []
        var found: [String: Set<Int>] = [:]
        for shard in first.indices {
            let file = try #require(files.first { $0.path == "s/\(shard).json" })
            for (word, code) in try JSONDecoder().decode([String: String].self, from: file.data) {
                let isBits = code.hasPrefix("=")
                let bytes = [UInt8](try #require(Data(base64Encoded: isBits ? String(code.dropFirst()) : code)))
                if isBits {
                    found[word] = Set((0..<count).filter { bytes[$0 >> 3] & (1 << UInt8($0 & 7)) != 0 })
                    continue
                }
                var items: Set<Int> = []
                var (item, shift, difference) = (0, 0, 0)
                for byte in bytes {
                    difference |= Int(byte & 127) << shift
                    shift += 7
                    guard byte < 128 else { continue }
                    item += difference
                    items.insert(item)
                    (shift, difference) = (0, 0)
                }
                found[word] = items
            }
        }
        return (first, found)
    }

    @Test("finds every item of every word, rare or common, and no other")
    func roundTrip() throws {
        let count = 3000
        var index = SearchIndex()
        var expected: [String: Set<Int>] = [:]
        for item in 0..<count {
            var texts = ["common", "word\(item % 700)", "é\(item)"]
            if item % 3 == 0 { texts.append("third 日") }
            for text in texts { for word in Self.words(text) { expected[word, default: []].insert(item) } }
            index.add(texts)
        }
        let files = index.files(in: "s")
        let (first, found) = try Self.read(files, items: count)
        #expect(found == expected)
        #expect(first.count > 1)
        #expect(zip(first, first.dropFirst()).allSatisfy { Array($0.utf16).lexicographicallyPrecedes(Array($1.utf16)) })
        #expect(files.allSatisfy { $0.data.count <= SearchIndex.shardSize + 10 })
        #expect(index.files(in: "s") == files)
    }
}
