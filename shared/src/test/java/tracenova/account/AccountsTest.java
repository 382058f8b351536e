package tracenova.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tracenova.id.Secrets;
import tracenova.table.Item;
import tracenova.table.ItemKey.AccountKey;
import tracenova.table.ItemKey.EmailKey;
import tracenova.table.ItemKey.WorkspaceKey;
import tracenova.table.Table;
import tracenova.testkit.FakeAws;
import tracenova.testkit.TestClients;
import tracenova.testkit.TestClock;
import tracenova.testkit.TestContext;

class AccountsTest {

    private static final EmailAddress ADA = EmailAddress.parse("ada@example.com").orElseThrow();
    private static final EmailAddress EVE = EmailAddress.parse("eve@example.com").orElseThrow();
    private static final String PASSWORD = "a long enough one";

    private final TestClock clock = new TestClock();
    private final FakeAws aws = TestContext.aws(clock);
    private final Table table = new Table(TestClients.over(aws).dynamoDb(), TestContext.TABLE);
    private final Passwords passwords = new Passwords(Secrets.system());

    @Test
    void aFirstRegistrationThatFailedJustBeforeItsEndIsCompletedByTheNextAttempt() {
        var first = accounts("first").register(ADA, PASSWORD, "Acme");
        var owner = ((Registered.Done) first).account();
        table.delete(new EmailKey(ADA.hash()));

        assertThat(accounts("first").register(EVE, PASSWORD, "Mine")).isEqualTo(new Registered.Closed());

        assertThat(accounts("first").signIn("ada@example.com", PASSWORD, "here"))
                .isEqualTo(new SignedIn.Granted(owner));
        assertThat(accounts("first").signIn("eve@example.com", PASSWORD, "here"))
                .isEqualTo(new SignedIn.Denied(Optional.empty()));
    }

    @Test
    void anAddressHasOneAccount() {
        var accounts = accounts("open");
        assertThat(accounts.register(ADA, PASSWORD, "Acme")).isInstanceOf(Registered.Done.class);

        assertThat(accounts.register(ADA, PASSWORD, "Other")).isEqualTo(new Registered.Taken());
        assertThat(accounts.add("ws", ADA, PASSWORD, Role.VIEWER)).isEmpty();
        assertThat(aws.items(TestContext.TABLE)).filteredOn(item -> item.get("sk").s().equals("ACCOUNT")).hasSize(1);
    }

    @Test
    void S09_aHashOfOtherParametersIsMadeAnewAtTheNextSignIn() {
        var accounts = accounts("open");
        var owner = ((Registered.Done) accounts.register(ADA, PASSWORD, "Acme")).account();
        var weak = com.password4j.Argon2Function.getInstance(8_192, 1, 1, 32, com.password4j.types.Argon2.ID)
                .hash(PASSWORD).getResult();
        assertThat(weak).startsWith("$argon2id$v=19$m=8192,t=1,p=1$");
        table.put(stored(owner).with("password", weak));

        assertThat(accounts.signIn("ada@example.com", PASSWORD, "here")).isInstanceOf(SignedIn.Granted.class);

        assertThat(stored(owner).text("password")).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(accounts.signIn("ada@example.com", PASSWORD, "here")).isInstanceOf(SignedIn.Granted.class);
    }

    @Test
    void S14_changesOfAnAccountMoveItsVersion() {
        var accounts = accounts("open");
        var owner = ((Registered.Done) accounts.register(ADA, PASSWORD, "Acme")).account();

        accounts.setRole(owner.id(), Role.VIEWER);
        accounts.setPassword(owner.id(), "another good one");
        accounts.deactivate(owner.id());

        assertThat(accounts.find(owner.id())).contains(
                new Account(owner.id(), owner.workspace(), "ada@example.com", Role.VIEWER, false, 4));
        assertThat(accounts.workspace(owner.workspace())).isEqualTo(new Workspace(owner.workspace(), "Acme"));
        assertThat(table.get(new WorkspaceKey(owner.workspace()))).isPresent();
    }

    @Test
    void whoMayRegisterIsOneOfThreeWords() {
        for (var word : List.of("", "First", "yes", "true")) {
            assertThatThrownBy(() -> new PropertyRegistration(word)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(new PropertyRegistration("closed").mode()).isEqualTo(Registration.Mode.CLOSED);
    }

    private Item stored(Account account) {
        return table.getConsistent(new AccountKey(account.id())).orElseThrow().copy();
    }

    private Accounts accounts(String mode) {
        return new Accounts(table, clock, Secrets.system(), passwords, new Attempts(table, clock),
                new PropertyRegistration(mode));
    }
}
