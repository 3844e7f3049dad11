import Foundation
import Testing

@Suite("Examples of the documentation", .enabled(if: Script.hasParser, Script.parserIsMissing))
struct ExampleTests {
    private let script = Script(name: "examples.py")

    @Test("every example of every page runs as written and prints what is shown, or says why it is not run")
    func documentation() throws {
        let program = try #require(Script.program, "expected the program beside the tests; found none")
        let result = try script.run(["--program", program.path])
        print(result.output)
        #expect(result.code == 0, "\(result.output)")
        // A script that found nothing to do would be content as well.
        let counts = try #require(result.output.firstMatch(of: #/(\d+) pages: (\d+) sh and (\d+) console blocks/#))
        #expect(try #require(Int(counts.output.1)) > 40)
        #expect(try #require(Int(counts.output.2)) > 20)
        #expect(try #require(Int(counts.output.3)) > 10)
    }

    /// A page, and what is said of it; nothing where all is well.
    struct Case {
        var claim: String
        var page: String
        var says: String?

        init(_ claim: String, _ page: String, says: String? = nil) {
            (self.claim, self.page, self.says) = (claim, page, says)
        }
    }

    static let cases = [
        Case("a command that fails", "```sh\nfalse\ntrue\n```\n", says: "1: did not come to its end"),
        Case("a command that fails as is said", "<!-- exits: 3 -->\n```sh\nsh -c 'exit 3'\n```\n"),
        Case("a command that fails otherwise", "<!-- exits: 3 -->\n```sh\ntrue\n```\n", says: "ended with 0"),
        Case("output that is shown", "```console\n$ echo a; echo b\na\nb\n```\n"),
        Case("other output", "```console\n$ echo a\nb\n```\n", says: "2: prints something else"),
        Case("output that is left out", "```console\n$ echo a\n```\n", says: "prints something else"),
        Case("output that is not there", "```console\n$ true\na\n```\n", says: "prints something else"),
        Case("lines left out", "```console\n$ seq 9\n1\n…\n8\n9\n```\n"),
        Case("lines left out between others", "```console\n$ seq 9\n1\n…\n9\n8\n```\n", says: "prints something else"),
        Case("a part of a line left out", "```console\n$ echo a 12 s\na … s\n```\n"),
        Case("a part of a line is in one line", "```console\n$ echo a; echo s\na…s\n```\n", says: "something else"),
        Case("errors are shown too", "```console\n$ echo a >&2\na\n```\n"),
        Case("a hidden exit code", "```console\n$ false\n```\n", says: "2: ended with 1"),
        Case("a shown exit code", "```console\n$ false\n$ echo $?\n1\n```\n"),
        Case("a command of two lines", "```console\n$ echo a \\\n> b\na b\n```\n"),
        Case("no command", "```console\na\n```\n", says: "begins with a command"),
        Case("blocks share folder and shell", "```sh\nx=1\ncd /\n```\n\n```console\n$ echo $x $PWD\n1 /\n```\n"),
        Case("a block in a list", "1. One\n\n   ```console\n   $ echo a\n   a\n   ```\n"),
        Case("a given folder", "<!-- given: study -->\n```console\n$ ls\nlogs\nstudy.toml\n```\n"),
        Case("an unknown given folder", "<!-- given: nothing -->\n```sh\ntrue\n```\n", says: "Given/nothing.sh"),
        Case("a file", "<!-- file: a/b.csv -->\n```csv\nx'y\n```\n\n```console\n$ cat a/b.csv\nx'y\n```\n"),
        Case("what is marked", "<!-- not run: needs Slurm -->\n```sh\nfalse\n```\n"),
        Case("a mark without a reason", "<!-- not run -->\n```sh\nfalse\n```\n", says: "expected a reason"),
        Case("a misspelt mark", "<!-- notrun: x -->\n```sh\ntrue\n```\n", says: "unknown mark `notrun`"),
        Case("a mark above a paragraph", "<!-- not run: x -->\nText.\n\n```sh\nfalse\n```\n", says: "did not come"),
        Case("no language", "```\nfalse\n```\n", says: "found `no language`"),
        Case("an unknown language", "```ruby\nfalse\n```\n", says: "found `ruby`"),
        Case("an indented command", "Text:\n\n    make test\n", says: "found an indented block"),
        Case("a study file", "```toml\n[study]\ntitle = \"A\"\n```\n"),
        Case("a study file with an unknown key", "```toml\n[study]\ntitel = \"A\"\n```\n", says: "titel"),
        Case("TOML that is broken", "```toml\n[study\n```\n", says: "no study file"),
        Case("JSON and JSON Lines", "```json\n{\"a\": 1}\n```\n\n```json\n{\"a\": 1}\n{\"a\": 2}\n```\n"),
        Case("broken JSON", "```json\n{\"a\": 1\n```\n", says: "neither JSON nor JSON Lines"),
        Case("text is only shown", "```text\nfalse\n```\n"),
    ]

    @Test("the script that runs examples sees what it is there for, and nothing else") func faults() throws {
        let program = try #require(Script.program, "expected the program beside the tests; found none")
        // All pages in one run, as a process for each would take seconds.
        let pages = Self.cases.enumerated().map { ("\($0.offset + 100).md", $0.element) }
        let result = try script.run(
            on: Dictionary(uniqueKeysWithValues: pages.map { ($0, $1.page) }), ["--program", program.path])
        let faults = result.output.split(separator: "\nfault: ").dropFirst()
        for (name, example) in pages {
            let said = faults.filter { $0.hasPrefix("\(name):") }
            if let says = example.says {
                #expect(said.count == 1 && said.allSatisfy { $0.contains(says) }, "\(example.claim): \(said)")
            } else {
                #expect(said.isEmpty, "\(example.claim)")
            }
        }
        #expect(result.code == 1)
    }
}
