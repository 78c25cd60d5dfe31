import Documents
import Identity
import Office
import Plans
import Registers
import Storage

/// The tables of the whole house, room after room: each room's steps stand in its own schema file, in their order.
enum Schema {
    static let migrations: [Migration] =
        Series.migrations
        + Search.migrations
        + Jobs.migrations
        + Shape.migrations
        + Journal.migrations
        + OrganisationSchema.migrations
        + PeopleSchema.migrations
        + SessionSchema.migrations
        + Identities.migrations
        + TokenSchema.migrations
        + NoticeSchema.migrations
        + KeptFiles.migrations
        + DocumentSchema.migrations
        + PlanSchema.migrations
        + FollowingSchema.migrations
        + SavedFilters.migrations
        + UploadSchema.migrations
        + RegisterSchema.migrations
        + DemonstrationMark.migrations
}
