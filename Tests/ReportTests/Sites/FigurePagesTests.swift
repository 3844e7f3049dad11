import Foundation
import FoundationXML
import Testing

@testable import Report

@Suite("Figures on pages")
struct FigurePagesTests {
    private static let site: [String: Data] = (try? Project.site(Fixture.charted())) ?? [:]
    private static let figures = site.filter { $0.key.hasSuffix(".html") }.sorted { $0.key < $1.key }.flatMap { page in
        FigureReader(page.value).figures.map { (page: page.key, figure: $0) }
    }

    @Test("have a caption with the question, an alternative with the finding, a table and a file to download")
    func figuresAreWhole() throws {
        try #require(!Self.figures.isEmpty)
        let questions = Set(FigureKind.all.map(\.question))
        for (page, figure) in Self.figures {
            let name = "\(page): \(figure.id)"
            #expect(questions.contains { figure.caption.contains($0) }, "\(name): \(figure.caption)")
            #expect(figure.alternative.hasSuffix("The same numbers are in the table."), "\(name)")
            #expect(figure.rows > 1, "\(name) has no table")
            let root = String(repeating: "../", count: page.count { $0 == "/" })
            let file = try #require(figure.download, "\(name)")
            #expect(file.hasPrefix(root) && Self.site[String(file.dropFirst(root.count))] != nil, "\(name): \(file)")
        }
    }

    @Test("are each of the kinds, somewhere", arguments: FigureKind.all.map(\.id))
    func everyKindIsShown(id: String) {
        #expect(Self.figures.contains { $0.figure.id.hasPrefix("figure-\(id)") })
    }

    @Test("have marks above each layout, within it, at least 24 px in both directions, each with its words")
    func marksLieWithin() throws {
        try #require(!Self.figures.isEmpty)
        for (page, figure) in Self.figures {
            let name = "\(page): \(figure.id)"
            #expect(!figure.overlays.isEmpty, "\(name)")
            for overlay in figure.overlays {
                #expect(figure.widths.contains(overlay.width), "\(name) has no drawing of \(overlay.width)")
                for mark in overlay.marks {
                    #expect(!mark.words.isEmpty, "\(name)")
                    #expect(mark.width >= 24 && mark.height >= 24, "\(name): \(mark)")
                    #expect(mark.x >= 0 && mark.x + mark.width <= overlay.width, "\(name): \(mark)")
                    #expect(mark.y >= 0 && mark.y + mark.height <= overlay.height, "\(name): \(mark)")
                }
            }
        }
    }

    @Test("ask in the style sheet what the pictures ask, so that the marks are those of the drawing")
    func queriesAgree() {
        let style = Project.text(Self.site, "assets/style.css")
        for place in [SiteFigures.Place.page, .wideColumn, .narrowColumn] {
            let (main, others) = place.drawings
            for width in [main] + others.map(\.width) {
                #expect(style.contains(".in-\(place.rawValue) .over-\(width)"), "\(place) \(width)")
            }
            for other in others { #expect(style.contains("@media screen and \(other.query) {"), "\(other.query)") }
        }
    }

    @Test("need less than 30 KB of script in all")
    func scriptIsSmall() {
        let scripts = Self.site.filter { $0.key.hasSuffix(".js") }
        #expect(scripts.keys.contains("assets/marks.js"))
        #expect(scripts.values.map(\.count).reduce(0, +) < 30_000)
    }
}
