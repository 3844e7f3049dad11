/// Days of the Gregorian calendar as ISO 8601 writes them, `2026-03-31`: texts that sort as the days do.
public enum CalendarDay {
    /// Whether the text is a day that exists, from year 0001 to 9999.
    public static func isDay(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        let dash = UInt8(ascii: "-")
        guard bytes.count == 10, bytes[4] == dash, bytes[7] == dash else { return false }
        guard let year = number(bytes[0..<4]), let month = number(bytes[5..<7]), let day = number(bytes[8..<10]),
            year > 0, (1...12).contains(month)
        else { return false }
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        return (1...lengths[month - 1]).contains(day)
    }

    /// Digits only: `Int` would take a sign too.
    private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
        digits.reduce(0) { value, byte in
            value.flatMap { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) ? $0 * 10 + Int(byte) - 48 : nil }
        }
    }
}
