import Testing

@testable import Readers

@Suite("PythonList")
struct PythonListTests {
    @Test(
        "lists of texts and numbers are taken apart, everything else means itself",
        arguments: [
            ("['a', \"it's\", 'b\\'c']", ["a", "it's", "b'c"]), ("[1, 2.50,True]", ["1", "2.50", "True"]),
            (" ['x\\n'] ", ["x\n"]), ("[]", []), ("['a',]", ["a"]), ("['α', 'β']", ["α", "β"]),
        ] as [(String, [String])])
    func lists(text: String, elements: [String]) { #expect(PythonList.elements(of: text) == elements) }

    @Test(
        "texts that only look like lists are none",
        arguments: ["a", "", "[", "['a'", "['a' 'b']", "[['a']]", "[{'a': 1}]", "['a'] and more", "['a"])
    func others(text: String) { #expect(PythonList.elements(of: text) == nil) }
}
