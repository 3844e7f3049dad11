import Foundation

/// The two streams of the program. A reader that has gone away (`acuity check | head`) is a normal end, not a defect.
enum StandardStream {
    static func write(_ data: Data, to handle: FileHandle) { try? handle.write(contentsOf: data) }
    static func write(_ text: String, to handle: FileHandle) { write(Data(text.utf8), to: handle) }
}
