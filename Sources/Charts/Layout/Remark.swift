extension Frame {
    /// Sets a remark on the drawing, such as how much of the data it leaves to the table, and moves below it.
    mutating func addRemark(_ words: String) {
        let block = context.block(words, size: \.small, width: width, lines: 3)
        y += context.em * 0.35
        scene.add(PlacedText(block: block, x: left, y: y, colour: context.theme[.muted]))
        y += block.height
    }
}
