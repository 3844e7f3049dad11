import Charts
import Findings
import Foundation
import Report

/// Acuity's side of the comparison: figures of a findings document, drawn for a page of 160 mm.
struct AcuityCharts {
    /// The resolution of PNG for print, in pixels an inch.
    static let resolution = 600.0
    /// The formats, in the order of the tables.
    static let formats: [ChartFormat] = [.svg, .pdf, .png(scale: resolution / 72)]

    /// The figures that the comparators know and the findings allow, in the order of a report.
    let names: [String]
    private let set: FigureSet
    private let folder: URL
    private let size = ChartSize.Paper.a4.size

    /// - Throws: An error if the findings cannot be read.
    init(findings: URL, folder: URL) throws {
        set = FigureSet(try FindingsDocument(decoding: Data(contentsOf: findings)))
        names = set.names.filter { ["leaderboard", "heat-map", "gap"].contains($0) }
        self.folder = folder
    }

    /// The words and the size of each figure, for those who are to draw the same.
    func orders() throws -> [String: ChartOrder] {
        try names.reduce(into: [:]) { orders, name in
            guard let words = set.words(name) else { return }
            let svg = try file(name, .svg).data
            orders[name] = ChartOrder(
                title: words.title, subtitle: words.subtitle, footnote: words.footnote, width: size.width / 72,
                height: Self.height(of: svg) / 72)
        }
    }

    /// Layout, drawing and writing of each figure in each format: the median of the repeats after one unmeasured.
    func times(repeats: Int) throws -> [ChartTime] {
        try names.flatMap { name in
            try Self.formats.map { format in
                var bytes = 0
                let times = try (0...repeats).map { _ in
                    try processorSeconds {
                        let file = try file(name, format)
                        try file.data.write(to: folder.appending(path: "\(name).\(format.fileExtension)"))
                        bytes = file.data.count
                    }
                }
                return ChartTime(
                    chart: name, format: format.fileExtension, bytes: bytes, seconds: median(Array(times.dropFirst())))
            }
        }
    }

    private func file(_ name: String, _ format: ChartFormat) throws -> SiteFile {
        let files = try set.render(formats: [format], theme: .print, sizes: [size], only: [name]).files
        guard let file = files.first else { preconditionFailure("a figure that has a name is drawn") }
        return file
    }

    /// The height that the head of an SVG file tells, in points.
    private static func height(of svg: Data) -> Double {
        let head = String(decoding: svg.prefix(400), as: UTF8.self)
        return head.firstMatch(of: #/ height="([0-9.]+)pt"/#).flatMap { Double($0.1) } ?? 0
    }
}
