/// What a template is filled with: a tree of objects, lists, texts and flags.
///
/// Texts are plain; the template escapes them. A name that a template asks for is looked up from the innermost object
/// outwards, so an object names all that its template asks for, with `nil` where there is nothing.
package enum TemplateValue: Equatable, Sendable {
    case text(String)
    case flag(Bool)
    case list([TemplateValue])
    case object([String: TemplateValue])

    /// Nothing: a section is not rendered, an inverted section is.
    static let none = TemplateValue.flag(false)

    init(_ text: String?) {
        self = text.map { $0.isEmpty ? .none : .text($0) } ?? .none
    }

    init(_ count: Int) { self = .text(String(count)) }
}

extension TemplateValue: ExpressibleByStringLiteral, ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral,
    ExpressibleByDictionaryLiteral, ExpressibleByStringInterpolation
{
    package init(stringLiteral value: String) { self = .text(value) }
    package init(booleanLiteral value: Bool) { self = .flag(value) }
    package init(arrayLiteral elements: TemplateValue...) { self = .list(elements) }
    package init(dictionaryLiteral elements: (String, TemplateValue)...) {
        self = .object(Dictionary(elements, uniquingKeysWith: { _, last in last }))
    }
}

extension TemplateValue {
    /// The object with the entries of another one added; those of the other one win.
    func adding(_ others: [String: TemplateValue]) -> TemplateValue {
        guard case .object(let own) = self else { return .object(others) }
        return .object(own.merging(others) { _, other in other })
    }
}
