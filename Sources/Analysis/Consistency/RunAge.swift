import Foundation
import Store

/// When a run started, read from what its log writes.
///
/// Runners write ISO 8601 with a zone, without one (read as UTC), and with hyphens in the time because it is part of a file
/// name (`2026-11-24T02-32-19.104385`).
struct RunAge {
    /// Seconds since 1970, or nil if the text is no date and time.
    let seconds: Double?

    init(_ text: String?) {
        seconds = text.flatMap(Self.seconds)
    }

    /// The order of runs in time: by start, then path, then place in the log. A run without a readable start is older than
    /// one with it, a run without predictions is the oldest.
    static func isOlder(_ left: StoredRun, _ right: StoredRun) -> Bool { rank(left) < rank(right) }

    private static func rank(_ run: StoredRun) -> (Int, Double, String, String, Int) {
        (
            run.items > 0 ? 1 : 0, RunAge(run.startedAt).seconds ?? -.infinity, run.startedAt ?? "", run.sourcePath,
            run.index
        )
    }

    private static func seconds(_ text: String) -> Double? {
        let pattern =
            /(?<year>\d{4})-?(?<month>\d{2})-?(?<day>\d{2})(?:[T _](?<hour>\d{2})[:\-]?(?<minute>\d{2})(?:[:\-]?(?<second>\d{2}(?:\.\d+)?))?)?\s*(?<zone>Z|[+\-]\d{2}:?\d{2})?/
        guard let match = text.prefix(64).prefixMatch(of: pattern), let year = Int(match.year),
            let month = Int(match.month),
            let day = Int(match.day), (1...12).contains(month), (1...31).contains(day)
        else { return nil }
        let time =
            (match.hour.flatMap { Double($0) } ?? 0) * 3600 + (match.minute.flatMap { Double($0) } ?? 0) * 60
            + (match.second.flatMap { Double($0) } ?? 0)
        return Double(days(year: year, month: month, day: day)) * 86_400 + time - offset(match.zone)
    }

    private static func offset(_ zone: Substring?) -> Double {
        guard let zone, zone != "Z" else { return 0 }
        let digits = zone.dropFirst().filter(\.isNumber)
        let minutes = (Double(digits.prefix(2)) ?? 0) * 60 + (Double(digits.dropFirst(2)) ?? 0)
        return (zone.hasPrefix("-") ? -60 : 60) * minutes
    }

    /// Days since 1970-01-01 in the Gregorian calendar; the year begins in March, so that the leap day is its last.
    private static func days(year: Int, month: Int, day: Int) -> Int {
        let shifted = month <= 2 ? year - 1 : year
        let era = shifted / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }
}
