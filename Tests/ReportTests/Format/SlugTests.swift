import Testing

@testable import Report

@Suite("Slugs")
struct SlugTests {
    static let plainForms: [(identifier: String, slug: String)] = [
        ("qwen-qwen2.5-vl-7b", "qwen-qwen2.5-vl-7b"), ("Qwen/Qwen2.5-VL 7B", "qwen-qwen2.5-vl-7b"), ("A--B-", "a-b"),
        ("a_b", "a_b"), ("../../etc", "etc"), ("..\\..\\etc", "etc"), ("/etc/passwd", "etc-passwd"), ("a..b", "a.b"),
        ("name.", "name"), ("name ", "name"), ("name. . .", "name"), (".hidden", "hidden"), ("<b>", "b"),
        ("a\u{0}b\nc", "a-b-c"), ("a:b?c*d|e\"f", "a-b-c-d-e-f"), ("\u{202E}evil", "evil"),
        ("CON", "x-con"), ("con.x", "x-con.x"), ("Aux.v1.2", "x-aux.v1.2"), ("nul", "x-nul"), ("PRN ", "x-prn"),
        ("com1", "x-com1"), ("LPT9.txt", "x-lpt9.txt"), ("con .x", "x-con-.x"), ("com0", "com0"), ("com10", "com10"),
        ("console", "console"), ("con-7b", "con-7b"), ("index", "x-index"), ("Index.html", "x-index.html"),
        (String(repeating: "a", count: 100), String(repeating: "a", count: 80)),
        (String(repeating: "a", count: 79) + ".b", String(repeating: "a", count: 79)),
    ]

    @Test("are safe on every system, and plain where the identifier is", arguments: plainForms)
    func plainFormsAreMade(identifier: String, slug: String) {
        #expect(Slugs([identifier])[identifier] == slug)
        #expect(Slugs.plain(identifier) == slug)
    }

    /// The hashes are the first digits that `printf %s NAME | sha256sum` prints.
    static let hashedForms: [(identifier: String, slug: String)] = [
        ("", "x-e3b0c4"), ("…", "x-b49358"),
        ("医学", "x-8cff79"), ("医学-7b", "7b-281511"), ("Émile 7B", "mile-7b-bfc62c"),
    ]

    @Test("that lose letters have a hash of the identifier", arguments: hashedForms)
    func hashesAreAdded(identifier: String, slug: String) {
        #expect(Slugs([identifier])[identifier] == slug)
    }

    @Test("that would be one are told apart by a hash, except for the identifier that is the slug")
    func sharedFormsAreToldApart() {
        let slugs = Slugs(["a/b", "a-b", "A b", "c d", "C-d"])
        #expect(slugs["a-b"] == "a-b")
        #expect(slugs["a/b"] == "a-b-c14cdd")
        #expect(slugs["A b"] == "a-b-a760b0")
        #expect(slugs["c d"] == "c-d-b561f1")
        #expect(slugs["C-d"] == "c-d-9ff8ab")
    }

    @Test("do not depend on the order of the identifiers, nor change for those that others do not touch")
    func slugsAreStable() {
        let identifiers = ["a/b", "a-b", "医学", "x-con", "CON", "d", "a-b-c14cdd"]
        let slugs = Slugs(identifiers)
        for other in [Slugs(identifiers.reversed()), Slugs(identifiers + ["e/f", "影像"])] {
            for identifier in identifiers { #expect(other[identifier] == slugs[identifier]) }
        }
        #expect(Set(identifiers.map { slugs[$0] }).count == identifiers.count)
    }

    @Test("stay within 80 characters with a hash, and apart")
    func longNamesAreCut() {
        let identifiers = ["A", "B", "C"].map { String(repeating: "a", count: 100) + $0 }
        let slugs = identifiers.map { Slugs(identifiers)[$0] }
        #expect(Set(slugs).count == 3)
        #expect(slugs.allSatisfy { $0.count == 80 })
    }
}
