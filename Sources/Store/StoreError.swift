import Records
import SQLite

/// Why the store could not do what was asked.
public enum StoreError: Error, Equatable, CustomStringConvertible {
    /// SQLite refused an operation: the store's path, SQLite's code and its message, and what to do.
    case refused(path: String, code: Int32, message: String, remedy: String)
    /// The file was written by a later version of Acuity.
    case newerVersion(path: String, found: Int, known: Int)
    /// The file is no Acuity store.
    case notAStore(path: String)
    /// A stored value has a form that this version does not write.
    case corrupt(path: String, what: String)

    init(_ refusal: SQLiteRefusal) {
        if refusal.isNotADatabase {
            self = .notAStore(path: refusal.path)
        } else if refusal.cause == .isDamaged {
            self = .corrupt(path: refusal.path, what: "a damaged one: \(refusal.message) (code \(refusal.code))")
        } else {
            self = .refused(
                path: refusal.path, code: refusal.code, message: refusal.message, remedy: Self.remedy(refusal.cause))
        }
    }

    private static func remedy(_ cause: SQLiteRefusal.Cause) -> String {
        switch cause {
        case .diskIsFull: "Make room on the disk, and run the command again; nothing that was stored is lost."
        case .isBusy: "Another program holds the store; wait until it has ended, and run the command again."
        case .cannotBeWritten: "Check the rights on the file and on its folder, or choose another folder with --output."
        case .cannotBeOpened:
            "Check that it is a file and no folder, and that it and its folder can be written, or choose another "
                + "folder with --output."
        case .isDamaged, .cannotBeRead, .other:
            "Check that the folder can be written, that the disk has room and that it has no errors, and run the command "
                + "again."
        }
    }

    /// The message in one line: the store's path, what was expected and found, and what to do.
    public var description: String {
        switch self {
        case .refused(let path, let code, let message, let remedy):
            "\(path): expected to read or write the store; SQLite said: \(message) (code \(code)). \(remedy)"
        case .newerVersion(let path, let found, let known):
            "\(path): expected a store of version \(known) or older; found version \(found). "
                + "Use a newer Acuity, or remove the file and ingest the logs again."
        case .notAStore(let path):
            "\(path): expected an Acuity store; found another SQLite database or another file. "
                + "Move it away, or choose another folder with --output."
        case .corrupt(let path, let what):
            "\(path): expected a whole store; found \(what). Remove the file, check the disk, and ingest the logs "
                + "again."
        }
    }
}
