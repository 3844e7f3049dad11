import Testing

@testable import Analysis

@Suite("Whether runs mean the same items") struct SameItemsTests {
    private typealias Row = LogBench.Row

    private func bench(_ second: ([Row]) -> [Row], count: Int = 24) throws -> LogBench {
        let bench = try LogBench()
        try bench.write("a.jsonl", model: "m1", LogBench.rows(count) { $0 })
        try bench.write("b.jsonl", model: "m2", second(LogBench.rows(count) { $0 / 2 }))
        return bench
    }

    @Test("runs that say the same of their items give no problem") func allWell() throws {
        #expect(try bench { $0 }.problems().isEmpty)
    }

    @Test("spaces, capitals, image placeholders and option labels are no difference") func harmless() throws {
        let bench = try bench { rows in
            rows.map { row in
                var row = row
                row.question =
                    "<image 1>\n  WHICH organ is   shown in\tpicture \(row.item.dropFirst(2).drop { $0 == "0" })?"
                row.question = (row.question ?? "").replacing("picture ?", with: "picture 0?")
                row.choices = ["A. Kidney", "B. Liver", "C. Spleen", "D. Lung"]
                return row
            }
        }
        #expect(try bench.problems().isEmpty)
    }

    @Test("a letter, the option's text and its number are one target", arguments: ["text", "labelled", "number"])
    func sameTargets(form: String) throws {
        let bench = try bench { rows in
            rows.enumerated().map { number, row in
                var row = row
                let text = LogBench.organs[number % 4]
                switch form {
                case "text": row.target = text
                case "labelled": row.target = "(\(LogBench.letter(number % 4))) \(text)"
                default: row.target = "\(number % 4)"
                }
                return row
            }
        }
        #expect(try bench.problems().filter { $0.kind == "different-targets" }.isEmpty)
    }

    @Test("a target's text without the options matches the letter with them") func textWithoutOptions() throws {
        let bench = try bench { rows in
            rows.enumerated().map { number, row in
                var row = row
                row.choices = nil
                row.target = LogBench.organs[number % 4]
                row.prediction = LogBench.organs[number % 3]
                return row
            }
        }
        #expect(try bench.problems().isEmpty)
    }

    @Test("another target is a warning with the items and both the effect and the remedy") func otherTargets() throws {
        let bench = try bench { rows in
            var rows = rows
            for item in [3, 7] { rows[item].target = LogBench.letter((item + 1) % 4) }
            return rows
        }
        let problem = try #require(bench.problems().first)
        #expect(try bench.problems().map(\.kind) == ["different-targets"])
        #expect(problem.severity == "warning" && problem.items == 2 && problem.count == 2)
        #expect(problem.benchmark == "b" && problem.models == ["m2"] && problem.examples == ["q103", "q107"])
        #expect(problem.place.hasSuffix("b.jsonl") && problem.runs == [problem.place])
        #expect(problem.message.contains("2 of 24 items") && problem.message.contains("`q103`"))
        #expect(problem.message.contains("scored against its own targets"))
    }

    @Test("of three runs the one that differs from the other two is named, whatever its place") func majority() throws {
        let bench = try LogBench()
        var odd = LogBench.rows(24) { $0 }
        odd[5].target = "D"
        try bench.write("a.jsonl", model: "m1", odd)
        try bench.write("b.jsonl", model: "m2", LogBench.rows(24) { $0 / 2 })
        try bench.write("c.jsonl", model: "m3", LogBench.rows(24) { $0 / 3 })
        let problem = try #require(bench.problems().first { $0.kind == "different-targets" })
        #expect(problem.models == ["m1"] && problem.examples == ["q105"])
    }

    @Test("targets that differ on most items point to a field that was misread") func misreadTargets() throws {
        let bench = try bench { rows in
            rows.map { row in
                var row = row
                row.choices = nil
                row.target = "I think that \(row.item) shows something else."
                return row
            }
        }
        let problem = try #require(bench.problems().first { $0.kind == "different-targets" })
        #expect(problem.items == 24 && problem.message.contains("the model's own answer"))
    }

    @Test("another question on a few items is named with them") func fewQuestions() throws {
        let bench = try bench { rows in
            var rows = rows
            rows[2].question = "What is the plane of the picture?"
            return rows
        }
        let problems = try bench.problems()
        #expect(problems.map(\.kind) == ["different-questions"])
        #expect(problems.first?.examples == ["q102"] && problems.first?.items == 1)
    }

    @Test("the same questions under other keys are told from other questions and from another prompt") func most()
        throws
    {
        let moved = try bench { rows in
            rows.indices.map { index in
                var row = rows[(index + 5) % rows.count]
                row.item = rows[index].item
                return row
            }
        }.problems()
        #expect(moved.map(\.kind) == ["different-questions"], "what follows from it is not told again")
        #expect(moved[0].message.contains("under other item keys"))

        let other = try bench { rows in
            rows.enumerated().map { number, row in
                Row(
                    item: row.item, question: "Is finding \(number) present?", choices: ["yes", "no"],
                    target: number % 2 == 0 ? "yes" : "no", prediction: number % 3 == 0 ? "yes" : "no")
            }
        }.problems()
        #expect(other.map(\.kind) == ["different-questions"])
        #expect(other[0].message.contains("do not share items"))

        let reworded = try bench { rows in
            rows.map { row in
                var row = row
                row.question = "Answer with one letter. " + (row.question ?? "")
                return row
            }
        }.problems()
        #expect(reworded.map(\.kind) == ["different-questions"])
    }

    @Test("different items have different options, so that a new prompt around them is no other item") func reworded()
        throws
    {
        let bench = try LogBench()
        let rows = (0..<24).map { number in
            Row(
                item: "q\(number)", question: "Picture \(number)?",
                choices: ["finding \(number)", "finding \(number + 1)"],
                target: LogBench.letter(number % 2), prediction: LogBench.letter(number / 2 % 2))
        }
        try bench.write("a.jsonl", model: "m1", rows)
        try bench.write(
            "b.jsonl", model: "m2",
            rows.map { row in
                var row = row
                row.question = "Think first. " + (row.question ?? "")
                row.prediction = "B"
                return row
            })
        let problems = try bench.problems().filter { $0.kind != "constant-predictions" }
        #expect(problems.map(\.kind) == ["different-questions"])
        #expect(problems[0].message.contains("other words around the same options"))
    }

    @Test("another option is a warning, another order of the same options a different one") func options() throws {
        let other = try bench { rows in
            var rows = rows
            rows[4].choices = ["kidney", "liver", "spleen", "heart"]
            return rows
        }.problems()
        #expect(other.map(\.kind) == ["different-options"] && other[0].examples == ["q104"])

        let shuffled = try bench { rows in
            rows.enumerated().map { number, row in
                var row = row
                row.choices = ["lung", "kidney", "liver", "spleen"]
                row.target = LogBench.letter((number + 1) % 4)
                return row
            }
        }.problems()
        #expect(shuffled.map(\.kind) == ["shuffled-options"], "the targets are the same texts")
        #expect(shuffled[0].items == 24)
    }

    @Test("two orders of the logs give the same problems") func order() throws {
        let bench = try bench { rows in
            var rows = rows
            rows[3].target = "C"
            rows[4].choices = ["a1", "b1", "c1", "d1"]
            return Array(rows.reversed().dropLast(3))
        }
        #expect(try bench.findings().encoded() == bench.findings(reversed: true).encoded())
    }
}
