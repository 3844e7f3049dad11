import Testing

@testable import Analysis

@Suite("Whether predictions are suspicious") struct SuspiciousPredictionsTests {
    private typealias Row = LogBench.Row

    private func problems(_ first: [Row], _ second: [Row]) throws -> [String] {
        let bench = try LogBench()
        try bench.write("a.jsonl", model: "m1", first)
        try bench.write("b.jsonl", model: "m2", second)
        return try bench.problems().map(\.kind)
    }

    /// Wrong on every item whose number `isWrong` says, with the option `shift` behind the right one.
    private func rows(_ count: Int, shift: (Int) -> Int = { _ in 1 }, isWrong: (Int) -> Bool) -> [Row] {
        LogBench.rows(count) { isWrong($0) ? $0 + shift($0) : $0 }
    }

    @Test("the same answers with ten wrong ones among them are no coincidence") func sameAnswers() throws {
        let answers = rows(40) { $0 % 4 == 0 }
        #expect(try problems(answers, answers) == ["identical-predictions"])
    }

    @Test("one other answer, or fewer than ten wrong ones, is no suspicion") func otherAnswers() throws {
        let answers = rows(40) { $0 % 4 == 0 }
        var other = answers
        other[1].prediction = "D"
        #expect(try problems(answers, other) == [])
        let good = rows(40) { $0 < 9 }
        #expect(try problems(good, good) == [])
    }

    @Test("models that are wrong on the same items but choose otherwise are no twins") func otherChoice() throws {
        #expect(try problems(rows(40) { $0 % 4 == 0 }, rows(40, shift: { 1 + $0 / 4 % 2 }) { $0 % 4 == 0 }) == [])
    }

    @Test("logs with the same bytes are one, however few items they have") func sameBytes() throws {
        let bench = try LogBench()
        for name in ["m1.jsonl", "m2.jsonl"] { try bench.write(name, model: nil, LogBench.rows(5) { $0 }) }
        let problem = try #require(bench.problems().first)
        #expect(problem.kind == "identical-predictions" && problem.models == ["m1", "m2"])
        #expect(problem.message.contains("same bytes"))
    }

    @Test("letters are not compared where options are shuffled") func shuffled() throws {
        let answers = rows(40) { $0 % 4 == 0 }
        let turned = answers.map { row in
            var row = row
            row.choices = ["lung", "kidney", "liver", "spleen"]
            return row
        }
        #expect(try !problems(answers, turned).contains("identical-predictions"))
    }

    @Test("half of the long texts word for word is enough; stock phrases and short texts are not") func texts() throws {
        func texts(_ text: (Int) -> String) -> [Row] {
            LogBench.rows(40) { $0 }.enumerated().map { number, row in
                var row = row
                row.prediction = text(number)
                return row
            }
        }
        let words = String(repeating: "the density is raised and the border is sharp, ", count: 3)
        let own = texts { "Model one on \($0): \(words) hence \(LogBench.letter($0 % 4))" }
        let half = texts {
            $0 < 20 ? own[$0].prediction ?? "" : "Model two on \($0): \(words) so \(LogBench.letter($0 / 2 % 4))"
        }
        let few = texts {
            $0 < 12 ? own[$0].prediction ?? "" : "Model two on \($0): \(words) so \(LogBench.letter($0 / 2 % 4))"
        }
        #expect(try problems(own, half) == ["identical-predictions"])
        #expect(try problems(own, few) == [], "other texts show other models, whatever the answers")
        let stock = texts { $0 < 20 ? "I cannot help. \(words)" : "One, \($0), \(words) \(LogBench.letter($0 % 4))" }
        let same = texts { $0 < 20 ? "I cannot help. \(words)" : "Two, \($0), \(words) \(LogBench.letter($0 / 3 % 4))" }
        #expect(try problems(stock, same) == [])
    }

    @Test(
        "a dozen sentences word for word with three wrong ones are enough; right ones alone are not",
        arguments: [0, 2, 3])
    func sentences(wrong: Int) throws {
        let rows = LogBench.rows(12) { $0 < wrong ? $0 + 1 : $0 }.enumerated().map { number, row in
            var row = row
            row.prediction = "In picture \(number) I see: \(row.prediction ?? "")"
            return row
        }
        #expect(try problems(rows, rows) == (wrong == 3 ? ["identical-predictions"] : []))
        var other = rows
        other[11].prediction = "Picture 11 rather shows: D"
        #expect(try problems(rows, other) == [])
    }

    @Test("one text for nearly all items is told, unless the targets are as constant") func constant() throws {
        let bench = try LogBench()
        try bench.write("a.jsonl", model: "m1", LogBench.rows(40) { $0 == 3 ? 1 : 0 })
        try bench.write("b.jsonl", model: "m2", LogBench.rows(40) { $0 % 10 == 0 ? 1 : 0 })
        let problems = try bench.problems()
        #expect(problems.map(\.kind) == ["constant-predictions"] && problems[0].models == ["m1"])
        #expect(problems[0].message.contains("39 of 40 items"))

        let balanced = try LogBench()
        try balanced.write(
            "a.jsonl", model: "m1",
            LogBench.rows(40) { _ in 0 }.map { row in
                var row = row
                row.target = "A"
                return row
            })
        #expect(try balanced.problems().isEmpty)
    }
}
