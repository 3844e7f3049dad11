import Foundation

/// Lends what is known of items to one thread at a time.
final class KnownItemsPool: @unchecked Sendable {
    private let lock = NSLock()
    private var free: [KnownItems] = []

    /// Hands `body` something that no other thread uses meanwhile, and that knows what earlier logs told.
    func with<Result>(_ body: (KnownItems) throws -> Result) rethrows -> Result {
        let known = lock.withLock { free.popLast() } ?? KnownItems()
        known.trim()
        defer { lock.withLock { free.append(known) } }
        return try body(known)
    }
}
