/// What the first run that had an item says of it: most runs say the same, and then nothing more need be stored.
struct FingerprintBase {
    /// By position; the place tells only whether there is something.
    private(set) var items: RunFingerprint

    init(items: RunFingerprint) { self.items = items }

    /// Takes in the items that it does not know, and tells whether there were any.
    mutating func learn(_ run: RunFingerprint) -> Bool {
        var isChanged = false
        for (position, item) in run.items.enumerated() where item.place != 0 && items[position].place == 0 {
            let missing = position + 1 - items.items.count
            if missing > 0 { items.items += repeatElement(ItemFingerprint(), count: missing) }
            items.items[position] = item
            items.items[position].place = 1
            items.items[position].prediction = 0
            items.items[position].length = 0
            items.items[position].answer = 0
            isChanged = true
        }
        return isChanged
    }

    /// A run's fingerprint with 0 for all that is as it is here, and 1 for places that follow that of the item before.
    func coded(_ run: RunFingerprint) -> RunFingerprint {
        var expected: UInt32 = 1
        return mapped(run) { place in
            defer { expected = place &+ 1 }
            // Others are moved up, so that none becomes 0 or 1.
            return place == expected ? 1 : place &+ 1
        }
    }

    /// The fingerprint of which `coded` made this one.
    func decoded(_ run: RunFingerprint) -> RunFingerprint {
        var expected: UInt32 = 1
        return mapped(run) { code in
            let place = code == 1 ? expected : code &- 1
            expected = place &+ 1
            return place
        }
    }

    private func mapped(_ run: RunFingerprint, place: (UInt32) -> UInt32) -> RunFingerprint {
        RunFingerprint(
            run.items.enumerated().map { position, item in
                guard item.place != 0 else { return item }
                var mapped = differing(item, from: items[position])
                mapped.place = place(item.place)
                return mapped
            })
    }

    /// Done twice it gives back what was there.
    private func differing(_ item: ItemFingerprint, from base: ItemFingerprint) -> ItemFingerprint {
        var item = item
        item.question ^= base.question
        item.options ^= base.options
        item.optionSet ^= base.optionSet
        item.target ^= base.target
        item.targetOptions ^= base.targetOptions
        item.optionCount ^= base.optionCount
        return item
    }
}
