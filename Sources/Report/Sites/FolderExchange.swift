import FileBridge
import Foundation

/// Puts a new folder in the place of an old one.
enum FolderExchange {
    /// Exchanges two folders in one step where the file system can, else by two renames.
    ///
    /// - Parameters:
    ///   - new: The new folder.
    ///   - target: The old folder, whose path the new one gets.
    ///   - spare: Where the old folder lies meanwhile if one step cannot do.
    ///   - exchange: The one step: 0 or the number of its error.
    /// - Returns: Where the old folder is now.
    /// - Throws: `SiteProblem`; the old folder is then where it was.
    static func exchange(
        _ new: String, with target: String, spare: String,
        by exchange: (String, String) -> Int32 = { acuity_exchange_paths($0, $1) }
    ) throws -> String {
        let code = exchange(new, target)
        if code == 0 { return new }
        guard [EINVAL, ENOSYS, ENOTSUP, EXDEV].contains(code) else { throw SiteProblem(system: code, path: target) }
        try move(target, to: spare)
        guard rename(new, target) == 0 else {
            let code = errno
            rename(spare, target)
            throw SiteProblem(system: code, path: target)
        }
        return spare
    }

    /// Moves a folder; by a copy where it came with a container's image, whose folders cannot be renamed.
    private static func move(_ folder: String, to place: String) throws {
        if rename(folder, place) == 0 { return }
        guard errno == EXDEV else { throw SiteProblem(system: errno, path: folder) }
        do {
            try FileManager.default.moveItem(atPath: folder, toPath: place)
        } catch {
            throw SiteProblem(
                path: folder, expected: "a folder that can be moved", found: error.localizedDescription,
                remedy: "Check the disk's space and the rights on the folder above.")
        }
    }

    /// Waits until all files below a folder are on the disk: with one call for the file system, as one a file would
    /// take seconds for thousands of them. Where that is not to be had, the exchange is still whole unless the power fails.
    ///
    /// - Throws: `SiteProblem` if the disk could not take them.
    static func flush(_ folder: String) throws {
        let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { return }
        defer { close(descriptor) }
        let code = acuity_sync_file_system(descriptor)
        guard ![EIO, ENOSPC, EDQUOT].contains(code) else { throw SiteProblem(system: code, path: folder) }
    }

    /// Waits until the names in a folder are on the disk.
    static func flushNames(_ folder: String) {
        let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { return }
        fsync(descriptor)
        close(descriptor)
    }
}
