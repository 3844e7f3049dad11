import Foundation

/// A folder of logs with all that makes the order of logs count: items in other orders and in part, texts and options
/// that only some logs have, facets that contradict each other, repeats, several runs in one log, logs of several files,
/// copies, and logs that cannot be read.
struct MixedLogs {
    let folder: URL

    init() throws {
        // The copies are such only if nothing but their place differs.
        folder = FileManager.default.temporaryDirectory.appending(path: "acuity-mixed-\(UUID().uuidString)")
        for number in 0..<7 { try write(Self.rows(number), to: "set\(number % 2)/l\(number).jsonl") }
        for place in ["a", "b", "c"] { try write(Self.rows(7), to: "\(place)/copy/l.jsonl") }
        for number in 1...3 { try write(Self.repeats(number), to: "many/temp0.7_run\(number).jsonl") }
        try write(["{\"model\":\"m\",\"benchmark\":\"b0\"}"], to: "set0/empty.jsonl")
        let cut = Data(Self.rows(1).joined(separator: "\n").utf8.prefix(900)) + Data([0xFF, 0xFE])
        try cut.write(to: folder.appending(path: "set1/cut.jsonl"))
        for place in ["y", "z"] {
            try write(["model,benchmark,item,prediction,target"], to: "\(place)/same/header.csv")
            try Data("PK\u{3}\u{4}broken".utf8).write(to: folder.appending(path: "\(place)/same/broken.eval"))
        }
    }

    func remove() { try? FileManager.default.removeItem(at: folder) }

    /// All files, by path.
    var files: [String] {
        get throws {
            try FileManager.default.subpathsOfDirectory(atPath: folder.path).map { folder.appending(path: $0).path }
                .filter {
                    var isFolder: ObjCBool = false
                    return FileManager.default.fileExists(atPath: $0, isDirectory: &isFolder) && !isFolder.boolValue
                }.sorted()
        }
    }

    private func write(_ rows: [String], to path: String) throws {
        let url = folder.appending(path: path)
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try (rows.joined(separator: "\n") + "\n").write(to: url, atomically: true, encoding: .utf8)
    }

    private static func rows(_ number: Int) -> [String] {
        var rows: [String] = []
        for place in 0..<60 where (place + number) % 11 != 0 {
            let item = number % 3 == 0 ? place : (place * (number % 2 == 0 ? 7 : 11)) % 60
            let question = number % 4 == 1 ? "" : "\"question\":\"What is \(item)?\","
            let options = number % 3 == 2 ? "\"choices\":[\"x\",\"y\",\"z\"]," : ""
            let score = number % 2 == 0 ? "\"score\":\(Double(item % 4) / 3)," : ""
            for epoch in 1...(number % 2 + 1) {
                rows.append(
                    "{\"model\":\"m\(number - item % 2 * (number % 4))\",\"benchmark\":\"b\(item % 2)\",\"item\":\"i\(item)\","
                        + question + options + score
                        + "\"epoch\":\(epoch),\"target\":\"A\",\"organ\":\"o\((item + number / 4) % 5)\","
                        + "\"image\":\"p\(item / 3)\","
                        + "\"prediction\":\"The answer is \(["A", "B", "C"][(item * 31 + number * epoch) % 3])\"}")
            }
        }
        return rows
    }

    private static func repeats(_ number: Int) -> [String] {
        (0..<30).map { item in
            "{\"model\":\"r\",\"benchmark\":\"b0\",\"item\":\"i\(2 * item)\",\"target\":\"A\","
                + "\"prediction\":\"The answer is \(["A", "B"][(item * number) % 2])\"}"
        }
    }
}
