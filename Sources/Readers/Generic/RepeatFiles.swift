import Foundation
import Records

/// Repeats of one run in files of their own, such as `temp0.7_run1.json` and `temp0.7_run2.json`: one log.
enum RepeatFiles {
    /// What the files of the repeats have in common; nil if the file is no repeat, or the only one.
    static func group(of probe: LogProbe) -> String? {
        guard let own = identity(probe.url) else { return nil }
        let folder = probe.url.deletingLastPathComponent()
        let counts = probe.folders.count(in: folder, for: "repeats") { identity(folder.appendingPathComponent($0)) }
        return counts[own, default: 0] > 1 ? "\(folder.path)\u{0}\(own)" : nil
    }

    private static func identity(_ url: URL) -> String? {
        let names = PathNames(url)
        guard names.epoch != nil else { return nil }
        return "\(names.model)\u{0}\(names.benchmark)\u{0}\(names.stem)\u{0}\(url.pathExtension)"
    }
}

/// Folders in which each file holds the answer to one item, such as `test_0001.json`, `test_0002.json`.
enum ItemFiles {
    /// How many files of this form make a folder of items.
    private static let fewest = 3
    /// The largest size of such a file in bytes.
    private static let largest = 1 << 20

    static func recognise(_ probe: LogProbe) -> Recognition? {
        guard probe.nameEnding == "json", probe.size <= largest, let prefix = prefix(of: probe.name) else { return nil }
        let isAnswer: Bool
        switch probe.outline.root {
        case .list: isAnswer = probe.outline.keys.isEmpty && holdsTexts(probe.firstBytes)
        case .object:
            let top = probe.outline.topKeys
            let hasRows = top.contains { GenericRows.containers.contains($0) && probe.outline.kinds[$0] == "[" }
            isAnswer = !hasRows && probe.outline.isComplete && FieldGuess.confidence(names: top) > 0
        case .other: isAnswer = false
        }
        guard isAnswer else { return nil }
        let folder = probe.url.deletingLastPathComponent()
        let counts = probe.folders.count(in: folder, for: "items") { self.prefix(of: $0) }
        guard counts[prefix, default: 0] >= fewest else { return nil }
        return Recognition(
            confidence: 0.3, reason: "one of many files that hold one answer each",
            group: "\(probe.url.deletingLastPathComponent().path)\u{0}\(prefix)\u{0}item files")
    }

    /// Whether a log consists of such files.
    static func isOne(_ log: Log) -> Bool {
        log.candidates.first { $0.runner == log.reader.runner.id }?.recognition.group?.hasSuffix("item files") ?? false
    }

    /// What stands before the number at the end of a name; nil if there is no number.
    private static func prefix(of name: String) -> String? {
        guard name.lowercased().hasSuffix(".json") else { return nil }
        let stem = LogProbe.stem(name)
        let digits = stem.reversed().prefix { $0.isASCII && $0.isNumber }.count
        return digits > 0 ? String(stem.dropLast(digits)) : nil
    }

    private static func holdsTexts(_ bytes: [UInt8]) -> Bool {
        guard let open = bytes.firstIndex(of: UInt8(ascii: "[")) else { return false }
        // An empty list is an item without an answer.
        let first = bytes[(open + 1)...].first { $0 > 0x20 }
        return first == UInt8(ascii: "\"") || first == UInt8(ascii: "]")
    }
}
