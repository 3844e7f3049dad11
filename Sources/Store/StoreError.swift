import Records
import SQLite

/// Why the store could not do what was asked.
public enum StoreError: Error, Equatable, CustomStringConvertible {
    /// SQLite refused an operation: the store's path, SQLite's code and its message.
    case refused(path: String, code: Int32, message: String)
    /// The file was written by a later version of Acuity.
    case newerVersion(path: String, found: Int, known: Int)
    /// The file is no Acuity store.
    case notAStore(path: String)
    /// A stored value has a form that this version does not write.
    case corrupt(path: String, what: String)

    init(_ refusal: SQLiteRefusal) {
        self =
            refusal.isNotADatabase
            ? .notAStore(path: refusal.path)
            : .refused(path: refusal.path, code: refusal.code, message: refusal.message)
    }

    public var description: String {
        switch self {
        case .refused(let path, let code, let message):
            "\(path): expected to read or write the store; SQLite said: \(message) (code \(code)). "
                + "Check that the folder can be written, that the disk has room and that no other program holds the file."
        case .newerVersion(let path, let found, let known):
            "\(path): expected a store of version \(known) or older; found version \(found). "
                + "Use a newer Acuity, or remove the file and ingest the logs again."
        case .notAStore(let path):
            "\(path): expected an Acuity store; found another SQLite database or another file. "
                + "Move it away, or choose another folder with --output."
        case .corrupt(let path, let what):
            "\(path): expected a whole store; found \(what). Remove the file and ingest the logs again."
        }
    }
}
