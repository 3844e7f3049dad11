/// What logs say of an item beside its key, as bytes: one after the other in a chunk of the store, or in a list of items.
enum ItemTextForm {
    /// Writes the texts of an item.
    static func encode(_ item: StoredItem, into writer: inout ByteWriter) {
        writer.add(item.question == nil ? 0 : 1)
        if let question = item.question { writer.add(question) }
        writer.add(item.targets.count)
        for target in item.targets { writer.add(target) }
        writer.add(item.options.count)
        for option in item.options { writer.add(option) }
    }

    /// Reads the texts of the item with a key; nil where the bytes are none.
    static func decode(_ reader: inout ByteReader, key: String, choices: Int) -> StoredItem? {
        var item = StoredItem(key: key, choices: choices)
        switch reader.number() {
        case 0: break
        case 1:
            guard let question = reader.text() else { return nil }
            item.question = question
        default: return nil
        }
        guard let targets = reader.texts(), let options = reader.texts() else { return nil }
        item.targets = targets
        item.options = options
        return item
    }
}
