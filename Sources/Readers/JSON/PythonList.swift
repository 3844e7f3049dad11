import Foundation

/// Lists of texts and numbers as Python prints them, such as `['24/7', "it's", 3]`, which data sets keep as text.
enum PythonList {
    /// The elements as texts; nil if the text is no list of texts and numbers, so that it means itself.
    static func elements(of text: String) -> [String]? {
        var scan = Scan(scalars: Array(text.unicodeScalars))
        return scan.list()
    }

    private struct Scan {
        let scalars: [Unicode.Scalar]
        var position = 0

        init(scalars: [Unicode.Scalar]) { self.scalars = scalars }

        private var current: Unicode.Scalar? { position < scalars.count ? scalars[position] : nil }

        private mutating func skipSpace() {
            while let scalar = current, scalar.properties.isWhitespace { position += 1 }
        }

        mutating func list() -> [String]? {
            skipSpace()
            guard current == "[" else { return nil }
            position += 1
            var elements: [String] = []
            while true {
                skipSpace()
                guard let scalar = current else { return nil }
                if scalar == "]" { break }
                guard let element = scalar == "'" || scalar == "\"" ? quoted(scalar) : bare() else { return nil }
                elements.append(element)
                skipSpace()
                if current == "," { position += 1 } else if current != "]" { return nil }
            }
            position += 1
            skipSpace()
            return current == nil ? elements : nil
        }

        private mutating func quoted(_ quote: Unicode.Scalar) -> String? {
            position += 1
            var text = String.UnicodeScalarView()
            while let scalar = current {
                position += 1
                if scalar == quote { return String(text) }
                guard scalar == "\\", let escaped = current else {
                    text.append(scalar)
                    continue
                }
                position += 1
                switch escaped {
                case "n": text.append("\n")
                case "t": text.append("\t")
                case "r": text.append("\r")
                case "\\", "'", "\"": text.append(escaped)
                default:
                    // `\x` and `\u` stand for characters that no printer can show; they stay as they are written.
                    text.append(scalar)
                    text.append(escaped)
                }
            }
            return nil
        }

        private mutating func bare() -> String? {
            var text = String.UnicodeScalarView()
            while let scalar = current, scalar != ",", scalar != "]" {
                if scalar == "[" || scalar == "{" || scalar == "(" { return nil }
                text.append(scalar)
                position += 1
            }
            let word = String(text).trimmingCharacters(in: .whitespacesAndNewlines)
            return word.isEmpty ? nil : word
        }
    }
}
