/// The shades of a picture, by open addressing: smooth text has a shade a pixel or two, each of which is looked up.
struct ShadeTable {
    struct Entry {
        var shade: UInt32 = 0
        /// The number of the colour that the shade becomes.
        var number = 0
        /// How many pixels have the shade; 0 for a free place.
        var count = 0
    }

    private(set) var used = 0
    var places = [Entry](repeating: Entry(), count: 1 << 12)

    /// The place of a shade, or the free one where it belongs, which is then to be counted.
    mutating func place(of shade: UInt32) -> Int {
        let found = find(shade)
        guard places[found].count == 0 else { return found }
        used += 1
        guard 2 * used > places.count else {
            places[found].shade = shade
            return found
        }
        let old = places
        places = [Entry](repeating: Entry(), count: 2 * old.count)
        for entry in old where entry.count > 0 { places[find(entry.shade)] = entry }
        let place = find(shade)
        places[place].shade = shade
        return place
    }

    private func find(_ shade: UInt32) -> Int {
        let mask = places.count - 1
        var place = Int((shade &* 0x9E37_79B1) >> 12) & mask
        while places[place].count > 0, places[place].shade != shade { place = (place + 1) & mask }
        return place
    }
}
