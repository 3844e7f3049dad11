extension JSONValue {
    /// A number of milliseconds in seconds; nil for anything else.
    var milliseconds: Double? { double.map { $0 / 1000 } }
}
