import Findings
import Testing

@testable import Report

@Suite("Letters of a ranking")
struct LetterGroupsTests {
    /// A study of five models on one benchmark in which only the given pairs of places are told apart.
    private func ranking(told: [(Int, Int)]) -> Ranking {
        var findings = Fixture.study(models: 5, benchmarks: 1)
        let benchmark = findings.benchmarks[0].id
        let order = Ranking(FindingsIndex(findings), on: benchmark).rows.map(\.model)
        for position in findings.differences.indices {
            let pair = Set([findings.differences[position].first, findings.differences[position].second])
            let isTold = told.contains { pair == Set([order[$0.0], order[$0.1]]) }
            findings.differences[position].adjustedPValue = isTold ? 0.001 : 0.5
        }
        return Ranking(FindingsIndex(findings), on: benchmark)
    }

    @Test(
        "are shared by two models if and only if no test tells them apart",
        arguments: [
            [], [(0, 4)], [(0, 1)], [(0, 2), (1, 4)], [(0, 1), (2, 3), (1, 3)],
            [(0, 1), (0, 2), (0, 3), (0, 4), (1, 2), (1, 3), (1, 4), (2, 3), (2, 4), (3, 4)],
        ] as [[(Int, Int)]])
    func sharing(told: [(Int, Int)]) throws {
        let letters = try #require(LetterGroups(ranking(told: told))).letters
        for first in 0..<5 {
            for second in (first + 1)..<5 {
                let isTold = told.contains { $0 == (first, second) }
                #expect(Set(letters[first]).isDisjoint(with: Set(letters[second])) == isTold, "\(first) \(second)")
            }
        }
    }

    @Test("begin with a for the first model") func order() throws {
        #expect(
            try #require(LetterGroups(ranking(told: [(0, 4), (0, 3), (1, 4)]))).letters == [
                "a", "ab", "abc", "bc", "c",
            ])
    }

    @Test("do not exist without tests") func untested() {
        #expect(LetterGroups(Ranking(FindingsIndex(Variants.bare), on: Variants.bare.benchmarks[0].id)) == nil)
    }
}
