import Testing

@testable import Charts

@Suite("Ticks of dates")
struct DateTicksTests {
    private func labels(_ low: String, _ high: String, target: Int) throws -> [String] {
        let range = try #require(DateTicks.day(low))...(try #require(DateTicks.day(high)))
        return AxisFormat.date.labels(DateTicks.ticks(range: range, target: target))
    }

    @Test("Days are counted from 1970, leap years included")
    func days() {
        #expect(DateTicks.day("1970-01-01") == 0)
        #expect(DateTicks.day("2000-03-01") == 11_017)
        #expect(DateTicks.day("2024-02-29") == 19_782)
        #expect(DateTicks.day("2025-03") == DateTicks.day("2025-03-01"))
        #expect(DateTicks.day("2025") == DateTicks.day("2025-01-01"))
    }

    @Test(
        "What is no date is none",
        arguments: [
            "", "2025-13", "2025-02-29", "2025-04-31", "2025-00-01", "2025-01-00", "0000-01-01", "March", "2025-x",
        ])
    func noDate(text: String) {
        #expect(DateTicks.day(text) == nil)
    }

    @Test("A few weeks have days, months have months, years have years")
    func steps() throws {
        #expect(try labels("2025-03-03", "2025-03-28", target: 4) == ["3 Mar 2025", "10 Mar", "17 Mar", "24 Mar"])
        #expect(try labels("2024-11-15", "2025-02-15", target: 5) == ["Dec 2024", "Jan 2025", "Feb"])
        #expect(try labels("2024-01-10", "2025-03-01", target: 6) == ["Apr 2024", "Jul", "Oct", "Jan 2025"])
        #expect(try labels("2022-06-01", "2025-06-01", target: 5) == ["2023", "2024", "2025"])
        #expect(try labels("2005-06-01", "2025-06-01", target: 5) == ["2010", "2015", "2020", "2025"])
        #expect(try labels("1725-06-01", "2025-06-01", target: 4) == ["1800", "1900", "2000"])
    }

    @Test("Ticks lie inside the range and are at most as many as wished for", arguments: 0..<200)
    func inside(seed: Int) {
        var random = SplitMix(seed: UInt64(seed))
        let low = random.number(in: -20_000...20_000)
        let range = low...(low + random.number(in: 2...9000))
        let target = 2 + seed % 8
        let ticks = DateTicks.ticks(range: range, target: target).values
        #expect(ticks.allSatisfy(range.contains))
        #expect((2...target).contains(ticks.count))
        #expect(Set(DateTicks.labels(ticks)).count <= ticks.count)
    }

    @Test("One day has one tick with its date")
    func oneDay() throws {
        #expect(try labels("2025-03-14", "2025-03-14", target: 5) == ["14 Mar 2025"])
        #expect(DateTicks.name(19_782) == "29 Feb 2024")
    }
}
