import Foundation

/// The first days of months along an axis of days.
///
/// Days are counted from 1 January 1970 in the proleptic Gregorian calendar, without a time zone.
enum DateTicks {
    /// The ticks of the finest step in months out of 1, 2, 3, 6, 12, 24, 60 and 120 that gives at most `target`.
    static func ticks(range: ClosedRange<Double>, target: Int) -> Ticks {
        let first = month(of: range.lowerBound)
        let last = month(of: range.upperBound) + 1
        for step in [1, 2, 3, 6, 12, 24, 60, 120] {
            let start = (first + step - 1) / step * step
            let months = stride(from: start, through: last, by: step).map(day)
                .filter { $0 >= range.lowerBound - 0.5 && $0 <= range.upperBound + 0.5 }
            if months.count <= max(2, target), months.count >= 2 { return Ticks(values: months, step: 0) }
        }
        return Ticks(values: [range.lowerBound, range.upperBound], step: 0)
    }

    /// `2025` for a January among years, else `Mar 2025`.
    static func label(_ day: Double, isYearly: Bool) -> String {
        let month = month(of: day)
        let year = month / 12
        return isYearly ? "\(year)" : "\(names[month % 12]) \(year)"
    }

    /// The day of an ISO 8601 date such as `2025-03-14`, `2025-03` or `2025`; nil for anything else.
    static func day(_ text: String) -> Double? {
        let parts = text.prefix(10).split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
        guard let found = parts.first, let year = found, (1...9999).contains(year), !parts.contains(nil) else { return nil }
        let month = parts.count > 1 ? parts[1] ?? 0 : 1
        let dayOfMonth = parts.count > 2 ? parts[2] ?? 0 : 1
        guard parts.count <= 3, (1...12).contains(month), (1...31).contains(dayOfMonth) else { return nil }
        return day(month: year * 12 + month - 1) + Double(dayOfMonth - 1)
    }

    private static let names = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

    /// The first day of a month counted from year 0 (Hinnant 2013, "chrono-compatible low-level date algorithms").
    private static func day(month: Int) -> Double {
        let shifted = month - 2
        let year = Int((Double(shifted) / 12).rounded(.down))
        let monthOfYear = shifted - year * 12
        let era = Int((Double(year) / 400).rounded(.down))
        let yearOfEra = year - era * 400
        let dayOfYear = (153 * monthOfYear + 2) / 5
        return Double(era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468)
    }

    /// The month, counted from year 0, that holds a day.
    private static func month(of day: Double) -> Int {
        var month = Int(((day + 719_528) / 30.436875).rounded(.down))
        while Self.day(month: month + 1) <= day { month += 1 }
        while Self.day(month: month) > day { month -= 1 }
        return month
    }
}
