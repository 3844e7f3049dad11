/// Seconds since 1970 of a time as logs write it.
enum UnixTime {
    /// The seconds as text; nil if the text is no time. A time without a zone counts as UTC.
    ///
    /// - Parameter text: ISO 8601, `2026-11-24T02:48:57.123+01:00`, or seconds already.
    static func seconds(_ text: String) -> String? {
        if let number = Double(text) { return number.isFinite && abs(number) < 1e11 ? String(Int(number)) : nil }
        let halves = text.split(whereSeparator: { $0 == "T" || $0 == " " }).map(String.init)
        let date = halves.first?.split(separator: "-").map { Int($0) } ?? []
        guard date.count == 3, let year = date[0], let month = date[1], let day = date[2], (1...9999).contains(year),
            (1...12).contains(month), (1...31).contains(day)
        else { return nil }
        var seconds = days(year, month, day) * 86_400
        if halves.count > 1 {
            guard let time = clock(halves[1]) else { return nil }
            seconds += time
        }
        return String(seconds)
    }

    /// Seconds within the day, the offset of the zone subtracted.
    private static func clock(_ text: String) -> Int? {
        var clock = text
        var offset = 0
        if clock.hasSuffix("Z") {
            clock.removeLast()
        } else if let sign = clock.lastIndex(where: { $0 == "+" || $0 == "-" }) {
            let digits = clock[clock.index(after: sign)...].filter(\.isNumber)
            guard let hours = Int(digits.prefix(2)),
                let minutes = Int(digits.dropFirst(2).isEmpty ? "0" : digits.dropFirst(2))
            else { return nil }
            offset = (hours * 60 + minutes) * 60 * (clock[sign] == "-" ? -1 : 1)
            clock = String(clock[..<sign])
        }
        let parts = clock.split(separator: ":").map { Int($0.prefix { $0 != "." }) }
        guard (2...3).contains(parts.count), let hour = parts[0], let minute = parts[1], (0...24).contains(hour),
            (0...59).contains(minute)
        else { return nil }
        let second = parts.count > 2 ? parts[2] : 0
        guard let second, (0...60).contains(second) else { return nil }
        return hour * 3600 + minute * 60 + second - offset
    }

    /// Days since 1970 in the Gregorian calendar, by eras of 400 years (Hinnant, chrono-compatible date algorithms).
    private static func days(_ year: Int, _ month: Int, _ day: Int) -> Int {
        let shifted = month <= 2 ? year - 1 : year
        let era = (shifted >= 0 ? shifted : shifted - 399) / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }
}
