import Testing

@testable import Readers

@Suite("MMMURules")
struct MMMURulesTests {
    @Test(
        "open answers are judged as MMMU's own code judges them",
        arguments: [
            // Made with eval_open(gold, parse_open_response(response)) of mmmu/utils/eval_utils.py.
            ("The answer is 24.30 mm", ["24.3"], true), ("So x = 1,250.004", ["1250"], true),
            ("8.0", ["8"], true), ("8.01", ["8"], false), ("$1.5e3", ["1500"], true),
            ("It is MgS.", ["$MgS$", "MgS"], true), ("Genetic Transformation", ["Transformation"], true),
            ("c", ["C"], true), ("c", ["A"], false), ("calcium", ["C"], false), ("step c here", ["C"], true),
            ("therefore the ratio is 1/64", ["1/64"], true), ("nothing", ["1/64"], false), ("a\nso 3\nb", ["3"], true),
            ("a\nso 3\nx = 4", ["4"], true), ("", ["4"], false),
        ] as [(String, [String], Bool)])
    func open(response: String, targets: [String], isRight: Bool) {
        #expect(MMMURules.isRight(response: response, targets: targets) == isRight)
    }

    @Test("letters must be the same")
    func letters() {
        #expect(MMMURules.isRight(letter: "B", targets: ["B"]))
        #expect(!MMMURules.isRight(letter: "b", targets: ["B"]))
        #expect(MMMURules.isRight(letter: "C", targets: ["B", "C"]))
    }

    @Test("an item's identifier holds its split and its subject")
    func identifiers() {
        #expect(MMMUItem("validation_Clinical_Medicine_7")?.subject == "Clinical_Medicine")
        #expect(MMMUItem("test_Art_113")?.split == "test")
        for other in ["validation_7", "Clinical_Medicine_7", "validation_Art_x", ""] { #expect(MMMUItem(other) == nil) }
        #expect(MMMUItem.targets("?") == [])
        #expect(MMMUItem.targets("['24/7', '3.429']") == ["24/7", "3.429"])
    }
}
