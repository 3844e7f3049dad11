/// What follows the family in a model's name: size, words, quantisation, date.
struct NameRest {
    /// All parts in order, dates in one form.
    private(set) var segments: [String] = []
    private(set) var parameters: Double?
    private(set) var variants: [String] = []
    private(set) var quantisation: String?
    private(set) var date: String?
    /// Whether a word is not known, so that the model may be anything.
    private(set) var hasUnknownWords = false

    init(_ text: String, known: ModelFamilies) {
        segments = Self.joined(
            text.replacing(".gguf", with: "-gguf").split { !($0.isLetter || $0.isNumber || $0 == ".") }.map(String.init)
        )
        for (position, segment) in segments.enumerated() {
            if let day = Self.day(segment) {
                date = date ?? day
            } else if let size = Self.size(segment) {
                // `17b-16e` gives the active parameters; the total is not in the name.
                let isActive = position + 1 < segments.count && Self.number(segments[position + 1], unit: "e") != nil
                if parameters == nil, !isActive { parameters = size }
            } else if Self.isQuantisation(segment) {
                quantisation = quantisation ?? segment
            } else if known.words[Self.withoutVersion(segment)] != nil {
                variants.append(segment)
            } else if !Self.isPlain(segment) {
                hasUnknownWords = true
            }
        }
    }

    /// Dates and quantisations that signs cut apart, in one piece.
    private static func joined(_ pieces: [String]) -> [String] {
        var segments: [String] = []
        var next = 0
        while next < pieces.count {
            let piece = pieces[next].trimmingDots
            let tail = pieces[(next + 1)...].prefix(2)
            if piece.count == 4, tail.count == 2, tail.allSatisfy({ $0.count == 2 }),
                let day = day(piece + tail.joined())
            {
                segments.append(day)
                next += 3
            } else if ["2", "3", "4", "5", "6", "8"].contains(piece), tail.first == "bit" {
                segments.append(piece + "bit")
                next += 2
            } else if isQuantisation(piece), piece.contains("q"), let kind = tail.first, ["k", "0", "1"].contains(kind)
            {
                // llama.cpp's `Q4_K_M`, `Q8_0`.
                let length = kind == "k" && tail.count == 2 && ["s", "m", "l"].contains(tail.last) ? 3 : 2
                segments.append(pieces[next..<(next + length)].joined(separator: "_"))
                next += length
            } else {
                if !piece.isEmpty { segments.append(piece.count == 8 ? day(piece) ?? piece : piece) }
                next += 1
            }
        }
        return segments
    }

    /// A date such as `20240806` or `2024-08-06`, ISO 8601.
    private static func day(_ text: String) -> String? {
        let digits = text.filter { $0 != "-" }
        guard digits.count == 8, digits.allSatisfy(\.isNumber), text.count == 8 || text.count == 10,
            let number = Int(digits),
            (2018...2099).contains(number / 10_000), (1...12).contains(number / 100 % 100),
            (1...31).contains(number % 100)
        else { return nil }
        return "\(digits.prefix(4))-\(digits.dropFirst(4).prefix(2))-\(digits.suffix(2))"
    }

    /// The number of parameters: `7b`, `0.5b`, `500m`, `1t`.
    private static func size(_ text: String) -> Double? {
        number(text, unit: "b").map { $0 * 1e9 } ?? number(text, unit: "m").map { $0 * 1e6 }
            ?? number(text, unit: "t").map { $0 * 1e12 }
    }

    private static func number(_ text: String, unit: Character) -> Double? {
        guard text.last == unit, text.count > 1, text.dropLast().allSatisfy({ $0.isNumber || $0 == "." }) else {
            return nil
        }
        return Double(text.dropLast()).flatMap { $0 > 0 ? $0 : nil }
    }

    /// The active parameters of a mixture of experts, `a22b`.
    static func isActiveSize(_ text: String) -> Bool {
        text.first == "a" && number(String(text.dropFirst()), unit: "b") != nil
    }

    static func isQuantisation(_ text: String) -> Bool {
        let words: Set<String> = [
            "awq", "gptq", "gguf", "ggml", "exl2", "exl3", "int4", "int8", "fp8", "fp4", "nf4", "nvfp4", "mxfp4", "bnb",
            "quantized",
            "quantised", "hqq", "aqlm", "eetq", "autoround",
        ]
        let isBits = text.hasSuffix("bit") && text.dropLast(3).allSatisfy(\.isNumber) && text.count > 3
        let isWeights =
            text.first == "w" && text.dropFirst().contains("a")
            && text.dropFirst().allSatisfy { $0.isNumber || $0 == "a" }
        let bits = text.hasPrefix("iq") ? text.dropFirst(2) : text.hasPrefix("q") ? text.dropFirst() : ""
        let isLlama = bits.first?.isNumber == true && (bits.count == 1 || bits.dropFirst().first == "_")
        return words.contains(text) || isBits || isWeights || isLlama
    }

    /// Whether a part of a name leaves the number of parameters as it is.
    static func keepsSize(_ text: String) -> Bool {
        ["instruct", "base", "chat", "thinking", "it", "exp", "preview", "reasoning"].contains(text)
            || (text.hasPrefix("v") ? text.dropFirst() : text[...]).first?.isNumber == true || isQuantisation(text)
    }

    /// The model that another one was distilled into comes with its version: `qwen3`, `llama3.1`.
    private static func withoutVersion(_ text: String) -> String {
        let word = text.prefix { $0.isLetter }
        return text.dropFirst(word.count).allSatisfy { $0.isNumber || $0 == "." } ? String(word) : text
    }

    /// Numbers, versions, lengths of context and counts of experts say nothing of what a model was made for.
    private static func isPlain(_ text: String) -> Bool {
        let digits = text.hasPrefix("v") ? text.dropFirst() : text[...]
        let isMixture =
            text.contains("x") && text.last == "b"
            && text.dropLast().allSatisfy { $0.isNumber || $0 == "x" || $0 == "." }
        return !digits.isEmpty && digits.allSatisfy { $0.isNumber || $0 == "." } || isActiveSize(text) || isMixture
            || number(text, unit: "k") != nil || number(text, unit: "e") != nil || text == "v"
            || text.count == 3 && text.hasPrefix("e") && text.hasSuffix("b")
    }
}

extension String {
    /// The text without dots at its ends.
    fileprivate var trimmingDots: String {
        var text = self[...]
        while text.first == "." { text.removeFirst() }
        while text.last == "." { text.removeLast() }
        return String(text)
    }
}
