import Storage
import WorkCalendar

extension Session.Stage {
    /// What comes next in a sign-in, after the password (`nil`) or after a step: the code, another password, the position, or nothing
    /// but the work. `nil` where the account holds no position.
    static func next(
        after done: Session.Stage?, _ account: Account, on day: Day, _ directory: Directory, _ db: Transaction
    ) throws -> (stage: Session.Stage, position: Position?)? {
        if done == nil, try SecondStep.isOn(account, db) { return (.code, nil) }
        if done != .position, try SignIn.mustChange(account, db) { return (.password, nil) }
        let seats = try Positions.seats(of: account, on: day, directory, db)
        guard let first = seats.first else { return nil }
        return seats.count == 1 ? (.open, first.position) : (.position, nil)
    }

    /// The page of a step; the first page of the office once it is open.
    var address: String {
        switch self {
        case .code: "\(SignInAddress.path)/ma"
        case .password: "\(SignInAddress.path)/mat-khau"
        case .position: "\(SignInAddress.path)/vi-tri"
        case .open: "/"
        }
    }
}
