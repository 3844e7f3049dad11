import Testing

@testable import Charts

@Suite("Linear scale")
struct ScaleTests {
    @Test("Ends go to ends, the middle to the middle, and nothing leaves the plot")
    func positions() {
        let scale = Scale(domain: 0.2...0.8, start: 100, end: 400)
        #expect(scale.position(0.2) == 100)
        #expect(scale.position(0.8) == 400)
        #expect(abs(scale.position(0.5) - 250) < 1e-9)
        #expect(scale.position(-5) == 100)
        #expect(scale.position(5) == 400)
    }

    @Test("A domain of no width puts all in the middle")
    func noWidth() {
        #expect(Scale(domain: 1...1, start: 0, end: 10).position(1) == 5)
    }
}
