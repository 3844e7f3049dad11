import Dispatch
import Foundation

/// Ctrl-C and a polite request to end, as something that can be waited for. What is under way is brought to its end;
/// who asks a second time ends the program at once.
struct Interruption {
    private let semaphore = DispatchSemaphore(value: 0)
    private let sources: [any DispatchSourceSignal]

    init() {
        sources = [SIGINT, SIGTERM].map { number in
            signal(number, SIG_IGN)
            return DispatchSource.makeSignalSource(signal: number, queue: .global())
        }
        for (source, number) in zip(sources, [SIGINT, SIGTERM]) {
            source.setEventHandler { [semaphore] in
                signal(number, SIG_DFL)
                semaphore.signal()
            }
            source.resume()
        }
    }

    /// Waits for some time; true as soon as the user has asked to end.
    func wait(milliseconds: Int) -> Bool { semaphore.wait(timeout: .now() + .milliseconds(milliseconds)) == .success }
}
