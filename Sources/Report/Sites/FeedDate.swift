import Charts

/// A release date as feeds write it.
struct FeedDate: Comparable, Sendable {
    /// The beginning of the day in universal time; of a month or a year, which studies may give alone, the first day's.
    let text: String

    /// Nil for a text that is no date.
    init?(_ released: String?) {
        guard let released, HistoryChart.day(released) != nil else { return nil }
        let parts = released.prefix(10).split(separator: "-").compactMap { Int($0) } + [1, 1]
        func digits(_ number: Int, _ count: Int) -> String {
            let digits = String(number)
            return String(repeating: "0", count: max(0, count - digits.count)) + digits
        }
        text = "\(digits(parts[0], 4))-\(digits(parts[1], 2))-\(digits(parts[2], 2))T00:00:00Z"
    }

    static func < (first: FeedDate, second: FeedDate) -> Bool { first.text < second.text }
}
