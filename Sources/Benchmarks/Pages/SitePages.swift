import Foundation
import LogGeneration

/// The site of a generated study, beside a bare write of the same files and a script of Jinja2 that renders its tables.
enum SitePages {
    private static let models = 50
    private static let benchmarks = 10

    static func table(_ settings: BenchmarkSettings) throws -> ResultTable {
        let acuity = try AcuityProgram()
        var plan = LogPlan()
        (plan.models, plan.benchmarks, plan.items) = (models, benchmarks, 200)
        let folder = try settings.emptyFolder("pages")
        _ = try GeneratedStudy.write(plan, to: folder)
        let study = folder.appending(path: "study.toml").path
        for command in ["ingest", "analyze"] {
            _ = try acuity.best(of: 1, [command, study, "--output", folder.path, "--quiet"])
        }
        let site = folder.appending(path: "site")
        let ours = try acuity.best(["site", "--output", folder.path, "--quiet"]) {
            try? FileManager.default.removeItem(at: site)
        }
        let again = try acuity.best(["site", "--output", folder.path, "--quiet"])
        let files = filesBelow(site)
        let contents = try files.map { try Data(contentsOf: $0) }
        let bytes = contents.reduce(0) { $0 + $1.count }
        let pages = files.count { $0.pathExtension == "html" }
        let bare = try settings.emptyFolder("bare")
        let floor = seconds { Floors.write(contents, to: bare) }

        var table = ResultTable(
            title: "The site of a study of \(models) models × \(benchmarks) benchmarks",
            columns: ["Program", "Files", "Pages", "Bytes", "Time", "Peak memory", "Rate", "÷ floor", "ms a page"])
        func row(_ name: String, _ files: Int, _ pages: Int, _ bytes: Int, _ time: Double, _ peak: Int?) {
            table.add(
                name, Figure.count(files), Figure.count(pages), Figure.bytes(bytes), Figure.time(time),
                peak.map { Figure.bytes($0) } ?? "–", Figure.rate(bytes, in: time), Figure.ratio(time, to: floor),
                Figure.significant(1000 * time / Double(pages)))
        }
        row("floor: bare write of the same files", files.count, pages, bytes, floor, nil)
        row("acuity site", files.count, pages, bytes, ours.seconds, ours.peakBytes)
        row("acuity site, the site is there already", files.count, pages, bytes, again.seconds, again.peakBytes)
        let kinds = Dictionary(grouping: files, by: \.pathExtension).mapValues { kind in
            (files: kind.count, bytes: kind.reduce(0) { $0 + fileBytes($1) })
        }.sorted { ($1.value.bytes, $0.key) < ($0.value.bytes, $1.key) }
        table.notes.append(
            "The site by kind of file: "
                + kinds.prefix(6).map {
                    "\($0.key) \(Figure.count($0.value.files)) × \(Figure.bytes($0.value.bytes / $0.value.files))"
                }
                .joined(separator: ", ") + ".")
        let output = try settings.emptyFolder("jinja")
        let findings = folder.appending(path: "results/findings.json").path
        if let theirs = try Comparator.jinja.best([findings, output.path]) {
            let rendered = filesBelow(output)
            row(
                "Jinja2, leaderboard tables alone", rendered.count, rendered.count,
                rendered.reduce(0) { $0 + fileBytes($1) }, theirs.seconds, theirs.peakBytes)
            try check(theirs.output, against: site)
            table.notes.append("The leaderboards of both have the same figures.")
        } else {
            table.notes.append(Comparator.jinja.absence)
        }
        return table
    }

    private static func check(_ output: Data, against site: URL) throws {
        let rows = try JSONDecoder().decode([[String]].self, from: output)
        let page = try String(contentsOf: site.appending(path: "index.html"), encoding: .utf8)
        guard rows.count == models, rows.allSatisfy({ page.contains("\($0[0]): \($0[1])") }) else {
            throw ComparatorError(program: "Jinja2", said: "other figures than on Acuity's leaderboard")
        }
    }
}

extension BenchmarkGroup {
    static let pages = BenchmarkGroup(
        name: "pages", summary: "the site of a 50 × 10 study, beside a bare write and Jinja2"
    ) { [try SitePages.table($0)] }
}
