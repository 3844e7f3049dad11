extension String {
    /// The text with each occurrence of some characters replaced, wherever their bytes stand.
    ///
    /// `replacing` compares what a reader takes for one character: a mark after a quote, a letter that joins what follows
    /// it, or a carriage return before a line feed hides the quote from it, but not from the program that reads the
    /// output.
    ///
    /// - Parameter wanted: at least one character.
    public func replacingExactly(_ wanted: String, with other: String) -> String {
        let (bytes, sought) = (Array(utf8), Array(wanted.utf8))
        precondition(!sought.isEmpty, "something to be replaced")
        guard bytes.contains(sought[0]) else { return self }
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count + other.utf8.count)
        var place = 0
        while place < bytes.count {
            if bytes[place] == sought[0], bytes[place...].starts(with: sought) {
                result += other.utf8
                place += sought.count
            } else {
                result.append(bytes[place])
                place += 1
            }
        }
        return String(decoding: result, as: UTF8.self)
    }
}
