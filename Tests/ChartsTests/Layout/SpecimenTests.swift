import Foundation
import Testing

@testable import Charts

/// What must hold for each kind of chart, whatever the data, the theme and the width.
@Suite("Specimens")
struct SpecimenTests {
    struct Place: Sendable, CustomTestStringConvertible {
        var theme: Theme
        var size: ChartSize
        var testDescription: String { "\(theme.name) \(Int(size.width))" }
    }

    static let places =
        [ChartSize.narrow, .medium, .wide].map { Place(theme: .light, size: $0) }
        + [
            Place(theme: .dark, size: .medium), Place(theme: .slide, size: ChartSize(width: 1280, unit: .pixel)),
            Place(theme: .print, size: ChartSize.Paper.ieeeColumn.size),
            Place(theme: .print, size: ChartSize.Paper.naturePage.size),
        ]

    @Test(
        "Texts do not overlap, no mark covers a text, nothing leaves the page, and each mark can be reached",
        arguments: Specimen.all, DataShape.allCases)
    func geometry(specimen: Specimen, shape: DataShape) throws {
        let chart = specimen.chart(shape)
        for place in Self.places {
            let scene = try Drawing(chart, theme: place.theme, size: place.size).scene
            for fault in LayoutFaults(scene).all {
                Issue.record("\(specimen.name), \(shape.rawValue), \(place.testDescription): \(fault)")
            }
        }
    }

    @Test("Each format is written for each kind", arguments: Specimen.all)
    func formats(specimen: Specimen) throws {
        for (theme, format) in [(Theme.light, ChartFormat.svg), (.print, .pdf), (.dark, .png(scale: 1))] {
            let size = theme == .print ? ChartSize.Paper.a4.size : .medium
            #expect(try render(specimen.chart(.typical), theme: theme, size: size, format: format).count > 1000)
        }
    }

    @Test(
        "A table has one cell a column, and the rows that the drawing has", arguments: Specimen.all, DataShape.allCases)
    func tables(specimen: Specimen, shape: DataShape) {
        let table = specimen.chart(shape).table
        #expect(table.rows.allSatisfy { $0.count == table.columns.count })
        #expect(shape == .nothing || specimen.name == "note" || !table.rows.isEmpty)
    }

    /// The stored text forms; with ACUITY_WRITE_LAYOUTS set they are written anew, to be reviewed in the diff.
    @Test("The layout is the stored one", arguments: Specimen.all)
    func stored(specimen: Specimen) throws {
        for size in [ChartSize.narrow, .medium] {
            let scene = try Drawing(specimen.chart(.typical), theme: .light, size: size).scene
            let name = "\(specimen.name)-\(Int(size.width)).txt"
            let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Stored/\(name)")
            let text = SceneText(scene: scene).text
            if ProcessInfo.processInfo.environment["ACUITY_WRITE_LAYOUTS"] != nil {
                try text.write(to: file, atomically: true, encoding: .utf8)
            } else {
                #expect(try String(contentsOf: file, encoding: .utf8) == text, "\(name) differs")
            }
        }
    }

    /// With ACUITY_SHEETS set to a folder, each kind is drawn for each shape of data as PNG, to be looked at.
    @Test(
        "Sheets to look at", .enabled(if: sheets != nil, "set ACUITY_SHEETS to a folder"), arguments: Specimen.all,
        DataShape.allCases)
    func draw(specimen: Specimen, shape: DataShape) throws {
        let folder = URL(filePath: try #require(Self.sheets), directoryHint: .isDirectory)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for place in Self.places {
            let scale = place.size.unit == .point ? 3.0 : 1
            let data = try render(
                specimen.chart(shape), theme: place.theme, size: place.size, format: .png(scale: scale))
            let name = "\(specimen.name)-\(shape.rawValue)-\(place.theme.name)-\(Int(place.size.width)).png"
            try data.write(to: folder.appending(path: name))
        }
    }

    private static var sheets: String? { ProcessInfo.processInfo.environment["ACUITY_SHEETS"] }
}
