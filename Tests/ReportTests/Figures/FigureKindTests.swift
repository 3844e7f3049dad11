import Charts
import Testing

@testable import Report

@Suite("The kinds of figures")
struct FigureKindTests {
    private static let material = FigureMaterial(FindingsIndex(Fixture.charted()))

    @Test("each have a word, a question and what they need of their own")
    func kindsAreTold() {
        let kinds = FigureKind.all
        #expect(Set(kinds.map(\.id)).count == kinds.count)
        #expect(Set(kinds.map(\.question)).count == kinds.count)
        for kind in kinds {
            #expect(kind.question.hasSuffix("?") && kind.question.first?.isUppercase == true, "\(kind.id)")
            #expect(!kind.needs.isEmpty && !kind.needs.hasSuffix("."), "\(kind.id)")
            #expect(kind.id.allSatisfy { $0.isLowercase || $0 == "-" }, "\(kind.id)")
        }
    }

    @Test("each have a figure where the findings allow it", arguments: FigureKind.all.map(\.id))
    func everyKindIsDrawn(id: String) throws {
        let kind = try #require(FigureKind.all.first { $0.id == id })
        let figures = kind.figures(Self.material)
        #expect(!figures.isEmpty, "nothing of the study suffices: \(kind.needs)")
        for figure in figures {
            let text = figure.chart.text
            #expect(figure.name == id || figure.name.hasPrefix(id + "-"), "\(figure.name)")
            #expect(!text.title.isEmpty && !text.subtitle.isEmpty, "\(figure.name)")
            #expect(!text.title.hasSuffix(".") || text.title.contains(". "), "\(figure.name): \(text.title)")
            #expect(!figure.chart.table.rows.isEmpty, "\(figure.name) has no table")
            #expect(
                figure.chart.table.rows.allSatisfy { $0.count == figure.chart.table.columns.count }, "\(figure.name)")
        }
    }

    @Test("name no two figures alike")
    func namesAreUnique() {
        let names = FigureSet(Fixture.charted()).names
        #expect(Set(names).count == names.count)
    }

    @Test("tell who cannot see a figure its finding, what is drawn and where the numbers are, in whole sentences")
    func alternativesAreSentences() throws {
        let figure = try #require(FigureKind.leaderboard.figures(Self.material).first)
        let text = figure.chart.text
        #expect(
            figure.alternative == text.summary
                ?? "\(text.title). \(text.subtitle). The same numbers are in the table.")
        #expect(!figure.alternative.contains(".."))
    }
}
