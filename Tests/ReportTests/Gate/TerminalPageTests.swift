import Findings
import Foundation
import Testing

@testable import Report

@Suite("The gate's table")
struct TerminalPageTests {
    private func text(_ name: String, _ options: GateOptions = GateOptions()) throws -> String {
        try GateReport.render(Releases.named(name), as: .table, options: options)
    }

    @Test("fits its width whatever names are", arguments: Releases.all.map(\.name), [60, 80, 100])
    func width(name: String, width: Int) throws {
        for line in try text(name, GateOptions(width: width)).split(separator: "\n") {
            #expect(DisplayWidth.of(String(line)) <= width, "\(line)")
        }
    }

    @Test("fits its width where names and numbers are longer than the line")
    func extremes() throws {
        var document = Releases.blocked()
        for position in document.benchmarks.indices {
            document.benchmarks[position].name = String(repeating: "病", count: 300)
        }
        for position in document.comparisons.indices {
            document.comparisons[position].items = .max
            document.comparisons[position].interval.lower = -1e12
        }
        document.releases[1].label = String(repeating: "w", count: 300)
        let text = try GateReport.render(document, as: .table)
        #expect(text.split(separator: "\n").allSatisfy { DisplayWidth.of(String($0)) <= 80 })
    }

    @Test("says the verdict first, then each part below its benchmark with what the gate made of it")
    func order() throws {
        let lines = try text("blocked").split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        #expect(lines[0].hasPrefix("BLOCKED: v2 regressed on 1 of 4 benchmarks (SLAKE) and in 1 capability"))
        let table = try #require(lines.firstIndex { $0.hasPrefix("score in %") })
        #expect(
            Array(lines[table...(table + 3)]) == [
                "score in %       base  cand  diff 95% interval   adj. p  verdict          n",
                "overall          64.1  63.4  −0.7 [−1.7, 0.2]     0.340  inconclusive  8381",
                "SLAKE            81.3  77.6  −3.8 [−5.5, −2.1]   <0.001  regressed !   1061",
                "  reasoning      73.2  66.1  −7.1 [−10.2, −4.1]  <0.001  regressed !    412",
            ])
        #expect(lines.contains("PathVQA          55.8  54.6  −1.2 [−1.8, −0.6]    0.002  regressed ~   6719"))
    }

    @Test(
        "holds flips, unmatched items, what was let pass and why, and how the numbers were made",
        arguments: [
            "382 items turned from right to wrong, 282 from wrong to right", "Items that turned: 210",
            "│ base: answered Liver                │ cand: answered Spleen", "198 items more turned and are not listed",
            "SLAKE      1061          3          1         0              0",
            "have 1 and 4 answers to each item and the", "Waived until 2026-01-31: Labels are being corrected",
            "Expired on 2025-06-30: a waiver of 2 failures",
            "since the policy does not block on `refused`: v2, refused answers",
            "adjusted by weighted Holm over 9 tests", "1.3 overall, 0.9 to 4.0 by benchmark",
            "  cost of 1000   1.210  1.650  +0.440 [0.370, 0.510]  <0.001  increased    1061",
        ])
    func parts(expected: String) throws {
        let text = try text("blocked")
        let isThere = text.contains(expected) || text.replacing("\n    ", with: " ").contains(expected)
        #expect(isThere)
    }

    @Test("shows as many flips as asked for", arguments: [0, 1, 12])
    func flips(count: Int) throws {
        let text = try text("blocked", GateOptions(flips: count))
        #expect(text.components(separatedBy: "│ expected  Liver").count - 1 == count)
    }

    @Test("uses colour only where asked, and says the same with it")
    func colour() throws {
        let plain = try text("blocked")
        let coloured = try text("blocked", GateOptions(usesColour: true))
        #expect(!plain.contains("\u{1B}"))
        #expect(coloured.contains("\u{1B}[31mregressed !"))
        #expect(coloured.replacing(#/\u{1B}\[[0-9;]*m/#, with: "") == plain)
    }

    @Test("lets nothing of a log steer the terminal or the runner")
    func attacks() throws {
        let text = try text("attacked")
        let turning = text.unicodeScalars.filter {
            (0x202A...0x202E).contains($0.value) || (0x2066...0x2069).contains($0.value)
        }
        #expect(turning.isEmpty)
        #expect(!text.unicodeScalars.contains { ($0.value < 0x20 && $0 != "\n") || (0x7F..<0xA0).contains($0.value) })
        #expect(!text.contains("##"))
        #expect(!text.split(separator: "\n").contains { $0.drop { $0 == " " }.hasPrefix("::") })
    }

    @Test("says what a strict policy and growing logs change")
    func strict() throws {
        let text = try text("strict").replacing("\n    ", with: " ").replacing("\n", with: " ")
        #expect(text.hasPrefix("INCONCLUSIVE: nothing blocks, but 3 of 5 comparisons are inconclusive"))
        #expect(text.contains("They hold at any time"))
        #expect(text.contains("overall          64.1  63.4  −0.7 [−4.7, 3.3]"))
    }

    @Test("tells where the level changed over the releases") func histories() throws {
        let text = try text("several").replacing("\n    ", with: " ")
        #expect(text.contains("The level over the releases"))
        #expect(
            text.contains("overall: another level from v3 on, −4.0 points [−6.0, −2.0], p < 0.001 (3 releases, error"))
        #expect(text.contains("SLAKE: no change of level over 3 releases (error rate 5%, n = 800)."))
        #expect(try !self.text("blocked").contains("The level over"))
    }

    @Test("names each of several candidates, releases without items, and where lower is better")
    func several() throws {
        let text = try text("several").replacing("\n    ", with: " ").replacing("\n", with: " ")
        #expect(text.contains("v3 regressed overall and has more unparsed answers on 1 benchmark"))
        #expect(text.contains("v3 is known by its findings only"))
        #expect(text.contains("PathVQA ↓") && text.contains("Where ↓ stands, lower scores are better."))
    }
}
