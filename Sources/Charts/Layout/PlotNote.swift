extension Frame {
    /// Sets a line below a plot that says what it does not show, and moves below it.
    mutating func addNote(_ words: String) {
        y += context.em * 0.7
        let block = context.block(words, size: \.small, width: width, lines: 5)
        add(block, x: left, middle: y + block.height / 2, colour: context.theme[.muted])
        y += block.height
    }

    /// Says how many points have no place in a plot, and names the first of them.
    mutating func addNotDrawn(_ names: [String], reason: String) {
        guard !names.isEmpty else { return }
        let shown = names.prefix(8).map { $0.count > 32 ? String($0.prefix(31)) + "…" : $0 }
        let more = names.count > 8 ? " and \(names.count - 8) more in the table" : ""
        addNote("Not drawn, \(reason) (\(names.count)): \(shown.joined(separator: ", "))\(more)")
    }

    /// Says how many lines are named in the table alone.
    mutating func addUnnamed(_ count: Int, of total: Int, noun: String) {
        guard count > 0 else { return }
        addNote("\(count) of \(total) \(noun) have no room for their names here; the table names them.")
    }
}
