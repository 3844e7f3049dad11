import Synchronization
import TemplateBridge

/// Templates that were checked, with their partials in place, ready to be filled.
package struct TemplateSet: Sendable {
    private let sources: [String: String]
    private let parsed = ParsedTemplates()

    /// Checks every template by itself, so that an error names its own file and line, then puts partials in place.
    ///
    /// - Throws: `TemplateProblem` for a malformed template, an unknown partial, or partials that include each other.
    package init(_ sources: [String: String]) throws {
        var expanded: [String: String] = [:]
        for (name, source) in sources.sorted(by: { $0.key < $1.key }) {
            try TemplateLimits.check(source, file: name + ".mustache")
            _ = try ParsedTemplate(source, file: name + ".mustache")
            var room = TemplateLimits.length
            let whole = try Self.expand(source, name: name, sources: sources, path: [name], room: &room)
            // Partials may nest the sections of others.
            try TemplateLimits.check(whole, file: name + ".mustache")
            expanded[name] = whole
        }
        self.sources = expanded
    }

    /// Fills one template.
    package func render(_ name: String, with value: TemplateValue) throws -> String {
        guard let source = sources[name] else {
            throw TemplateProblem(
                file: name + ".mustache", expected: "a template", found: "no such file",
                remedy: "Add the file to the templates' folder.")
        }
        return try parsed.use(name, source: source) { try $0.render(value) }
    }

    /// Replaces `{{> name}}` by the partial's text. The engine would parse a partial again at each row of a table.
    private static func expand(
        _ source: String, name: String, sources: [String: String], path: [String], room: inout Int
    ) throws -> String {
        room -= source.utf8.count
        guard room >= 0 else { throw TemplateLimits.tooLong(file: (path.first ?? name) + ".mustache") }
        var result = ""
        var rest = Substring(source)
        var line = 1
        while let start = rest.range(of: "{{>"), let end = rest[start.upperBound...].range(of: "}}") {
            let partial = rest[start.upperBound..<end.lowerBound].trimmed
            line += rest[..<start.lowerBound].count { $0.isNewline }
            result += rest[..<start.lowerBound]
            guard let text = sources[partial], !path.contains(partial) else {
                let isUnknown = sources[partial] == nil
                throw TemplateProblem(
                    file: name + ".mustache", line: line, expected: "the name of another template",
                    found: "`\(partial)`" + (isUnknown ? "" : ", which includes this one"),
                    remedy: isUnknown ? "Add `\(partial).mustache` or correct the name." : "Take one of the two out.")
            }
            let body = text.last?.isNewline == true ? String(text.dropLast()) : text
            result += try expand(body, name: partial, sources: sources, path: path + [partial], room: &room)
            rest = rest[end.upperBound...]
        }
        return result + rest
    }
}

extension Substring {
    fileprivate func range(of text: String) -> Range<Index>? { firstRange(of: text) }

    fileprivate var trimmed: String {
        var part = self
        while part.first?.isWhitespace == true { part.removeFirst() }
        while part.last?.isWhitespace == true { part.removeLast() }
        return String(part)
    }
}

/// Templates that were parsed before. One is used by one thread at a time, as the engine keeps an error in it.
private final class ParsedTemplates: Sendable {
    private let unused = Mutex<[String: [ParsedTemplate]]>([:])

    func use(_ name: String, source: String, _ body: (ParsedTemplate) throws -> String) throws -> String {
        let known = unused.withLock { $0[name]?.popLast() }
        let template = try known ?? ParsedTemplate(source, file: name + ".mustache")
        let text = try body(template)
        unused.withLock { $0[name, default: []].append(template) }
        return text
    }
}

/// A template as the engine holds it; the pointer lives and dies here.
private final class ParsedTemplate: @unchecked Sendable {
    private let pointer: OpaquePointer
    private let file: String

    init(_ source: String, file: String) throws {
        self.file = file
        var message: UnsafeMutablePointer<CChar>?
        guard let parsed = acuity_template_parse(source, source.utf8.count, &message) else {
            throw Self.problem(message, source: source, file: file)
        }
        pointer = parsed
    }

    deinit { acuity_template_free(pointer) }

    func render(_ value: TemplateValue) throws -> String {
        let data = acuity_template_data_create()
        defer { acuity_template_data_free(data) }
        if case .object(let entries) = value { Self.fill(data, entries) }
        var message: UnsafeMutablePointer<CChar>?
        var length = 0
        guard let text = acuity_template_render(pointer, data, &length, &message) else {
            throw Self.problem(message, source: "", file: file)
        }
        defer { acuity_template_text_free(text) }
        return text.withMemoryRebound(to: UInt8.self, capacity: length) {
            String(decoding: UnsafeBufferPointer(start: $0, count: length), as: UTF8.self)
        }
    }

    private static func fill(_ data: OpaquePointer?, _ entries: [String: TemplateValue]) {
        for (key, value) in entries { add(data, key, value) }
    }

    private static func add(_ data: OpaquePointer?, _ key: String, _ value: TemplateValue) {
        switch value {
        case .flag(let flag):
            acuity_template_data_add_flag(data, key, flag)
        case .text(let text):
            let shown = HiddenText.visible(text)
            acuity_template_data_add_text(data, key, shown, shown.utf8.count)
        case .list(let values):
            acuity_template_data_open_list(data, key, values.count)
            for value in values { add(data, "", value) }
            acuity_template_data_close(data)
        case .object(let entries):
            acuity_template_data_open_object(data, key)
            fill(data, entries)
            acuity_template_data_close(data)
        }
    }

    /// The engine's message ends in a byte offset, which becomes a line.
    private static func problem(
        _ message: UnsafeMutablePointer<CChar>?, source: String, file: String
    ) -> TemplateProblem {
        defer { acuity_template_text_free(message) }
        let words = message.map { String(cString: $0) } ?? "a failure without a message"
        let parts = words.split(separator: " ")
        let offset = parts.count > 2 && parts[parts.count - 2] == "at" ? parts.last.flatMap { Int($0) } : nil
        let line = offset.map { offset in 1 + source.utf8.prefix(offset).count { $0 == 0x0A } }
        let found = offset == nil ? words : parts.dropLast(2).joined(separator: " ")
        return TemplateProblem(
            file: file, line: line, expected: "well-formed Mustache", found: found.lowercasedFirst,
            remedy: "Close every `{{#name}}` with `{{/name}}` and every `{{` with `}}`.")
    }
}

extension String {
    fileprivate var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
