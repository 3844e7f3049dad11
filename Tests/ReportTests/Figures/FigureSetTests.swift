import Charts
import Foundation
import Testing

@testable import Report

@Suite("The figures of a study")
struct FigureSetTests {
    @Test("have names by what they show, and files by size, theme and format")
    func filesAreNamed() throws {
        let set = FigureSet(Fixture.study())
        #expect(
            set.kinds.prefix(3).map(\.id) == ["leaderboard", "heat-map", "gap"])
        #expect(set.names.prefix(2) == ["leaderboard", "leaderboard-medxpertqa-mm"])
        let files = try set.render(
            formats: [.pdf, .svg], theme: .print, sizes: [ChartSize.Paper.ieeeColumn.size], only: ["gap"]
        ).files
        #expect(files.map(\.path) == ["gap-88.9mm-print.pdf", "gap-88.9mm-print.svg"])
        #expect(files[0].data.starts(with: Data("%PDF".utf8)))
    }

    @Test("are none where there is nothing to draw")
    func emptyStudiesHaveNoFigures() throws {
        #expect(FigureSet(Variants.empty).names.isEmpty)
        let single = FigureSet(Variants.single)
        #expect(single.names.prefix(3) == ["leaderboard", "leaderboard-medxpertqa-mm", "heat-map"])
        #expect(single.kinds.first { $0.id == "gap" }?.names == [])
    }
}
