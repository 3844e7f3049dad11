import Findings
import Foundation
import Testing

@testable import Report

@Suite("The gate's outputs")
struct GateFormatTests {
    @Test(
        "are the same bytes each time and end with a line end", arguments: Releases.all.map(\.name), GateFormat.allCases
    )
    func determinism(name: String, format: GateFormat) throws {
        let text = try GateReport.render(Releases.named(name), as: format)
        #expect(text == (try GateReport.render(Releases.named(name), as: format)))
        #expect(text.utf8.last == UInt8(ascii: "\n"))
    }

    @Test("hold no control character and no command of another runner", arguments: GateFormat.allCases)
    func attacks(format: GateFormat) throws {
        let text = try GateReport.render(Releases.attacked(), as: format)
        #expect(
            !text.unicodeScalars.contains {
                ($0.value < 0x20 && $0 != "\n" && $0 != "\r") || (0x7F..<0xA0).contains($0.value)
            })
        #expect(
            !text.unicodeScalars.contains {
                (0x202A...0x202E).contains($0.value) || (0x2066...0x2069).contains($0.value)
            })
        // Markdown breaks the pair, but for the mark of its heading.
        if format != .markdown { #expect(text.replacingExactly("##", with: "") == text) }
        if format != .github {
            #expect(!text.split(whereSeparator: \.isNewline).contains { $0.drop { $0.isWhitespace }.hasPrefix("::") })
        }
    }

    @Test("show the notice wherever numbers are", arguments: GateFormat.allCases)
    func notice(format: GateFormat) throws {
        let text = try GateReport.render(Releases.blocked(), as: format)
        // A table of values has the label on each row instead.
        #expect(text.contains(format == .csv ? "simulated" : "Simulated for the tests"))
    }

    @Test("JSON is the document", arguments: Releases.all.map(\.name))
    func json(name: String) throws {
        let text = try GateReport.render(Releases.named(name), as: .json)
        #expect(try JSONDecoder().decode(ReleaseDocument.self, from: Data(text.utf8)) == Releases.named(name))
        #expect(!text.contains("\\/"))
    }

    @Test("a number that JSON does not know is an error, not another number")
    func notANumber() {
        var document = Releases.blocked()
        document.comparisons[0].estimate = .nan
        #expect(throws: (any Error).self) { try GateReport.render(document, as: .json) }
    }

    @Test("CSV has a row a comparison, then a measure, then a threshold, and no formula")
    func csv() throws {
        let document = Releases.blocked()
        let lines = try GateReport.render(document, as: .csv).components(separatedBy: "\r\n")
        #expect(lines[0] == GateCSV.header.joined(separator: ","))
        let kinds = lines.dropFirst().dropLast().map { String($0.prefix { $0 != "," }) }
        #expect(
            kinds == document.comparisons.map(\.scope.rawValue) + document.measures.map(\.measure.rawValue)
                + document.verdicts.map { _ in "threshold" })
        #expect(lines[2].contains(",0.8134,0.7757000000000001,-0.0377,"))
        #expect(lines[2].contains(",regressed,blocks,"))
        let table = CSVTable(header: ["a"], rows: [[.text(" \t=1+1")], [.text("::error::x")], [.text("@x")]])
        #expect(GateCSV.printed(table) == "a\r\n'=1+1\r\n∷error::x\r\n'@x\r\n")
    }

    @Test("workflow commands escape what would end them, and annotate the gravest first")
    func workflow() throws {
        let lines = try GateReport.render(Releases.blocked(), as: .github).split(separator: "\n")
        #expect(lines[0].hasPrefix("::error title=v2 against v1::BLOCKED: v2 regressed on 1 of 4 benchmarks"))
        #expect(
            lines[2].hasPrefix("::error file=logs/v2/slake.jsonl,line=411,title=v2%3A SLAKE (blocks)::v2 regressed"))
        #expect(lines[2].contains("from 81.3%25 to 77.6%25"))
        #expect(
            lines.map { String($0.dropFirst(2).prefix { $0 != " " }) } == [
                "error", "notice", "error", "error", "warning", "warning", "notice",
            ])
        #expect(
            lines.last?.hasSuffix("%0AWaived until 2026-01-31: Labels are being corrected, see the data team's note")
                == true)
        for line in try GateReport.render(Releases.attacked(), as: .github).split(separator: "\n") {
            // The properties hold neither of the characters that would end one, but between them.
            #expect(
                line.wholeMatch(of: #/::(error|warning|notice) (file=[^:,]*,)?(line=\d+,)?title=[^:,]*::.*/#) != nil,
                "\(line)")
        }
    }

    @Test("TAP counts its tests, and no name is a directive or a test of its own", arguments: Releases.all.map(\.name))
    func tap(name: String) throws {
        let lines = try GateReport.render(Releases.named(name), as: .tap).split(separator: "\n").map(String.init)
        #expect(lines[0] == "TAP version 14")
        let tests = lines.filter { $0.hasPrefix("ok ") || $0.hasPrefix("not ok ") }
        #expect(lines[1] == "1..\(tests.count)")
        for (number, test) in tests.enumerated() {
            #expect(
                test.wholeMatch(of: #/(not )?ok (\d+) - ([^\\#]|\\[\\#])*( # SKIP waived until ([^\\#]|\\[\\#])*)?/#)
                    != nil, "\(test)")
            #expect(test.contains("ok \(number + 1) - "))
        }
        #expect(lines.count { $0 == "  ---" } == tests.count && lines.count { $0 == "  ..." } == tests.count)
        if name == "blocked" {
            #expect(tests.count { $0.hasPrefix("not ok") } == 2)
            #expect(tests.count { $0.contains(" # SKIP waived until 2026-01-31: Labels") } == 1)
        }
        if name == "strict" { #expect(tests.count { $0.hasPrefix("not ok") } == 3) }
    }
}
