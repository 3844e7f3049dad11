import Foundation

/// The sanitizer that watches the programs of this run of the tests, if one does.
enum Sanitizer {
    /// Whether signals are taken by a sanitizer, before the program could say anything of them.
    static let takesSignals = dlsym(nil, "__asan_init") != nil || dlsym(nil, "__tsan_init") != nil
}
