import Testing

@testable import Report
@testable import Study

@Suite("Items of the reporting checklist") struct ReportingItemsTests {
    @Test("the study file takes exactly the items that the page asks") func same() {
        #expect(Set(ReportingReader.items) == Set(Checklist.items.map(\.id)))
        #expect(ReportingReader.items.count == Checklist.items.count)
    }
}
