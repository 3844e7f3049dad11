/// A list of items as columns, for summaries.
package struct ItemColumns {
    /// By position: how many bytes a key takes.
    package var keyLengths: [UInt32] = []
    package var keys: [UInt8] = []
    package var choices: [UInt32] = []
    /// By position: the kinds of texts that are lacking.
    package var lacking: [UInt8] = []
    /// The texts of the items, one after the other; nil if they are left out.
    package var texts: [UInt8]?

    package init() {}
}

extension ItemList {
    /// The items as columns, with or without their texts.
    package func columns(texts hasTexts: Bool) -> ItemColumns {
        var columns = ItemColumns()
        if hasTexts { columns.texts = [] }
        for position in 0..<count {
            withKey(position) {
                columns.keyLengths.append(UInt32($0.count))
                columns.keys.append(contentsOf: $0)
            }
            columns.choices.append(UInt32(choices(position)))
            columns.lacking.append(lacking(position).rawValue)
            if hasTexts { columns.texts? += textBytes(position) }
        }
        return columns
    }

    /// Nil unless the columns are what `columns(texts:)` makes. An empty text stands for one that was left out: which log
    /// completes an item depends on which texts the others have.
    package init?(_ columns: ItemColumns) {
        let count = columns.keyLengths.count
        guard columns.choices.count == count, columns.lacking.count == count,
            columns.keyLengths.reduce(0, { $0 + Int($1) }) == columns.keys.count
        else { return nil }
        self.init()
        var reader = ByteReader(columns.texts ?? [])
        var start = 0
        for position in 0..<count {
            let end = start + Int(columns.keyLengths[position])
            let lacking = ItemTextKinds(rawValue: columns.lacking[position])
            let choices = Int(columns.choices[position])
            let item =
                columns.texts == nil
                ? StoredItem(lacking: lacking, choices: choices)
                : ItemTextForm.decode(&reader, key: "", choices: choices)
            guard let item, item.lackingTexts == lacking else { return nil }
            let isNew = columns.keys.withUnsafeBytes {
                enter(item, key: UnsafeRawBufferPointer(rebasing: $0[start..<end])).isNew
            }
            guard isNew else { return nil }
            start = end
        }
    }
}

extension StoredItem {
    /// An item with empty texts in the place of those that it has.
    fileprivate init(lacking: ItemTextKinds, choices: Int) {
        self.init(
            key: "", question: lacking.contains(.question) ? nil : "", targets: lacking.contains(.targets) ? [] : [""],
            choices: choices, options: lacking.contains(.options) ? [] : [""])
    }
}
