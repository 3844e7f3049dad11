import Foundation
import Statistics

/// Two made-up logs of the same items, JSONL with 0/1 scores and texts of about 100 bytes; the same in every run.
struct ReleaseLogs {
    let baseline: URL
    let candidate: URL

    private static let seed: UInt64 = 9
    private static let words = [
        "the", "lesion", "in", "left", "lobe", "shows", "no", "contrast", "of", "tissue", "and", "is", "consistent",
        "with", "benign", "findings", "right", "margin", "dense", "small",
    ]

    /// Writes the logs into a folder, or takes those that are there.
    ///
    /// The baseline is right on 7 of 10 items; the candidate answers 1 of 10 items anew, as well as the baseline.
    ///
    /// - Parameters:
    ///   - items: The number of items of each log.
    /// - Throws: An error if a file cannot be written.
    init(items: Int, folder: URL) throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        baseline = folder.appending(path: "v1-\(items).jsonl")
        candidate = folder.appending(path: "v2-\(items).jsonl")
        for (url, release) in [(baseline, 0), (candidate, 1)] where !FileManager.default.fileExists(atPath: url.path) {
            try Self.write(release, items: items, to: url)
        }
    }

    private static func write(_ release: Int, items: Int, to url: URL) throws {
        // Under another name until it is whole, so that a broken run leaves nothing that would be taken.
        let unfinished = url.appendingPathExtension("part")
        try Data().write(to: unfinished)
        let file = try FileHandle(forWritingTo: unfinished)
        var bytes: [UInt8] = []
        for item in 0..<items {
            let shared = Philox.block(key: seed, replicate: 0, index: UInt32(item))
            let own = Philox.block(key: seed, replicate: UInt64(release + 1), index: UInt32(item))
            let isAnew = release == 1 && own[0] % 10 == 0
            let isRight = (isAnew ? own[1] : shared[1]) % 10 < 7
            let target = Int(shared[2] % 4)
            let answer = isRight ? target : (target + 1 + Int(shared[3] % 3)) % 4
            bytes +=
                line(
                    item: item, release: release, target: target, answer: answer, isRight: isRight,
                    text: isAnew ? own : shared
                ).utf8
            if bytes.count > 1 << 20 || item == items - 1 {
                try file.write(contentsOf: bytes)
                bytes.removeAll(keepingCapacity: true)
            }
        }
        try file.close()
        try FileManager.default.moveItem(at: unfinished, to: url)
    }

    private static func line(
        item: Int, release: Int, target: Int, answer: Int, isRight: Bool, text: [UInt32]
    ) -> String {
        let letters = ["A", "B", "C", "D"]
        var prediction = "The answer is \(letters[answer]):"
        for position in 0..<16 {
            let bits = Int(text[position / 4] >> UInt32(position % 4 * 8) & 0xFF)
            prediction += " " + words[bits % words.count]
        }
        return "{\"model\":\"v\(release + 1)\",\"benchmark\":\"made-up\",\"item\":\"item-\(item)\","
            + "\"target\":\"\(letters[target])\",\"prediction\":\"\(prediction)\",\"score\":\(isRight ? 1 : 0)}\n"
    }
}
