/// A finding in words, made by rule: plain text with links in it.
struct Sentence: Equatable, Sendable {
    /// A stretch of the sentence.
    struct Part: Equatable, Sendable {
        var text: String
        /// The page, relative to the site's root, or nil.
        var path: String?
        /// Whether the text comes from the study or the logs and may run in another direction.
        var isName: Bool
    }

    var parts: [Part]

    /// The sentence as plain text, as charts and terminals show it.
    var text: String { parts.map(\.text).joined() }
}

extension Sentence: ExpressibleByStringInterpolation {
    /// Collects the parts; plain interpolations become text.
    struct StringInterpolation: StringInterpolationProtocol {
        var parts: [Part] = []

        init(literalCapacity: Int, interpolationCount: Int) {}

        mutating func appendLiteral(_ literal: String) { append(literal) }
        mutating func appendInterpolation(_ text: String) { append(text) }
        mutating func appendInterpolation(_ count: Int) { append(String(count)) }
        mutating func appendInterpolation(_ sentence: Sentence) { parts += sentence.parts }

        /// A name with a link to its page.
        mutating func appendInterpolation(name: String, path: String) {
            parts.append(Part(text: name, path: path, isName: true))
        }

        private mutating func append(_ text: String) {
            guard !text.isEmpty else { return }
            if let last = parts.last, last.path == nil, !last.isName {
                parts[parts.count - 1].text += text
            } else {
                parts.append(Part(text: text, path: nil, isName: false))
            }
        }
    }

    init(stringLiteral value: String) { parts = [Part(text: value, path: nil, isName: false)] }
    init(stringInterpolation: StringInterpolation) { parts = stringInterpolation.parts }
}

extension Sentence {
    /// `a, b and c` of sentences.
    static func list(_ sentences: [Sentence], limit: Int = .max) -> Sentence {
        var shown = sentences
        if sentences.count > limit {
            shown = Array(sentences.prefix(limit - 1)) + ["\(sentences.count - limit + 1) others"]
        }
        guard let last = shown.last, shown.count > 1 else { return shown.first ?? "" }
        let first = shown.dropLast().reduce(Sentence(parts: [])) { joined, next in
            joined.parts.isEmpty ? next : "\(joined), \(next)"
        }
        return "\(first) and \(last)"
    }

    /// The same words where another link leads to all of it.
    var withoutLinks: Sentence {
        var sentence = self
        for place in sentence.parts.indices { sentence.parts[place].path = nil }
        return sentence
    }

    var value: TemplateValue {
        [
            "parts": .list(
                parts.map {
                    [
                        "text": .text($0.text), "href": TemplateValue($0.path), "isName": .flag($0.isName),
                        "isWhole": .flag($0.text.count <= 24),
                    ]
                })
        ]
    }
}

extension FindingsIndex {
    /// A model's name, linked to its page.
    func link(model id: String) -> Sentence { "\(name: modelName(id), path: modelPath(id))" }
    /// A benchmark's name, linked to its page.
    func link(benchmark id: String) -> Sentence { "\(name: benchmarkName(id), path: benchmarkPath(id))" }
}
