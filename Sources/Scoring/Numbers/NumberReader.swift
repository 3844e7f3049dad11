/// Reads numbers where they stand in a text of plain numbers.
struct NumberReader {
    let text: ByteText

    /// The most digits of a number that is looked at.
    private static let limit = 300

    /// What stands at a position that starts with a digit, a sign or a point.
    enum Reading {
        /// A quantity and where it ends.
        case quantity(Quantity, end: Int)
        /// No number by itself: part of a name (5-HT), of a range (5-10) or of a date; reading goes on at the end.
        case other(end: Int)
    }

    /// Reads the number that starts at a position, or returns nil if none starts there.
    func reading(at start: Int) -> Reading? {
        var position = start
        var isNegative = false
        if text[position] == .of("-") || text[position] == .of("+") {
            isNegative = text[position] == .of("-")
            position += 1
        }
        guard text[position].isDigit || (text[position] == .of(".") && text[position + 1].isDigit) else { return nil }
        let before = text[start - 1]
        let body = digits(at: position)
        let isPart =
            text.isWordByte(start - 1) || (before == .of(".") && text[start - 2].isDigit)
            || before == .of("/") && text.isWordByte(start - 2)
            || before == .of("-") && text.isWordByte(start - 2) || before == .of("^") || before == .of("_")
            || isBound(start)
        guard let body, !isPart else { return .other(end: max(body?.end ?? position, runEnd(position))) }
        var number = body
        number.isNegative = isNegative
        exponent(&number)
        if number.exponent == 0, number.decimals == 0 { fraction(&number) }
        return finish(number)
    }

    private static let bounds = ["than ", "<", "≤", "≥", "at least ", "up to ", "over ", "under "].map {
        Array($0.utf8)
    }

    /// Whether the number is only a bound: "less than 5", "<5", "≤ 5".
    private func isBound(_ start: Int) -> Bool {
        let end =
            text[start - 1] == 0x20 && (text[start - 2] == .of("<") || text[start - 2] >= 0x80) ? start - 1 : start
        return NumberReader.bounds.contains { text.matches($0, at: end - $0.count) }
    }

    private struct Number {
        var isNegative = false
        /// The digits before and behind the decimal point.
        var whole: String
        var part: String
        var exponent = 0
        var denominator: String?
        var end: Int
        var decimals: Int { part.utf8.count }
    }

    /// The end of a run of digits and signs that numbers, dates and versions are made of.
    private func runEnd(_ start: Int) -> Int {
        var end = start
        while text[end].isDigit
            || ([.of("."), .of(","), .of("/"), .of("-"), .of(":")].contains(text[end]) && text[end + 1].isDigit)
        { end += 1 }
        return max(end, start + 1)
    }

    /// Digits with grouping and a decimal sign; nil if they are no number (`1.2.3`) or too long.
    private func digits(at start: Int) -> Number? {
        var end = start
        while text[end].isDigit || ([.of("."), .of(","), .of("'")].contains(text[end]) && text[end + 1].isDigit) {
            end += 1
        }
        guard end - start <= NumberReader.limit else { return nil }
        let bytes = Array(text.part(start..<end).bytes)
        let marks = bytes.indices.filter { !bytes[$0].isDigit }
        var point: Int?
        if let last = marks.last {
            let kinds = Set(marks.map { bytes[$0] })
            let isGrouped =
                zip(marks, marks.dropFirst() + [bytes.count]).allSatisfy { $1 - $0 == 4 } && marks[0] >= 1
                && marks[0] <= 3
            if kinds.count == 1, bytes[last] == .of("."), marks.count == 1 {
                point = last
            } else if kinds.count == 1 {
                // 1,000 and 1.000.000 are grouped, 0,500 and 1,5 have a decimal comma.
                if isGrouped, !(marks.count == 1 && bytes[0] == .of("0")) {
                    point = nil
                } else if marks.count == 1, bytes[last] == .of(",") {
                    point = last
                } else {
                    return nil
                }
            } else {
                guard kinds.count == 2, marks.dropLast().allSatisfy({ bytes[$0] != bytes[last] }) else { return nil }
                point = last
            }
        }
        let digits = { (range: Range<Int>) in String(decoding: bytes[range].filter(\.isDigit), as: UTF8.self) }
        var number = Number(
            whole: digits(0..<(point ?? bytes.count)), part: point.map { digits($0 + 1..<bytes.count) } ?? "", end: end)
        if marks.isEmpty, bytes.count <= 3 { groupBySpaces(&number) }
        return number
    }

    /// "12 345 678": groups of three digits behind single spaces.
    private func groupBySpaces(_ number: inout Number) {
        var end = number.end
        var whole = number.whole
        while text[end] == 0x20, text[end + 1].isDigit, text[end + 2].isDigit, text[end + 3].isDigit,
            !text.isWordByte(end + 4),
            !(text[end + 4] == .of("/")), whole.utf8.count < NumberReader.limit
        {
            whole += String(decoding: text.part(end + 1..<end + 4).bytes, as: UTF8.self)
            end += 4
        }
        number.whole = whole
        number.end = end
    }

    /// `e-5`, `x 10^5`, `x 10^-5`, `*10**5`, and `10^5` by itself.
    private func exponent(_ number: inout Number) {
        var position = number.end
        if text[position] == 0x20 || text[position].isLetter, let (power, end) = scale(at: position) {
            (number.exponent, number.end) = (power, end)
            return
        }
        if text.lower(position) == .of("e") {
            if let (power, end) = integer(at: position + 1), !text.isWordByte(end) {
                number.exponent = power
                number.end = end
            }
            return
        }
        if number.whole == "10", number.part.isEmpty, let (power, end) = power(at: position) {
            (number.whole, number.exponent, number.end) = ("1", power, end)
            return
        }
        while text[position] == 0x20 { position += 1 }
        guard text.lower(position) == .of("x") || text[position] == .of("*") else { return }
        position += 1
        while text[position] == 0x20 { position += 1 }
        guard text[position] == .of("1"), text[position + 1] == .of("0"), let (power, end) = power(at: position + 2)
        else { return }
        (number.exponent, number.end) = (power, end)
    }

    private static let scales: [([UInt8], Int)] = [("thousand", 3), ("million", 6), ("billion", 9), ("trillion", 12)]
        .map { (Array($0.0.utf8), $0.1) }

    /// "2.5 million".
    private func scale(at end: Int) -> (Int, Int)? {
        let position = text[end] == 0x20 ? end + 1 : end
        guard let (name, power) = NumberReader.scales.first(where: { text.matches($0.0, at: position) }) else {
            return nil
        }
        let close = position + name.count
        return text.isWordByte(close) ? nil : (power, close)
    }

    private func power(at position: Int) -> (Int, Int)? {
        if text[position] == .of("^") { return integer(at: position + 1) }
        return text[position] == .of("*") && text[position + 1] == .of("*") ? integer(at: position + 2) : nil
    }

    private func integer(at start: Int) -> (Int, Int)? {
        var position = start
        if text[position] == .of("-") || text[position] == .of("+") { position += 1 }
        let first = position
        var value = 0
        while text[position].isDigit, position - first < 3 {
            value = value * 10 + Int(text[position] - 0x30)
            position += 1
        }
        guard position > first, !text[position].isDigit else { return nil }
        let end = text[position] == .of("}") ? position + 1 : position
        return (text[start] == .of("-") ? -value : value, end)
    }

    /// `2/3` and `1 2/3`.
    private func fraction(_ number: inout Number) {
        var position = number.end
        var whole: Int?
        var above = number.whole
        if text[position] == 0x20, text[position + 1].isDigit {
            var end = position + 1
            while text[end].isDigit, end - position < 8 { end += 1 }
            guard text[end] == .of("/"), text[end + 1].isDigit else { return }
            whole = Int(number.whole)
            above = String(decoding: text.part(position + 1..<end).bytes, as: UTF8.self)
            position = end
        }
        guard text[position] == .of("/"), text[position + 1].isDigit else { return }
        var end = position + 1
        while text[end].isDigit, end - position < 12 { end += 1 }
        let below = String(decoding: text.part(position + 1..<end).bytes, as: UTF8.self)
        guard let up = Int(above), let down = Int(below), down > 0 else { return }
        if let whole {
            let (product, overflow) = whole.multipliedReportingOverflow(by: down)
            guard !overflow, !product.addingReportingOverflow(up).overflow else { return }
            above = String(product + up)
        } else {
            above = String(up)
        }
        (number.whole, number.denominator, number.end) = (above, String(down), end)
    }
}

// The end of a number: its unit, and what makes it part of something else.
extension NumberReader {
    private static let enDash: [UInt8] = [0xE2, 0x80, 0x93]
    private static let to = Array("to ".utf8)

    private func finish(_ number: Number) -> Reading {
        let end = number.end
        if isRange(end) || (number.denominator != nil && text[end] == .of("/") && text[end + 1].isDigit) {
            return .other(end: runEnd(end))
        }
        // "12-lead", "5-HT", "65-year-old".
        if text[end] == .of("-"), text[end + 1].isLetter { return .other(end: end + 1) }
        var unitStart = end
        while text[unitStart] == 0x20, unitStart < end + 4 { unitStart += 1 }
        let unit = Units.read(text, at: unitStart)
        if unit == nil, text.isWordByte(end) { return .other(end: text.wordEnd(end)) }
        // A blood pressure looks like a fraction.
        if number.denominator != nil, unit?.unit == "mmhg" { return .other(end: unit?.end ?? end) }
        guard let quantity = quantity(number, unit: unit?.unit ?? "") else { return .other(end: end) }
        return .quantity(quantity, end: unit?.end ?? end)
    }

    private func isRange(_ end: Int) -> Bool {
        var position = end
        while text[position] == 0x20, position < end + 2 { position += 1 }
        if text[position] == .of("-") {
            position += 1
        } else if text.matches(NumberReader.enDash, at: position) {
            position += 3
        } else if text.matches(NumberReader.to, at: position), position > end {
            position += 3
        } else {
            return false
        }
        while text[position] == 0x20, position < end + 6 { position += 1 }
        return text[position].isDigit
    }

    private func quantity(_ number: Number, unit: String) -> Quantity? {
        let whole = String(number.whole.drop { $0 == "0" })
        var part = number.part
        while part.hasSuffix("0") { part.removeLast() }
        var canonical = (whole.isEmpty ? "0" : whole) + (part.isEmpty ? "" : "." + part)
        if number.exponent != 0 { canonical += "e\(number.exponent)" }
        guard var value = Double(canonical), value.isFinite else { return nil }
        if let denominator = number.denominator {
            guard let below = Double(denominator) else { return nil }
            value /= below
            canonical += "/" + denominator
        }
        if number.isNegative, value != 0 { (value, canonical) = (-value, "-" + canonical) }
        return Quantity(
            number: canonical, value: value,
            decimals: number.denominator == nil ? number.part.utf8.count - number.exponent : nil, unit: unit)
    }
}
