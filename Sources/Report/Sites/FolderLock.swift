import Foundation

/// Keeps two writers from one folder: a locked file that is there only as long as the writer is.
struct FolderLock: Sendable {
    private let path: String
    private let descriptor: Int32

    /// - Throws: `SiteProblem` if another writer, of this or another process, has the lock.
    init(path: String, folder: String) throws {
        while true {
            let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o644)
            guard descriptor >= 0 else { throw SiteProblem(system: errno, path: path) }
            guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
                let code = errno
                close(descriptor)
                guard code == EWOULDBLOCK else { throw SiteProblem(system: code, path: path) }
                throw SiteProblem.busy(folder)
            }
            // The one that had the lock before may have removed the file between the opening and the locking.
            var (mine, there) = (stat(), stat())
            if fstat(descriptor, &mine) == 0, lstat(path, &there) == 0, mine.st_ino == there.st_ino {
                self.path = path
                self.descriptor = descriptor
                return
            }
            close(descriptor)
        }
    }

    /// Gives the lock back. The file is removed while it is still locked, so that nobody else's is.
    func release() {
        unlink(path)
        close(descriptor)
    }
}
