/// Long texts: lines of words that name no option and no letter, so that only the end tells the answer.
enum ChainOfThought {
    /// 128 words, so that seven bits choose one, and a text packs to about a quarter, as reasoning does.
    private static let words: [StaticString] = [
        "the ", "image ", "shows ", "an ", "axial ", "section ", "through ", "upper ", "abdomen ", "with ", "contrast ",
        "medium ", "and ", "there ", "is ", "no ", "free ", "fluid ", "visible ", "around ", "organ ", "whose ",
        "margin ",
        "appears ", "smooth ", "although ", "its ", "density ", "differs ", "from ", "that ", "of ", "surrounding ",
        "tissue ", "which ", "suggests ", "benign ", "process ", "rather ", "than ", "malignant ", "one ", "first ",
        "consider ", "location ", "lesion ", "then ", "size ", "shape ", "signal ", "intensity ", "compared ", "to ",
        "muscle ", "fat ", "bone ", "these ", "features ", "are ", "typical ", "for ", "older ", "patients ", "but ",
        "uncommon ", "in ", "children ", "because ", "history ", "mentions ", "pain ", "fever ", "we ", "should ",
        "also ",
        "weigh ", "acute ", "causes ", "however ", "enhancement ", "pattern ", "remains ", "homogeneous ", "without ",
        "necrosis ", "or ", "calcification ", "near ", "border ", "left ", "right ", "lower ", "lobe ", "both ",
        "sides ",
        "look ", "symmetrical ", "at ", "this ", "level ", "so ", "displacement ", "midline ", "can ", "be ",
        "excluded ",
        "further ", "comparison ", "earlier ", "study ", "would ", "help ", "if ", "available ", "taken ", "together ",
        "findings ", "support ", "single ", "diagnosis ", "over ", "others ", "listed ", "uncertainty ",
        "small ", "step ", "now ", "most ",
    ]

    static func append(_ draws: Draws, place: Int, to buffer: ByteBuffer, feed: StaticString) {
        // 24 to 39 lines of nine words, the bits of a line from one draw: about 2 kB.
        let lines = 24 + Int(draws.bits(place) & 15)
        let text = Draws(seed: draws.bits(place), purpose: 7)
        for line in 0..<lines {
            var bits = text.bits(line)
            for _ in 0..<9 {
                buffer.append(words[Int(bits & 127)])
                bits >>= 7
            }
            buffer.append(feed)
        }
    }
}
