import Glibc
import Office
import WorkCalendar

extension Act {
    /// What is done at the command line now: by the system, for who sits there has the database anyway. The journal names the
    /// command and the user of the machine.
    /// - Parameter command: "user add"
    static func atCommandLine(_ command: String) -> Act {
        let user = getpwuid(getuid()).map { String(cString: $0.pointee.pw_name) } ?? String(getuid())
        return Act(.system("nhipcau \(command) (\(user))"), at: .now)
    }
}
