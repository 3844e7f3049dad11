import Testing

@testable import Export

@Suite("paths of the data store")
struct DatastorePathTests {
    @Test(
        "follow the model's identifier and hold no sign that a file system refuses",
        arguments: [
            ("medq", "lab/m-1", "data/medq/lab/m-1"), ("a|b:c", "lab/sub/m:7b", "data/a_b_c/lab/sub_m_7b"),
            ("data", "m", "data/data_/unspecified/m"), ("x.", "con/NUL.txt", "data/x/con_/NUL.txt_"),
            ("..", "/", "data/_/unspecified/_"), ("-rf", ".git", "data/_rf/unspecified/_git"),
            ("`x`$(y)", "a\u{202E}b/c\nd", "data/_x__(y)/a_b/c_d"), (" x", "病理 é", "data/_x/unspecified/病理 é"),
        ])
    func folders(_ benchmark: String, _ model: String, _ folder: String) {
        #expect(DatastorePath(benchmark: benchmark, model: model).folder == folder)
    }

    @Test(
        "stay parts of a path that every system takes",
        arguments: [
            "../../x", "/etc/passwd", "..", ".", "", "con", String(repeating: "x", count: 300),
            String(repeating: "漢", count: 100), "👩‍👩‍👧‍👦", "a\u{0}b\nc", "....",
            "e\u{301}\u{301}" + String(repeating: "\u{301}", count: 400),
        ])
    func components(_ name: String) {
        let part = DatastorePath.component(name)
        #expect(!["", ".", ".."].contains(part) && part.utf8.count <= 201)
        #expect(!part.unicodeScalars.contains { $0 == "/" || $0.value < 0x20 })
    }

    @Test("long names that differ at their ends have paths that differ")
    func longNames() {
        let names = ["a", "b"].map { DatastorePath.component(String(repeating: "x", count: 300) + $0) }
        #expect(names[0] != names[1] && names.allSatisfy { $0.hasPrefix("xxx") })
    }

    @Test("end in a UUID of version 4 that the contents decide")
    func uuid() {
        let uuid = DatastorePath.uuid("0123456789abcdef0123456789abcdef0123")
        #expect(uuid == "01234567-89ab-4def-8123-456789abcdef")
        #expect(DatastorePath.uuid("0123456789abcdef7123456789abcdef0123").dropFirst(19).first == "b")
    }
}

@Suite("times of logs as seconds")
struct UnixTimeTests {
    @Test(
        "are read with and without a zone, and as numbers",
        arguments: [
            ("1970-01-01", "0"), ("2026-11-24T02:32:08Z", "1795487528"), ("2026-11-24T02:32:08.9", "1795487528"),
            ("2026-11-24T03:32:08+01:00", "1795487528"), ("2026-11-23 21:32:08-0500", "1795487528"),
            ("2024-02-29T00:00:00+00:00", "1709164800"), ("1795487528.58", "1795487528"),
            ("2000-03-01T00:00", "951868800"),
        ])
    func times(_ text: String, _ seconds: String) {
        #expect(UnixTime.seconds(text) == seconds)
    }

    @Test(
        "are nothing where they are no times",
        arguments: ["", "yesterday", "2026-13-01", "2026-11-24Tx", "nan", "1e300", "T", "--"])
    func refusals(_ text: String) {
        #expect(UnixTime.seconds(text) == nil)
    }
}
