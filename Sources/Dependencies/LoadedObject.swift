import Foundation
import VersionBridge

/// A shared object that the loader put into this process, or the program itself.
public struct LoadedObject: Sendable, Equatable {
    /// The path by which it was loaded; empty for the program.
    public var path: String
    /// The names that it asks the loader for, such as `libz.so.1`.
    public var needed: [String] = []

    /// An object by its path; an empty path stands for the program.
    public init(path: String, needed: [String] = []) {
        self.path = path
        self.needed = needed
    }

    /// Whether it is the program itself.
    public var isProgram: Bool { path.isEmpty }
    /// The name by which others ask for it, such as `libz.so.1`.
    public var name: String { (path as NSString).lastPathComponent }
    /// The name up to `.so`.
    public var stem: String { name.range(of: ".so").map { String(name[..<$0.lowerBound]) } ?? name }
    /// The path of the file, links resolved.
    public var file: String {
        URL(fileURLWithPath: isProgram ? "/proc/self/exe" : path).resolvingSymlinksInPath().path
    }

    /// The objects of this process: the program, then the others by name. What the kernel gives is left out, because it
    /// is no file.
    public static func all() -> [LoadedObject] {
        var objects: [LoadedObject] = []
        withUnsafeMutablePointer(to: &objects) { pointer in
            acuity_each_loaded_object(pointer) { context, path, needed in
                guard let path, let list = context?.assumingMemoryBound(to: [LoadedObject].self) else { return }
                if let needed {
                    list.pointee[list.pointee.count - 1].needed.append(String(cString: needed))
                } else {
                    list.pointee.append(LoadedObject(path: String(cString: path)))
                }
            }
        }
        return objects.filter { $0.isProgram || $0.path.hasPrefix("/") }
            .sorted { ($0.isProgram ? "" : $0.name) < ($1.isProgram ? "" : $1.name) }
    }
}
