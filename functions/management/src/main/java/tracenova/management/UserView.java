package tracenova.management;

import io.micronaut.serde.annotation.Serdeable;
import tracenova.account.Account;
import tracenova.account.Workspace;

/// Who is signed in, as that person sees it.
@Serdeable
record UserView(String id, String email, String role, WorkspaceView workspace) {

    @Serdeable
    record WorkspaceView(String id, String name) {}

    static UserView of(Account account, Workspace workspace) {
        return new UserView(account.id(), account.email(), account.role().toString(),
                new WorkspaceView(workspace.id(), workspace.name()));
    }
}
