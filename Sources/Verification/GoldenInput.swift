/// The input of a case, read by name; what is missing or out of range is reported by name.
struct GoldenInput {
    private let golden: GoldenCase

    init(_ golden: GoldenCase) { self.golden = golden }

    func number(_ key: String, in range: ClosedRange<Double>? = nil) throws(VerificationError) -> Double {
        guard case .number(let value)? = golden.input[key] else { throw malformed(key, "a number") }
        if let range, !range.contains(value) {
            throw malformed(key, "a number from \(range.lowerBound) to \(range.upperBound)", found: "\(value)")
        }
        return value
    }

    func integer(_ key: String, in range: ClosedRange<Int>) throws(VerificationError) -> Int {
        try whole(number(key), key, range)
    }

    /// 1 − α, strictly between 0 and 1.
    func level() throws(VerificationError) -> Double {
        let level = try number("level")
        guard level > 0, level < 1 else { throw malformed("level", "a number between 0 and 1", found: "\(level)") }
        return level
    }

    func positive(_ key: String) throws(VerificationError) -> Double {
        let value = try number(key)
        guard value > 0 else { throw malformed(key, "a positive number", found: "\(value)") }
        return value
    }

    /// An array of numbers that is not empty, of the same length as another one if that is given.
    func numbers(_ key: String, asManyAs count: Int? = nil) throws(VerificationError) -> [Double] {
        guard case .list(let values)? = golden.input[key], !values.isEmpty else {
            throw malformed(key, "an array of numbers")
        }
        var numbers: [Double] = []
        for value in values {
            guard case .number(let number) = value else { throw malformed(key, "an array of numbers") }
            numbers.append(number)
        }
        if let count, numbers.count != count {
            throw malformed(key, "\(count) numbers", found: "\(numbers.count)")
        }
        return numbers
    }

    func integers(
        _ key: String, in range: ClosedRange<Int>, asManyAs count: Int? = nil
    ) throws(VerificationError) -> [Int] {
        var integers: [Int] = []
        for value in try numbers(key, asManyAs: count) { integers.append(try whole(value, key, range)) }
        return integers
    }

    /// At least two rows of at least `columns` numbers, all of the same length.
    func table(_ key: String, columns: Int) throws(VerificationError) -> [[Double]] {
        guard case .list(let rows)? = golden.input[key], rows.count >= 2 else {
            throw malformed(key, "at least two arrays of numbers")
        }
        var table: [[Double]] = []
        for row in rows {
            guard case .list(let values) = row, values.count >= columns else {
                throw malformed(key, "arrays of at least \(columns) numbers")
            }
            var numbers: [Double] = []
            for value in values {
                guard case .number(let number) = value else { throw malformed(key, "arrays of numbers") }
                numbers.append(number)
            }
            guard numbers.count == table.first?.count ?? numbers.count else {
                throw malformed(key, "arrays of the same length")
            }
            table.append(numbers)
        }
        return table
    }

    func malformed(_ key: String, _ expected: String, found: String? = nil) -> VerificationError {
        let kind =
            switch golden.input[key] {
            case .number?: "a number"
            case .list?: "an array"
            case nil: "nothing"
            }
        return VerificationError(
            kind: .malformedCase, caseID: golden.id, field: "input.\(key)", expected: expected, found: found ?? kind)
    }

    private func whole(_ value: Double, _ key: String, _ range: ClosedRange<Int>) throws(VerificationError) -> Int {
        guard value.rounded() == value, value >= Double(range.lowerBound), value <= Double(range.upperBound) else {
            throw malformed(key, "a whole number from \(range.lowerBound) to \(range.upperBound)", found: "\(value)")
        }
        return Int(value)
    }
}
