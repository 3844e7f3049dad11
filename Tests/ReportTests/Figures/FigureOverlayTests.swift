import Testing

@testable import Charts
@testable import Report

@Suite("The marks above a drawing")
struct FigureOverlayTests {
    private static func variant(_ count: Int) -> SiteFigures.Variant {
        let mark = Target(x: 10.4, y: 20.6, width: 30, height: 24, label: "one: 63.0", link: "models/one.html")
        return SiteFigures.Variant(
            path: "figures/a.svg", width: 720, height: 300, isDark: false,
            targets: Array(repeating: mark, count: count))
    }

    @Test("are left out where there are none or more than 600")
    func tooManyAreLeftOut() {
        #expect(FigureOverlay.value(Self.variant(0)) == nil)
        #expect(FigureOverlay.value(Self.variant(600)) != nil)
        #expect(FigureOverlay.value(Self.variant(601)) == nil)
    }

    @Test("stand in whole pixels with their words and links")
    func marksAreWhole() throws {
        #expect(
            FigureOverlay.value(Self.variant(1))
                == [
                    "width": "720", "height": "300",
                    "targets": .list([
                        [
                            "x": "10", "y": "21", "width": "30", "height": "24", "words": "one: 63.0",
                            "link": "models/one.html",
                        ]
                    ]),
                ])
    }
}
