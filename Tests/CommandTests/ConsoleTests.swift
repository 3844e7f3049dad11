import Testing

@testable import acuity

@Suite("What the console says") struct ConsoleTests {
    @Test("is safe to print, whoever says it") func isSafe() {
        let console = Console(isQuiet: true)
        console.message("none for \u{3164}1")
        console.warning("red \u{1B}[31m, turned \u{202E}txt")
        #expect(
            console.said == [
                Console.Said(isWarning: false, text: "none for ⟨U+3164⟩1"),
                Console.Said(isWarning: true, text: "red ⟨U+001B⟩[31m, turned ⟨U+202E⟩txt"),
            ])
    }
}
