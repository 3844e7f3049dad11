import Records

extension LogSelection {
    /// Reads one `[[logs]]` table; nil if it names no path.
    init?(reading table: TableReader) {
        let path = table.required("path", remedy: "Name a file, a folder or a glob relative to the study file.")
        self.init(path: path ?? "", runner: table.string("runner") ?? "auto")
        model = table.string("model")
        benchmark = table.string("benchmark")
        fields = table.table("fields").map(Self.mapping)
        table.finish()
        if path == nil { return nil }
    }

    private static func mapping(_ fields: TableReader) -> FieldMapping {
        var mapping = FieldMapping()
        for role in FieldMapping.roleNames {
            guard let node = fields.node(role) else { continue }
            switch source(node, fields, name: role) {
            case .field(let field): mapping.roles[role] = field
            case .text(let text):
                if FieldMapping.textRoleNames.contains(role) {
                    mapping.texts[role] = text
                } else {
                    fields.wrong(role, node, expected: "a column name or a dotted path")
                }
            case nil: break
            }
        }
        if let facets = fields.table("facets") {
            for member in facets.freeMembers {
                switch source(member.value, facets, name: member.key) {
                case .field(let field): mapping.facets[member.key] = field
                case .text(let text): mapping.facetTexts[member.key] = text
                case nil: break
                }
            }
        }
        fields.finish()
        return mapping
    }

    private enum Source {
        case field(String)
        case text(FieldText)
    }

    /// A column name or dotted path, a text with `{file}`, `{folder}` or captures, or `{ constant = "..." }`.
    private static func source(_ node: TOMLNode, _ table: TableReader, name: String) -> Source? {
        switch node.content {
        case .string(let text): return FieldText.isTemplate(text) ? .text(.template(text)) : .field(text)
        case .table(let members):
            if members.count == 1, members[0].key == "constant", case .string(let text) = members[0].value.content {
                return .text(.constant(text))
            }
        default: break
        }
        table.wrong(
            name, node,
            expected: "a column name, a dotted path, a text with `{file}` or `{folder}`, or { constant = \"...\" }")
        return nil
    }
}
