import Testing

@testable import Charts

@Suite("Scales")
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

    @Test("On a log scale equal ratios are equal distances, and nothing leaves the plot")
    func log() {
        let scale = Scale(domain: 1...1000, start: 0, end: 300, transform: .log)
        #expect(abs(scale.position(10) - 100) < 1e-9)
        #expect(abs(scale.position(100) - 200) < 1e-9)
        #expect(scale.position(0) == 0 && scale.position(-3) == 0 && scale.position(1e9) == 300)
    }

    @Test("On a logit scale equal odds ratios are equal distances, and 0 and 1 stand at the ends")
    func logit() {
        let scale = Scale(domain: 0.1...0.9, start: 0, end: 100, transform: .logit)
        #expect(abs(scale.position(0.5) - 50) < 1e-9)
        #expect(abs(scale.position(0.25) - 25) < 1e-9)
        #expect(abs(scale.position(0.75) - 75) < 1e-9)
        #expect(scale.position(0) == 0 && scale.position(1) == 100)
    }
}
