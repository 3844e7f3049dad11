/// Which slot holds which (item, epoch) of a run.
///
/// Nearly all predictions are of an item's first epoch in the log; these need no hashing.
struct SlotIndex {
    private struct Key: Hashable {
        var position: Int
        var epoch: Int
    }

    /// By position: 1 + the slot of the item's first prediction, and its epoch; 0 for none.
    private var first: [(slot: Int32, epoch: Int32)] = []
    private var others: [Key: Int] = [:]

    /// The slot of a prediction, or nil after it was given the slot `next`.
    mutating func slot(position: Int, epoch: Int, next: Int) -> Int? {
        if position >= first.count {
            first += repeatElement(
                (slot: Int32(0), epoch: Int32(0)), count: max(position + 1 - first.count, first.count / 2 + 16))
        }
        let known = first[position]
        guard known.slot > 0, let narrow = Int32(exactly: epoch) else {
            if known.slot == 0, let narrow = Int32(exactly: epoch), let place = Int32(exactly: next + 1) {
                first[position] = (place, narrow)
                return nil
            }
            return other(Key(position: position, epoch: epoch), next)
        }
        return known.epoch == narrow ? Int(known.slot) - 1 : other(Key(position: position, epoch: epoch), next)
    }

    private mutating func other(_ key: Key, _ next: Int) -> Int? {
        if let known = others[key] { return known }
        others[key] = next
        return nil
    }
}
