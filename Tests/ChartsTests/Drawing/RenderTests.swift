import Foundation
import FoundationXML
import Testing

@testable import Charts

@Suite("Rendering")
struct RenderTests {
    static let formats: [ChartFormat] = [.svg, .pdf, .png(scale: 2)]

    @Test("The same chart gives the same bytes, also on many threads", arguments: formats)
    func sameBytes(format: ChartFormat) async throws {
        let chart = Samples.heatMap(seed: 2, rowCount: 6, columnCount: 5)
        let first = try render(chart, theme: .light, size: .medium, format: format)
        let others = try await withThrowingTaskGroup(of: Data.self) { group in
            for _ in 0..<4 {
                group.addTask { try render(chart, theme: .light, size: .medium, format: format) }
            }
            return try await group.reduce(into: [Data]()) { $0.append($1) }
        }
        #expect(others.allSatisfy { $0 == first })
    }

    @Test("SVG is well formed and holds nothing active, whatever the labels say", arguments: [0, 1, 2])
    func safeSVG(kind: Int) throws {
        var text = ChartText(title: "<script>alert(1)</script> & \u{202E}", subtitle: "\u{0}]]>", footnote: "'\"")
        let data: Data
        switch kind {
        case 0:
            var chart = Samples.leaderboard(seed: 3, rowCount: 20, names: Samples.hostile)
            chart.text = text
            data = try render(chart, theme: .light, size: .narrow, format: .svg)
        case 1:
            var chart = Samples.heatMap(seed: 2, rowCount: 13, columnCount: 6, names: Samples.hostile)
            chart.text = text
            data = try render(chart, theme: .dark, size: .medium, format: .svg)
        default:
            text.summary = "</desc><script/>"
            var chart = Samples.dumbbell(seed: 2, rowCount: 20, names: Samples.hostile)
            chart.text = text
            data = try render(chart, theme: .light, size: .wide, format: .svg)
        }
        let reader = SVGReader()
        let parser = XMLParser(data: data)
        parser.delegate = reader
        #expect(parser.parse())
        #expect(reader.elements.isSubset(of: ["svg", "title", "desc", "defs", "path", "use", "g", "rect", "circle"]))
        #expect(reader.attributes.isDisjoint(with: ["style", "onload", "class"]))
        #expect(reader.links.allSatisfy { $0.hasPrefix("#") })
        #expect(reader.root["role"] == "img")
        #expect(reader.root["viewBox"] != nil)
        #expect(!reader.hasDanglingLinks)
        #expect(!String(decoding: data, as: UTF8.self).contains("<script"))
    }

    @Test("Title and description say what is drawn, once escaped")
    func words() throws {
        var chart = Samples.dumbbell(seed: 1, rowCount: 2)
        chart.text = ChartText(title: "a < b & c", subtitle: "of \"d\"", footnote: "")
        let svg = String(decoding: try render(chart, theme: .light, size: .medium, format: .svg), as: UTF8.self)
        #expect(svg.contains("<title>a &lt; b &amp; c</title><desc>a &lt; b &amp; c of &quot;d&quot;</desc>"))
    }

    @Test("Different drawings on one page share no identifier unless their outlines are the same")
    func identifiers() throws {
        let first = try render(Samples.dumbbell(seed: 1, rowCount: 2), theme: .light, size: .medium, format: .svg)
        let second = try render(Samples.leaderboard(seed: 5, rowCount: 3), theme: .light, size: .medium, format: .svg)
        #expect(identifiers(in: first).isDisjoint(with: identifiers(in: second)))
    }

    @Test(
        "Numbers in SVG are short",
        arguments: [
            (1.0, "1"), (0.5, ".5"), (-0.25, "-.25"), (12.034, "12.03"), (0.001, "0"), (-0.001, "0"), (10.1, "10.1"),
        ])
    func numbers(value: Double, text: String) {
        #expect(SVGWriter.number(value) == text)
    }

    @Test("A PNG has so many pixels a unit")
    func pixels() throws {
        let data = try render(
            Samples.dumbbell(seed: 1, rowCount: 2), theme: .dark, size: .narrow, format: .png(scale: 2))
        // The width stands after the signature and the first chunk's length and name.
        let width = data[16..<20].reduce(0) { $0 << 8 | Int($1) }
        #expect(width == 720)
    }

    @Test("A scale that is no scale is refused", arguments: [0, -1, 11, Double.nan])
    func scales(scale: Double) {
        #expect(throws: ChartProblem.self) {
            try render(Samples.dumbbell(seed: 1, rowCount: 2), theme: .light, size: .narrow, format: .png(scale: scale))
        }
    }

    @Test("A PDF carries no date")
    func dates() throws {
        let data = try render(
            Samples.leaderboard(seed: 1, rowCount: 3), theme: .print, size: ChartSize.Paper.neurips.size, format: .pdf)
        #expect(data.range(of: Data("CreationDate".utf8)) == nil)
        #expect(data.range(of: Data("ModDate".utf8)) == nil)
    }

    @Test(
        "A PDF embeds its fonts and has no Type 3 font",
        .enabled(if: pdffonts != nil, "needs pdffonts of poppler-utils"),
        arguments: [Samples.names, Samples.hostile])
    func fonts(names: [String]) throws {
        let data = try render(
            Samples.leaderboard(seed: 2, rowCount: 20, names: names), theme: .print,
            size: ChartSize.Paper.ieeePage.size, format: .pdf)
        let listing = try output(of: Self.pdffonts, [], on: data)
        let fonts = listing.split(separator: "\n").dropFirst(2)
        #expect(!fonts.isEmpty)
        #expect(fonts.allSatisfy { !$0.contains("Type 3") && $0.contains(" yes ") })
    }

    @Test(
        "A PDF of each kind is sound, has one tight page, and its words can be found",
        .enabled(if: pdfTools, "needs qpdf, and pdffonts, pdftotext and pdfinfo of poppler-utils"),
        arguments: Specimen.all)
    func soundPDF(specimen: Specimen) throws {
        let size = ChartSize.Paper.ieeePage.size
        let chart = specimen.chart(.typical)
        let drawing = try Drawing(chart, theme: .print, size: size)
        let data = try drawing.data(.pdf)
        let check = try output(of: Self.tool("qpdf"), ["--check"], on: data)
        #expect(check.contains("No syntax or stream encoding errors found"))
        let fonts = try output(of: Self.pdffonts, [], on: data).split(separator: "\n").dropFirst(2)
        #expect(fonts.allSatisfy { !$0.contains("Type 3") && $0.contains(" yes ") })
        let words = try output(of: Self.tool("pdftotext"), [], on: data, after: ["-"])
        #expect(words.contains(try #require(chart.text.title.split(separator: " ").first)))
        let info = try output(of: Self.tool("pdfinfo"), [], on: data)
        #expect(info.contains("Pages:           1\n"))
        let page = try #require(info.split(separator: "\n").first { $0.hasPrefix("Page size:") })
        let numbers = page.split(separator: " ").compactMap { Double($0) }
        #expect(abs(numbers[0] - size.width) < 0.01 && abs(numbers[1] - drawing.scene.height) < 0.01)
    }

    @Test("A PDF carries the date that was asked for, and no other")
    func askedDate() throws {
        let data = try render(
            Samples.leaderboard(seed: 1, rowCount: 3), theme: .print, size: ChartSize.Paper.neurips.size,
            format: .pdf(created: "2025-07-15"))
        #expect(data.range(of: Data("CreationDate (20250715".utf8)) != nil)
    }

    static func tool(_ name: String) -> String? {
        ["/usr/bin/\(name)", "/usr/local/bin/\(name)"].first(where: FileManager.default.isExecutableFile)
    }

    static let pdffonts = tool("pdffonts")
    static let pdfTools = ["qpdf", "pdffonts", "pdftotext", "pdfinfo"].allSatisfy { tool($0) != nil }

    /// What a program prints of a file that holds the data.
    private func output(of program: String?, _ before: [String], on data: Data, after: [String] = []) throws -> String {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("charts-\(UUID().uuidString).pdf")
        try data.write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: try #require(program))
        process.arguments = before + [file.path] + after
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let text = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        return text
    }

    private func identifiers(in data: Data) -> Set<String> {
        let reader = SVGReader()
        let parser = XMLParser(data: data)
        parser.delegate = reader
        _ = parser.parse()
        return reader.identifiers
    }
}

/// Collects what an SVG file is made of.
final class SVGReader: NSObject, XMLParserDelegate {
    var elements: Set<String> = []
    var attributes: Set<String> = []
    var links: Set<String> = []
    var identifiers: Set<String> = []
    var root: [String: String] = [:]

    var hasDanglingLinks: Bool { !links.isSubset(of: identifiers.map { "#" + $0 }) }

    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
        attributes found: [String: String]
    ) {
        if elements.isEmpty { root = found }
        elements.insert(name)
        attributes.formUnion(found.keys)
        if let link = found["href"] { links.insert(link) }
        if let identifier = found["id"] { identifiers.insert(identifier) }
    }
}
