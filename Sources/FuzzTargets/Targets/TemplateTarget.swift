import Readers
import Report

/// Templates as files of the input, and the data to fill them with as JSON in its head.
enum TemplateTarget {
    static let template = FuzzTarget("template") { input in
        let files = FuzzFiles(input)
        let document = try? JSONDocument(files.head, place: InputPlace(file: "data.json"))
        var sources: [String: String] = [:]
        for file in files.files { sources[file.path] = String(decoding: file.bytes, as: UTF8.self) }
        do {
            try TemplateData("page\n name\n list\n").check(sources)
        } catch let problem as TemplateProblem {
            try BrokenPromise.unless(!problem.description.isEmpty, "a problem without words")
        }
        do {
            let templates = try TemplateSet(sources)
            let value = document.map { TemplateValue($0.root) } ?? .object([:])
            for name in sources.keys.sorted() {
                let text = try templates.render(name, with: value)
                try BrokenPromise.unless(try templates.render(name, with: value) == text, "a page is made in two ways")
            }
        } catch let problem as TemplateProblem {
            try BrokenPromise.unless(!problem.description.isEmpty, "a problem without words")
        }
    }
}

extension TemplateValue {
    init(_ value: JSONValue) {
        switch value.kind {
        case .object:
            self = .object(Dictionary(value.members.map { ($0.key, TemplateValue($0.value)) }) { _, last in last })
        case .array: self = .list(value.elements.map { TemplateValue($0) })
        case .bool: self = .flag(value.bool ?? false)
        default: self = .text(value.scalarText ?? "")
        }
    }
}
