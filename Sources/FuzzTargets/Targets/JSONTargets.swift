import Readers
import Records

/// JSON texts, whole and in parts.
enum JSONTargets {
    private static let place = InputPlace(file: "f")

    /// A text that is read says the same once it is written and read again.
    static let document = FuzzTarget("json") { input in
        _ = JSONOutline(input)
        guard let document = try? JSONDocument(input, place: place) else { return }
        let text = document.root.compactText
        guard let again = try? JSONDocument(Array(text.utf8), place: place) else {
            throw BrokenPromise("a text that was written cannot be read: \(text)")
        }
        try BrokenPromise.unless(again.root.compactText == text, "a text changes when it is written again: \(text)")
    }

    /// The first line names what is streamed and skipped; a list that is well gives its elements.
    static let stream = FuzzTarget("json-stream") { input in
        let names = String(decoding: input.prefix { $0 != 0x0A }, as: UTF8.self).split(separator: " ").map(String.init)
        let text = Array(input.drop { $0 != 0x0A }.dropFirst())
        let source = MemorySource(text, place: place)
        let scanner = JSONStreamScanner(source, streaming: Set(names.prefix(2)), skipping: Set(names.dropFirst(2)))
        var elements: [String] = []
        var isWhole = true
        do {
            while let part = try scanner.next() {
                if part.kind == .element, let value = part.value { elements.append(value.compactText) }
            }
        } catch is Problem {
            isWhole = false
        }
        guard scanner.isList, let document = try? JSONDocument(text, place: place), document.root.kind == .array else {
            return
        }
        try BrokenPromise.unless(isWhole, "a list that is well is refused in parts")
        try BrokenPromise.unless(
            elements == document.root.elements.map(\.compactText), "the parts of a list are not its elements")
    }
}
