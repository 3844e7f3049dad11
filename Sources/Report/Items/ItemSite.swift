import Findings
import Foundation

/// Makes the pages of items, one benchmark after the other, and hands every file over as soon as it is made.
struct ItemSite {
    let source: any ItemSource
    let index: FindingsIndex
    let layout: Layout

    /// Whether the findings let anything be shown.
    static func isNeeded(_ findings: FindingsDocument) -> Bool {
        findings.benchmarks.contains { $0.items > 0 && $0.itemLimit != 0 }
    }

    /// - Parameter write: Takes a file, from several threads.
    /// - Returns: The benchmarks whose items are shown, and the names of the others.
    func write(
        to write: @escaping @Sendable (SiteFile) throws -> Void
    ) throws -> (overviews: [ItemOverview], hidden: [String]) {
        let benchmarks = index.document.benchmarks
        // Each benchmark is read over a connection of its own.
        let overviews = try Parallel.map(benchmarks) { benchmark -> ItemOverview? in
            let reader = try source.reader()
            guard benchmark.itemLimit != 0, let board = try reader.board(benchmark.id), !board.keys.isEmpty else {
                return nil
            }
            let plan = ItemPlan(
                board, limit: benchmark.itemLimit, folder: "items/\(index.benchmarkSlugs[benchmark.id])")
            return try self.write(board, plan, benchmark, reader: reader, to: write)
        }
        let hidden = zip(benchmarks, overviews).filter { $0.1 == nil }.map(\.0.name)
        return (overviews.compactMap(\.self), hidden)
    }

    private func write(
        _ board: ItemBoard, _ plan: ItemPlan, _ benchmark: BenchmarkFinding, reader: any ItemReading,
        to write: @escaping @Sendable (SiteFile) throws -> Void
    ) throws -> ItemOverview {
        let images = ItemImages(pattern: benchmark.images, board: board, folder: plan.folder)
        let pages = ItemPage(
            board: board, plan: plan, index: index, images: try images.images(of: plan.places, write: write))
        // Each thread reads over a connection of its own, so it gets a run of pages rather than one.
        let runs = stride(from: 0, to: plan.pages, by: Self.pagesOfThread).map {
            $0..<min(plan.pages, $0 + Self.pagesOfThread)
        }
        _ = try Parallel.map(runs) { [source, layout] run in
            let reader = try source.reader()
            for number in run {
                let page = try pages.page(number, reader: reader)
                try write(SiteFile(path: page.path, text: try layout.html(page)))
            }
        }
        let overview = ItemOverview(board, plan: plan)
        let data = BrowseData(board, plan: plan, index: index)
        try data.write(reader: reader, to: write)
        let browse = BrowsePage(
            board: board, overview: overview, index: index, data: data, missingImages: images.missing)
        let page = try browse.page(reader: reader)
        try write(SiteFile(path: page.path, text: try layout.html(page)))
        return overview
    }

    private static let pagesOfThread = 64
}
