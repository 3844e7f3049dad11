@testable import Report

/// The data of pages as a tree of names, collected over many pages.
struct TemplateDataRecord {
    private final class Node {
        var children: [String: Node] = [:]
        var kinds: Set<String> = []
    }

    private var templates: [String: Node] = [:]

    /// Adds what fills a template.
    mutating func add(_ value: TemplateValue, to template: String) {
        let node = templates[template] ?? Node()
        templates[template] = node
        Self.add(value, to: node)
    }

    private static func add(_ value: TemplateValue, to node: Node) {
        switch value {
        case .text: node.kinds.insert("text")
        case .flag(let flag): if flag { node.kinds.insert("flag") }
        case .list(let values):
            node.kinds.insert("list")
            for value in values {
                if case .object(let entries) = value { add(entries, to: node) } else { node.kinds.insert("of texts") }
            }
        case .object(let entries):
            node.kinds.insert("object")
            add(entries, to: node)
        }
    }

    private static func add(_ entries: [String: TemplateValue], to node: Node) {
        for (name, value) in entries {
            let child = node.children[name] ?? Node()
            node.children[name] = child
            add(value, to: child)
        }
    }

    /// The tree as text: a template a line, its names indented below with what they are.
    var text: String {
        var text = "# What pages give to their templates; recorded from the pages by a test.\n"
        for (template, node) in templates.sorted(by: { $0.key < $1.key }) {
            text += template + "\n"
            Self.write(node, depth: 1, to: &text)
        }
        return text
    }

    private static func write(_ node: Node, depth: Int, to text: inout String) {
        for (name, child) in node.children.sorted(by: { $0.key < $1.key }) {
            let kinds = child.kinds.sorted().joined(separator: ", ")
            text += String(repeating: "  ", count: depth) + name + " " + (kinds.isEmpty ? "nothing" : kinds) + "\n"
            write(child, depth: depth + 1, to: &text)
        }
    }
}
