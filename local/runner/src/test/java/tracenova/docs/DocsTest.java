package tracenova.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.MAP;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tracenova.app.AppId;
import tracenova.event.Code;
import tracenova.event.EventType;
import tracenova.event.MixedDoor;
import tracenova.ingest.ProblemType;
import tracenova.local.TemplateYaml;
import tracenova.table.Hour;
import tracenova.table.ItemKey.AccountKey;
import tracenova.table.ItemKey.ApiKeyKey;
import tracenova.table.ItemKey.AppKey;
import tracenova.table.ItemKey.AppListKey;
import tracenova.table.ItemKey.AttemptsKey;
import tracenova.table.ItemKey.AuditKey;
import tracenova.table.ItemKey.ChunkKey;
import tracenova.table.ItemKey.EmailKey;
import tracenova.table.ItemKey.FirstReceiptKey;
import tracenova.table.ItemKey.FirstWorkspaceKey;
import tracenova.table.ItemKey.FunnelKey;
import tracenova.table.ItemKey.KeyLookupKey;
import tracenova.table.ItemKey.RefusedKey;
import tracenova.table.ItemKey.SaltKey;
import tracenova.table.ItemKey.SessionHourKey;
import tracenova.table.ItemKey.SignInKey;
import tracenova.table.ItemKey.UserSessionKey;
import tracenova.table.ItemKey.WorkspaceKey;
import tracenova.table.ItemKey;

class DocsTest {

    private static final Path ROOT = Path.of(System.getProperty("tracenova.root"));
    private static final Pattern FILE =
            Pattern.compile("`((?:shared|lake|functions|local|conservation|events)/[^`*<…]+)`");

    @Test
    void theArchitecturePageNamesFilesThatExist() throws IOException {
        var named = FILE.matcher(page("architecture.md")).results().map(found -> found.group(1)).toList();

        assertThat(named).hasSizeGreaterThan(20).allSatisfy(file -> assertThat(ROOT.resolve(file)).exists());
    }

    @Test
    void everyLinkBetweenPagesLeadsSomewhere() throws IOException {
        var links = Pattern.compile("\\]\\((?!https?:)([^)#]+)");
        try (var pages = Files.walk(ROOT.resolve("docs"))) {
            for (var page : pages.filter(path -> path.toString().endsWith(".md")).toList()) {
                var targets = links.matcher(Files.readString(page)).results().map(found -> found.group(1)).toList();
                assertThat(targets).as(page.toString())
                        .allSatisfy(target -> assertThat(page.resolveSibling(target)).exists());
            }
        }
        assertThat(links.matcher(Files.readString(ROOT.resolve("README.md"))).results().map(found -> found.group(1)))
                .allSatisfy(target -> assertThat(ROOT.resolve(target)).exists());
    }

    @Test
    void theDataModelShowsTheKeyOfEveryItem() throws IOException {
        var rows = page("data-model.md").lines().filter(line -> line.startsWith("| ")).collect(Collectors.toSet());

        assertThat(keys()).allSatisfy(
                key -> assertThat(rows).anyMatch(row -> row.contains("`" + key.pk() + "` | `" + key.sk() + "`")));
        assertThat(keys().stream().map(Object::getClass).collect(Collectors.toSet()))
                .isEqualTo(Set.of(ItemKey.class.getPermittedSubclasses()));
    }

    @Test
    void theApiPageHasARowForEveryPath() throws IOException {
        var page = page("api.md");

        assertThat(EventType.values()).filteredOn(type -> !type.path().isEmpty())
                .allSatisfy(type -> assertThat(page).contains("| `" + type.path() + "` | `" + type + "` |"));
        assertThat(MixedDoor.values()).allSatisfy(door -> assertThat(page).contains("`" + door.path() + "`"));
    }

    @Test
    void theApiPageNamesEveryPathOfTheDescription() throws IOException {
        var page = page("api.md");

        assertThat(TemplateYaml.read(ROOT.resolve("openapi.yaml")).get("paths")).asInstanceOf(MAP)
                .hasSizeGreaterThan(50)
                .allSatisfy((path, methods) -> assertThat(page).containsPattern("[` ]" + Pattern.quote(
                        (String) path) + "[`?]"));
    }

    @Test
    void theProblemsPageHasEveryTypeAndEveryCode() throws IOException {
        var page = page("problems.md");

        assertThat(ProblemType.values()).allSatisfy(type -> assertThat(page).contains("\n## " + type.slug() + "\n"));
        assertThat(Code.values()).allSatisfy(code -> assertThat(page).contains("`" + code + "`"));
    }

    @Test
    void theReadmeIsShort() throws IOException {
        assertThat(Files.readAllLines(ROOT.resolve("README.md"))).hasSizeLessThan(150);
    }

    private static List<ItemKey> keys() {
        var shop = new AppId("shop");
        var hour = Hour.parse("2026-01-31T12");
        return List.of(
                ChunkKey.first(shop, hour, ChunkKey.shardOf("sess_123"), "sess_123", "batch-1"),
                ChunkKey.later(shop, hour, ChunkKey.shardOf("sess_123"), "sess_123", "batch-1", 3, "c0ntent"),
                new FirstReceiptKey(shop, "r3quest"),
                new RefusedKey(shop, hour, "sandbox1"),
                new SessionHourKey(shop, "sess_123", hour, "user_7", "visitor_1"),
                new UserSessionKey(shop, "user_7", "sess_123"),
                new AppListKey(shop),
                new AppKey(shop),
                new ApiKeyKey(shop, "k3y1d"),
                new FunnelKey(shop, "checkout"),
                new KeyLookupKey("5e884898"),
                new WorkspaceKey("acme"),
                new FirstWorkspaceKey(),
                new EmailKey("2bd806c9"),
                new AccountKey("ada"),
                new SignInKey("ada", "s1gn1n"),
                new AttemptsKey("A2bd806c9"),
                new AuditKey("acme", hour.start(), "x1"),
                new SaltKey(LocalDate.parse("2026-01-31")));
    }

    private static String page(String name) throws IOException {
        return Files.readString(ROOT.resolve("docs").resolve(name));
    }
}
