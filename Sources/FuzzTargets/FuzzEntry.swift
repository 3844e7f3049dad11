/// What libFuzzer calls: the target's name and bytes. A broken promise ends the process, so that the bytes are kept.
@_cdecl("acuity_fuzz_run")
public func runFuzzTarget(_ name: UnsafePointer<CChar>, _ bytes: UnsafePointer<UInt8>?, _ count: Int) {
    guard let target = FuzzTarget.named(String(cString: name)) else {
        fatalError("the targets are \(FuzzTarget.all.map(\.name).joined(separator: ", "))")
    }
    do {
        try target.run(Array(UnsafeBufferPointer(start: bytes, count: count)))
    } catch {
        fatalError("\(error)")
    }
}
