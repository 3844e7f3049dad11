import CSQLite
import Foundation

/// A prepared statement: bind, run or step, read columns.
public final class Statement {
    private let database: Database
    private let pointer: OpaquePointer

    // SQLite copies what is bound with this destructor, so that Swift's storage may go.
    private static let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

    init(database: Database, pointer: OpaquePointer) {
        self.database = database
        self.pointer = pointer
    }

    deinit { sqlite3_finalize(pointer) }

    /// A value that can be bound.
    public enum Value {
        case null
        case integer(Int)
        case real(Double)
        case text(String)
        case blob([UInt8])

        /// A text, or NULL for nil.
        public static func optional(_ text: String?) -> Value { text.map(Value.text) ?? .null }
        /// A real number, or NULL for nil.
        public static func optional(_ number: Double?) -> Value { number.map(Value.real) ?? .null }
        /// An integer, or NULL for nil.
        public static func optional(_ number: Int?) -> Value { number.map(Value.integer) ?? .null }
        /// Bytes, or NULL for nil.
        public static func optional(_ bytes: [UInt8]?) -> Value { bytes.map(Value.blob) ?? .null }
    }

    /// Binds all parameters in order and runs the statement to its end.
    public func run(_ values: Value...) throws {
        try bind(values)
        while try step() {}
        sqlite3_reset(pointer)
    }

    /// Binds all parameters and hands each row to `body`.
    public func forEach(_ values: Value..., body: (Statement) throws -> Void) throws {
        try forEach(values, body: body)
    }

    /// Binds all parameters and hands each row to `body`.
    public func forEach(_ values: [Value], body: (Statement) throws -> Void) throws {
        try bind(values)
        defer { sqlite3_reset(pointer) }
        while try step() { try body(self) }
    }

    /// Binds all parameters and returns what `body` makes of the first row, or nil if there is none.
    public func first<Result>(_ values: Value..., body: (Statement) throws -> Result) throws -> Result? {
        try bind(values)
        defer { sqlite3_reset(pointer) }
        return try step() ? try body(self) : nil
    }

    /// The values of the current row by column, from 0.
    public func integer(_ column: Int32) -> Int { Int(sqlite3_column_int64(pointer, column)) }
    /// The column as a double; 0 for NULL, and what SQLite makes of a text.
    public func real(_ column: Int32) -> Double { sqlite3_column_double(pointer, column) }
    /// Whether the column holds NULL.
    public func isNull(_ column: Int32) -> Bool { sqlite3_column_type(pointer, column) == SQLITE_NULL }

    /// The column as text; empty for NULL. Bytes that are no UTF-8 become U+FFFD.
    public func text(_ column: Int32) -> String {
        guard let bytes = sqlite3_column_text(pointer, column) else { return "" }
        let buffer = UnsafeBufferPointer(start: bytes, count: Int(sqlite3_column_bytes(pointer, column)))
        return String(decoding: buffer, as: UTF8.self)
    }

    /// A copy of the column's bytes; empty for NULL.
    public func blob(_ column: Int32) -> [UInt8] {
        guard let bytes = sqlite3_column_blob(pointer, column) else { return [] }
        return [UInt8](UnsafeRawBufferPointer(start: bytes, count: Int(sqlite3_column_bytes(pointer, column))))
    }

    /// The column as text, or nil for NULL.
    public func optionalText(_ column: Int32) -> String? { isNull(column) ? nil : text(column) }
    /// The column as a double, or nil for NULL.
    public func optionalReal(_ column: Int32) -> Double? { isNull(column) ? nil : real(column) }
    /// The column as an integer, or nil for NULL.
    public func optionalInteger(_ column: Int32) -> Int? { isNull(column) ? nil : integer(column) }

    private func step() throws -> Bool {
        let code = sqlite3_step(pointer)
        switch code {
        case SQLITE_ROW: return true
        case SQLITE_DONE: return false
        default:
            let error = database.refusal(code)
            sqlite3_reset(pointer)
            throw error
        }
    }

    private func bind(_ values: [Value]) throws {
        for (index, value) in values.enumerated() {
            let parameter = Int32(index + 1)
            let code: Int32
            switch value {
            case .null: code = sqlite3_bind_null(pointer, parameter)
            case .integer(let number): code = sqlite3_bind_int64(pointer, parameter, Int64(number))
            case .real(let number): code = sqlite3_bind_double(pointer, parameter, number)
            case .text(let text):
                var copy = text
                code = copy.withUTF8 { bytes in
                    bytes.withMemoryRebound(to: CChar.self) {
                        sqlite3_bind_text(
                            pointer, parameter, $0.baseAddress ?? Self.empty, Int32($0.count), Self.transient)
                    }
                }
            case .blob(let bytes):
                code = bytes.withUnsafeBytes {
                    sqlite3_bind_blob64(pointer, parameter, $0.baseAddress, UInt64($0.count), Self.transient)
                }
            }
            guard code == SQLITE_OK else { throw database.refusal(code) }
        }
    }

    // A text of no bytes still needs an address, or SQLite stores NULL.
    nonisolated(unsafe) private static let empty = UnsafePointer(strdup("")!)
}
