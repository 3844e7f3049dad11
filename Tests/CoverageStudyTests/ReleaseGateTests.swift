import Foundation
import Statistics
import Testing

@testable import CoverageStudy

@Suite("The release gate's study")
struct ReleaseGateTests {
    @Test("Both sides of the exact power add up to that of the two-sided test", arguments: [30, 200, 1500])
    func sides(size: Int) {
        let (worse, better) = (SimulatedRelease(change: -0.03), SimulatedRelease(change: 0.03))
        let sum =
            PairedTheory.mcNemar(worse, size: size, alpha: 0.05) + PairedTheory.mcNemar(better, size: size, alpha: 0.05)
        let power = Power.mcNemar(
            size: size, onlyFirst: worse.onlyBaseline, onlySecond: worse.onlyCandidate, alpha: 0.05)
        #expect(abs(sum - power) < 1e-12)
    }

    @Test(
        "Repeated looks at 5 % raise false alarms as Armitage, McPherson and Rowe 1969 tabulate",
        arguments: [(1, 0.050), (2, 0.083), (5, 0.142), (10, 0.193), (50, 0.320)])
    func looks(count: Int, share: Double) {
        #expect(abs(PairedTheory.repeatedLooks(count, alpha: 0.05) - share) < 0.0006)
    }

    @Test("Simulated items disagree as often, and clusters correlate as much, as they say")
    func draws() {
        let release = SimulatedRelease(change: -0.05, clusterSize: 4, correlation: 0.3)
        var random = RandomNumbers("draws")
        let pair = release.draw(size: 80_000, &random)
        let differences = pair.sample.scores
        #expect(abs(pair.estimate + 0.05) < 0.006)
        #expect(abs(Double(differences.count { $0 != 0 }) / 80_000 - SimulatedRelease.discordant) < 0.006)
        #expect(pair.sample.clusterCount == 20_000)
        // 1 + 3ρ = 1.9.
        #expect(abs((pair.sample.designEffect ?? 0) - 1.9) < 0.08)
        #expect(abs(pair.sample.standardError / PairedTheory.standardError(release, size: 80_000) - 1) < 0.04)
    }

    @Test("One comparison is called regressed as often as theory says", arguments: [1, 4])
    func single(clusterSize: Int) {
        let simulations = 400
        let rows = SingleComparison.rows(
            size: 300, clusterSize: clusterSize, correlation: clusterSize == 1 ? 0 : 0.3, simulations: simulations)
        #expect(rows.map(\.change) == SimulatedRelease.changes)
        for row in rows {
            let error = (row.theory * (1 - row.theory) / Double(simulations)).squareRoot()
            let slack = row.relation == .near ? 0.02 : 0
            #expect(abs(row.share - row.theory) < 4 * error + slack, "\(row)")
        }
    }

    @Test("Sixteen tests of releases that do not differ seldom call one regressed, and find what differs much")
    func family() throws {
        let rows = ComparisonFamily.rows(size: 200, clusterSize: 1, correlation: 0, simulations: 60)
        #expect(rows.count == 4 * SimulatedRelease.changes.count)
        let any = rows.filter { $0.event == "any regressed" }
        // Half of 5 % of 60 is 1.5.
        #expect(try #require(any.first).share <= 6.0 / 60)
        #expect(try #require(any.last).share > 0.9)
        #expect(ComparisonFamily.falseAlarmsElsewhere(size: 200, change: -0.05, simulations: 40).share <= 5.0 / 40)
    }

    @Test("Looking often breaks the fixed test and not the confidence sequence")
    func peeking() throws {
        let rows = Peeking.rows(change: 0, simulations: 100).suffix(2)
        let (test, sequence) = (try #require(rows.first), try #require(rows.last))
        #expect(test.share > 0.15)
        #expect(sequence.share <= 0.11)
        #expect(sequence.theory == 1 - level)
    }

    /// The cells of the rows of the committed tables.
    private func committed() throws -> [[String]] {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let text = try String(contentsOf: root.appendingPathComponent("docs/release-gate-power.md"), encoding: .utf8)
        return text.split(separator: "\n").filter {
            $0.hasPrefix("| ") && !$0.contains("---") && !$0.contains("setting")
        }
        .map { line in line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) } }
    }

    @Test("Every row of the committed table stands to its theory as it says")
    func committedTable() throws {
        let rows = try committed()
        #expect(rows.count > 100)
        for row in rows {
            try #require(row.count == 7)
            let share = try #require(Double(row[3]))
            let theory = try #require(Double(row[6]))
            // A share of 0 or 1 shows no error of its own.
            let reach = 4 * max(try #require(Double(row[4])), 0.001)
            switch try #require(GateRow.Relation(rawValue: row[5])) {
            case .equal: #expect(abs(share - theory) <= reach, "\(row)")
            case .near: #expect(abs(share - theory) <= reach + 0.02, "\(row)")
            case .atMost: #expect(share <= theory + reach, "\(row)")
            case .atLeast: #expect(share >= theory - reach, "\(row)")
            }
            if row[1] == "0", !row[2].contains("exact McNemar ever") { #expect(share <= 0.05, "\(row)") }
        }
    }

    @Test("The committed table is what the study makes")
    func reproduced() throws {
        let rows = SingleComparison.rows(size: 200, clusterSize: 4, correlation: 0.3, simulations: 4000)
        let text = ReleaseGateTable.markdown(rows)
        let table = try committed().map { "| " + $0.joined(separator: " | ") + " |" }
        for line in text.split(separator: "\n") where line.hasPrefix("| n = ") { #expect(table.contains(String(line))) }
        #expect(text.split(separator: "\n").count { $0.hasPrefix("| n = ") } == SimulatedRelease.changes.count)
    }
}
