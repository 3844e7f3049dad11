import Findings
import Foundation

/// A findings document: what is read says the same once it is written and read again.
enum FindingsTarget {
    static let findings = FuzzTarget("findings") { input in
        do {
            let document = try FindingsDocument(decoding: Data(input))
            let encoded = try document.encoded()
            try BrokenPromise.unless(
                try FindingsDocument(decoding: encoded).encoded() == encoded,
                "a document changes when it is written again")
        } catch let error as FindingsFileError {
            try BrokenPromise.unless(!error.description.isEmpty, "an error without words")
        }
    }
}
