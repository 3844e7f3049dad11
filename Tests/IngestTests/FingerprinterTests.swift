import Records
import Testing

@testable import Ingest

@Suite("Fingerprints") struct FingerprinterTests {
    private func fingerprint(
        _ question: String? = nil, choices: [String] = [], targets: [String] = []
    ) -> (question: UInt32, options: UInt32, optionSet: UInt32, target: UInt32, letters: UInt32) {
        var fingerprinter = Fingerprinter()
        let record = PredictionRecord(run: 0, item: "i", question: question, choices: choices, targets: targets)
        let item = fingerprinter.item(record, position: 0)
        return (item.question, item.options, item.optionSet, item.target, item.targetOptions)
    }

    @Test("hashes are those of FNV-1a, folded, on every machine")
    func stable() {
        // FNV-1a 64 of "foobar" is 85944171F73967E8 (the authors' test vectors); folded: 85944171 ^ F73967E8.
        #expect(StableHash.of("foobar".utf8) == 0x8594_4171 ^ 0xF739_67E8)
        #expect(StableHash.of(list: [UInt32]()) == 0)
        #expect(StableHash.of(spaced: "  foobar\n").hash == StableHash.of("foobar".utf8))
        #expect(StableHash.of(spaced: "ä\n b").scalars == 4)
        #expect(StableHash.of(spaced: "a b").hash != StableHash.of(spaced: "ab").hash)
    }

    @Test(
        "image placeholders, spaces and capitals are no part of a question",
        arguments: [
            "<image>\nWhat is it?", "What is  it?\t<image 1>", "<img>a/b.png</img> what is it?", "WHAT IS IT? [image]",
            "<|vision_start|><|image_pad|><|image_pad|><|vision_end|>What is it?",
        ])
    func questions(text: String) { #expect(fingerprint(text).question == fingerprint("What is it?").question) }

    @Test(
        "other words, other signs and other numbers are another question",
        arguments: ["What is it", "What was it?", "", "<b>What is it?"])
    func otherQuestions(text: String) { #expect(fingerprint(text).question != fingerprint("What is it?").question) }

    @Test("the same options in another order have another order and the same set") func options() {
        let (one, other) = (fingerprint(choices: ["kidney", "liver"]), fingerprint(choices: ["Liver.", "Kidney"]))
        #expect(one.options != other.options && one.optionSet == other.optionSet)
        #expect(one.optionSet == fingerprint(choices: ["A. kidney", "B. liver"]).optionSet)
        #expect(one.optionSet != fingerprint(choices: ["kidney", "liver", "lung"]).optionSet)
        #expect(
            fingerprint(choices: ["kidney", "B. liver"]).optionSet != one.optionSet, "labels go only if all have one")
    }

    @Test(
        "a target is the text of its option however it is written",
        arguments: ["B", "(b)", "B. liver", "liver", "Liver", "1"])
    func targets(text: String) {
        let found = fingerprint(choices: ["kidney", "liver", "lung"], targets: [text])
        #expect(found.target == fingerprint(targets: ["liver"]).target && found.letters == 2)
    }

    @Test("yes, true and the option that says so are one target") func polarity() {
        let yes = fingerprint(targets: ["Yes"]).target
        #expect(yes != 0 && yes == fingerprint(targets: ["true"]).target)
        #expect(yes == fingerprint(choices: ["Yes", "No"], targets: ["A"]).target)
        #expect(yes != fingerprint(choices: ["Yes", "No"], targets: ["B"]).target)
    }

    @Test("a letter without options is known as a letter only") func letters() {
        #expect(fingerprint(targets: ["B"]).target == 0 && fingerprint(targets: ["B"]).letters == 2)
        let labelled = fingerprint(targets: ["B. liver"])
        #expect(labelled.letters == 2 && labelled.target == fingerprint(targets: ["liver"]).target)
    }

    @Test("a run keeps the first epoch's text, the last of duplicates, and the places in its own order") func runs() {
        var fingerprinter = Fingerprinter()
        var collector = RunFingerprintCollector()
        func add(_ position: Int, _ epoch: Int, _ text: String) {
            let record = PredictionRecord(run: 0, item: "\(position)", epoch: epoch, text: text)
            var text = text
            text.withUTF8 {
                collector.add(
                    position: position, epoch: epoch, text: UnsafeRawBufferPointer($0),
                    answer: Answer(status: .parsed, value: record.text)
                ) { fingerprinter.item(record, position: position) }
            }
        }
        add(4, 1, "a")
        add(1, 2, "b")
        add(1, 1, "c")
        add(1, 3, "d")
        add(4, 1, "e")
        let items = collector.fingerprint.items
        #expect(items.map(\.place) == [0, 2, 0, 0, 1])
        #expect(items[1].prediction == StableHash.of("c".utf8) && items[4].answer == StableHash.of("e".utf8))
        #expect(items[0].prediction == 0)
    }
}
