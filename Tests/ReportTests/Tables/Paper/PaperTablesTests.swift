import Charts
import Findings
import Foundation
import Testing

@testable import Report

@Suite("Tables for a paper")
struct PaperTablesTests {
    private static let formats = PaperTables.Format.allCases

    private func text(_ findings: FindingsDocument, _ path: String, unit: ValueFormat.Unit = .percent) -> String {
        let files = PaperTables.files(findings, options: PaperTables.Options(formats: Self.formats, unit: unit)).files
        return String(decoding: files.first { $0.path == path }?.data ?? Data(), as: UTF8.self)
    }

    @Test("are made of every kind and form for a whole study, the same bytes each time") func whole() {
        let options = PaperTables.Options(formats: Self.formats)
        let (files, omissions) = PaperTables.files(Fixture.study(), options: options)
        #expect(omissions.isEmpty)
        #expect(files.map(\.path) == PaperTables.kinds.flatMap { ["\($0).tex", "\($0).csv", "\($0).md"] })
        #expect(files == PaperTables.files(Fixture.study(), options: options).files)
    }

    @Test("carry the study's notice in every LaTeX and Markdown file, its label in every row of data") func notice() {
        let findings = Fixture.study()
        for kind in PaperTables.kinds {
            #expect(text(findings, kind + ".tex").contains("Simulated from published accuracies."), "\(kind)")
            #expect(text(findings, kind + ".md").contains("Simulated from published accuracies."), "\(kind)")
            let rows = text(findings, kind + ".csv").split(separator: "\r\n")
            #expect(rows.allSatisfy { $0.hasSuffix(",label") || $0.hasSuffix(",simulated") }, "\(kind)")
        }
    }

    @Test("say why they are left out where the findings do not allow them") func omissions() {
        #expect(PaperTables.files(Variants.empty).omissions.map(\.kind) == PaperTables.kinds)
        #expect(
            PaperTables.files(Variants.empty).omissions.allSatisfy {
                $0.reason.contains("expected") && $0.reason.contains("found")
            })
        #expect(
            PaperTables.files(Variants.single).omissions.map(\.kind) == ["gap", "verdicts", "variance", "differences"])
        #expect(PaperTables.files(Variants.single, only: ["gap"]).files.isEmpty)
    }

    @Test("are made for each edge of a study", arguments: Variants.all.map(\.name)) func edges(name: String) throws {
        let findings = try #require(Variants.all.first { $0.name == name }).findings
        let options = PaperTables.Options(formats: Self.formats)
        let (files, omissions) = PaperTables.files(findings, options: options)
        #expect(files.count == (PaperTables.kinds.count - omissions.count) * 3)
        for file in files where file.path.hasSuffix(".tex") {
            let text = String(decoding: file.data, as: UTF8.self)
            #expect(columnsFit(text), "\(file.path)")
            #expect(!text.contains("\n\n"), "\(file.path)")
        }
        for file in files where file.path.hasSuffix(".md") {
            let rows = String(decoding: file.data, as: UTF8.self).split(separator: "\n").filter { $0.hasPrefix("| ") }
            let counts = Set(rows.map { $0.replacing("\\|", with: "").count { $0 == "|" } })
            #expect(counts.count == 1, "\(file.path)")
        }
    }

    /// Whether every row of the first table takes as many of LaTeX's columns as the others.
    private func columnsFit(_ text: String) -> Bool {
        let rows = text.split(separator: "\n").filter { $0.contains(" & ") }
        let widths = rows.map { row -> Int in
            let separators = row.replacing("\\&", with: "").count { $0 == "&" }
            let spans = row.matches(of: /\\multicolumn\{(\d+)\}/).compactMap { Int($0.1) }
            return separators + 1 + spans.map { $0 - 1 }.reduce(0, +)
        }
        return Set(widths).count <= 1
    }

    @Test("show hostile names and run none of them") func hostileNames() {
        var findings = Fixture.study()
        for position in findings.models.indices { findings.models[position].name = HostileNames.all[position] }
        for position in findings.benchmarks.indices {
            findings.benchmarks[position].name = HostileNames.all[HostileNames.all.count - 1 - position]
        }
        findings.study.title = HostileNames.all[10]
        findings.study.notice = HostileNames.all[0]
        for kind in PaperTables.kinds {
            let latex = text(findings, kind + ".tex")
            #expect(!latex.contains("\\input"), "\(kind)")
            let code = latex.split(separator: "\n").filter { !$0.hasPrefix("%") }.joined(separator: "\n")
            #expect(code.components(separatedBy: "\\end{table}").count <= 2, "\(kind)")
            #expect(!code.contains("\n% comment") && !code.contains(" % comment"), "\(kind)")
            #expect(latex.split(separator: "\n")[0].hasPrefix("% Made by"), "\(kind)")
            #expect(latex.split(separator: "\n")[1].hasPrefix("% Command"), "\(kind)")
            #expect(latex.contains("\\textbackslash{}input\\{/etc/passwd\\}"), "\(kind)")
            #expect(latex.contains("use xelatex or lualatex"), "\(kind)")
            #expect(!latex.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" || $0.value == 0x202E }, "\(kind)")
            let markdown = text(findings, kind + ".md")
            #expect(!markdown.contains("<script>") && !markdown.contains("https://evil"), "\(kind)")
            #expect(text(findings, kind + ".csv").contains("'=cmd|"), "\(kind)")
        }
    }

    @Test("mark the best in bold only where it is better than every other model") func best() throws {
        var findings = Fixture.study(models: 3, benchmarks: 1)
        let benchmark = findings.benchmarks[0].id
        func marks() -> [PaperTable.Mark?] {
            let ranking = Ranking(FindingsIndex(findings), on: benchmark)
            return ranking.rows.indices.map { PaperAccuracy.mark(ranking, $0) }
        }
        for position in findings.differences.indices { findings.differences[position].adjustedPValue = 0.01 }
        #expect(marks() == [.best, nil, nil])
        let order = Ranking(FindingsIndex(findings), on: benchmark).rows.map(\.model)
        let pair = try #require(
            findings.differences.firstIndex {
                $0.benchmark == benchmark && Set([$0.first, $0.second]) == Set([order[0], order[2]])
            })
        findings.differences[pair].adjustedPValue = 0.05
        #expect(marks() == [.untold, nil, .untold])
        findings.differences = []
        #expect(marks() == [nil, nil, nil])
        findings = Fixture.study(models: 1, benchmarks: 1)
        #expect(marks() == [nil])
    }

    @Test("mark equal models as not told apart") func equal() {
        var findings = Fixture.study(models: 2, benchmarks: 1)
        for position in findings.estimates.indices { findings.estimates[position].estimate = 0.5 }
        for position in findings.differences.indices {
            findings.differences[position].estimate = 0
            findings.differences[position].adjustedPValue = 1
        }
        #expect(text(findings, "leaderboard.md").contains("| a |"))
        #expect(text(findings, "accuracy.md").split(separator: "\n").count { $0.contains("50.0†") } == 2)
        #expect(!text(findings, "accuracy.md").contains("| **"))
    }

    @Test("write percent or scores, and data as scores in either unit") func units() {
        let findings = Fixture.study(models: 2)
        #expect(text(findings, "leaderboard.tex").contains("\\% {[}95\\% interval{]}"))
        #expect(text(findings, "leaderboard.tex", unit: .score).contains("table-format=1.3"))
        #expect(text(findings, "leaderboard.tex", unit: .score).contains("--unit score"))
        #expect(text(findings, "leaderboard.csv") == text(findings, "leaderboard.csv", unit: .score))
    }

    @Test("show the gap on each benchmark where there is none over benchmarks") func gaps() {
        var findings = Fixture.study(models: 2, benchmarks: 2)
        findings.gaps.removeAll { $0.benchmark == nil }
        let rows = text(findings, "gap.csv").split(separator: "\r\n")
        #expect(rows.count == 5)
        #expect(rows[0].hasPrefix("benchmark,model,"))
    }
}
