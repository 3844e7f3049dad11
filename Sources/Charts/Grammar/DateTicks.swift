import Foundation

/// Round dates along an axis of days: first days of months or years, and single days where the range is short.
///
/// Days are counted from 1 January 1970 in the proleptic Gregorian calendar, without a time zone.
enum DateTicks {
    /// The ticks of the finest step that gives at most `target` and at least two: months by 1, 2, 3, 6, 12, 24, 60
    /// and so on, or days by 1, 2, 5, 7, 14 where fewer than two months begin in the range. A range of one day has one.
    static func ticks(range: ClosedRange<Double>, target: Int) -> Ticks {
        let (low, high) = (range.lowerBound, range.upperBound)
        guard high > low else { return Ticks(values: [low], step: 0) }
        let most = max(2, target)
        let (first, last) = (month(of: low), month(of: high) + 1)
        for step in [1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 2400, 6000, 12_000] {
            let start = Int((Double(first) / Double(step)).rounded(.up)) * step
            let months = stride(from: start, through: last, by: step).map(day).filter(range.contains)
            if months.count < 2 { break }
            if months.count <= most { return Ticks(values: months, step: 0) }
        }
        for step in [1.0, 2, 5, 7, 14] {
            let days = Array(stride(from: low.rounded(.up), through: high, by: step))
            if days.count >= 2, days.count <= most { return Ticks(values: days, step: step) }
        }
        return Ticks(values: [low, high], step: high - low)
    }

    /// `2025` where all are first days of years; `Mar 2025` and then, within its year, `Apr` where all are first days
    /// of months; else `14 Mar 2025`, the year again only where it changes.
    static func labels(_ days: [Double]) -> [String] {
        let months = days.map(month)
        let areFirst = zip(days, months).allSatisfy { $0 == day(month: $1) }
        let years = months.map { $0 / 12 }
        if areFirst, days.count > 1, months.allSatisfy({ $0 % 12 == 0 }) { return years.map { "\($0)" } }
        return days.indices.map { index in
            let number = Int((days[index] - day(month: months[index])).rounded(.down)) + 1
            let words = (areFirst ? "" : "\(number) ") + names[months[index] % 12]
            return index > 0 && years[index] == years[index - 1] ? words : "\(words) \(years[index])"
        }
    }

    /// `14 Mar 2025`.
    static func name(_ day: Double) -> String {
        let month = month(of: day)
        return "\(Int((day - Self.day(month: month)).rounded(.down)) + 1) \(names[month % 12]) \(month / 12)"
    }

    /// The days that the charts draw: the years 1 to 9999.
    static let days = day(month: 12)...(day(month: 120_000) - 1)

    /// The day of an ISO 8601 date such as `2025-03-14`, `2025-03` or `2025`; nil for anything else.
    static func day(_ text: String) -> Double? {
        let parts = text.prefix(10).split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
        guard let found = parts.first, let year = found, (1...9999).contains(year), !parts.contains(nil) else {
            return nil
        }
        let month = parts.count > 1 ? parts[1] ?? 0 : 1
        let dayOfMonth = parts.count > 2 ? parts[2] ?? 0 : 1
        guard parts.count <= 3, (1...12).contains(month), dayOfMonth >= 1 else { return nil }
        let first = day(month: year * 12 + month - 1)
        let result = first + Double(dayOfMonth - 1)
        return result < day(month: year * 12 + month) ? result : nil
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
