import Statistics
import Testing

@Suite("Names of methods")
struct IntervalMethodTests {
    @Test("Every interval method has a name of its own, words and a source with its year")
    func intervals() {
        #expect(Set(IntervalMethod.allCases.map(\.name)).count == IntervalMethod.allCases.count)
        for method in IntervalMethod.allCases {
            #expect(method.summary.hasSuffix("."))
            #expect(method.source.contains(#/[12]\d{3}/#), "\(method)")
        }
    }

    @Test("Every test has a name of its own, words and a source with its year, and no interval's identifier")
    func tests() {
        #expect(Set(TestMethod.allCases.map(\.name)).count == TestMethod.allCases.count)
        for method in TestMethod.allCases {
            #expect(method.summary.hasSuffix("."))
            #expect(method.source.contains(#/[12]\d{3}/#), "\(method)")
            #expect(IntervalMethod(rawValue: method.rawValue) == nil)
        }
    }
}
