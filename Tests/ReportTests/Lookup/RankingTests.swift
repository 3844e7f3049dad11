import Findings
import Testing

@testable import Report

@Suite("A ranking")
struct RankingTests {
    @Test("joins neighbours of which no pair can be told apart, and only those")
    func groupsAreCliques() throws {
        let ranking = try #require(FindingsIndex(Fixture.study()).homeRanking())
        #expect(ranking.rows.first?.model == "lingshu-32b")
        for group in ranking.groups {
            for first in group {
                for second in group where second > first { #expect(ranking.relation(first, second) == .untold) }
            }
        }
        #expect(ranking.groups == [0...4, 5...7])
    }

    @Test("turns round where a lower score is better")
    func lowerCanBeBetter() throws {
        var findings = Fixture.study()
        findings.benchmarks[0].higherIsBetter = false
        let ranking = Ranking(FindingsIndex(findings), on: findings.benchmarks[0].id)
        #expect(ranking.rows.first?.model == "huatuogpt-vision-7b")
        let told = ranking.rows.indices.first { ranking.relation(0, $0) != .untold && $0 > 0 }
        #expect(ranking.relation(0, try #require(told)) == .better)
    }

    @Test("reads a difference in both directions")
    func differencesTurn() throws {
        let index = FindingsIndex(Fixture.study())
        let forth = try #require(index.difference("qwen2.5-vl-3b", "lingshu-7b", on: "slake"))
        let back = try #require(index.difference("lingshu-7b", "qwen2.5-vl-3b", on: "slake"))
        #expect(forth.estimate == -back.estimate)
        #expect(forth.interval.lower == -back.interval.upper)
        #expect(forth.onlyFirst == back.onlySecond)
    }
}
