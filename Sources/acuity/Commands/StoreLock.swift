import Foundation
import Report
import WholeFiles

/// Keeps two runs of Acuity from one store and what is made of it: who comes second waits until the first has ended. Findings
/// would else be made of a store that changes meanwhile, and a site of a store that is not the findings'.
///
/// It is the folder itself that is locked, so that a run that is killed leaves nothing.
struct StoreLock {
    private let descriptor: Int32

    private static let milliseconds = 50

    /// - Parameters:
    ///   - folder: the folder in which the store lies, or will lie.
    ///   - waits: whether to wait for another run; else it is an error.
    /// - Throws: `SiteProblem` if another run has it and this one does not wait.
    init(_ folder: URL, waits: Bool = true, console: Console) throws {
        descriptor = open(folder.path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        var hasTold = false
        // File systems that know no locks go without.
        while descriptor >= 0, flock(descriptor, LOCK_EX | LOCK_NB) != 0, errno == EWOULDBLOCK || errno == EINTR {
            guard waits else {
                close(descriptor)
                throw SiteProblem.busy(folder.path)
            }
            if !hasTold {
                console.message("Waiting for another run of Acuity at \(folder.relativePath).")
            }
            hasTold = true
            usleep(useconds_t(Self.milliseconds * 1000))
        }
        WholeFile.removeLeftOvers(in: folder)
    }

    func release() {
        if descriptor >= 0 { close(descriptor) }
    }
}
