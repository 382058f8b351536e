package tracenova.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SiteTest {

    private static final Pattern NAMED =
            Pattern.compile("^import\\s*\\{([^}]*)}\\s*from\\s*'([^']+)'", Pattern.MULTILINE);

    private static final int BUDGET = 120_000;

    private final Map<String, String> assets = Sources.assets();
    private final Map<String, String> modules = Sources.modules();

    @Test
    void everyModuleThatIsImportedIsThere() {
        modules.forEach((name, module) -> {
            assertThat(assets.keySet()).as(name).containsAll(Imports.atOnce(name, module));
            assertThat(assets.keySet()).as(name).containsAll(Imports.whenNeeded(name, module));
        });
    }

    @Test
    void everyModuleIsImportedBySomeone() {
        var imported = modules.entrySet().stream().flatMap(module -> Stream.concat(
                Imports.atOnce(module.getKey(), module.getValue()).stream(),
                Imports.whenNeeded(module.getKey(), module.getValue()).stream())).collect(Collectors.toSet());

        assertThat(modules.keySet())
                .allMatch(name -> imported.contains(name) || Set.of("main.js", "theme.js").contains(name));
    }

    @Test
    void everyNameThatIsImportedIsExported() {
        modules.forEach((name, module) -> NAMED.matcher(module).results().forEach(each -> {
            var from = Imports.atOnce(name, each.group()).getFirst();
            if (from.startsWith("vendor/")) return;
            names(each.group(1))
                    .forEach(wanted -> assertThat(modules.get(from)).as("%s of %s in %s", wanted, from, name)
                            .containsPattern("export [^;]*?\\b" + wanted + "\\b"));
        }));
    }

    @Test
    void everyNameThatIsImportedIsUsed() {
        modules.forEach((name, module) -> NAMED.matcher(module).results().forEach(each -> names(each.group(1)).forEach(
                wanted -> assertThat(Pattern.compile("\\b" + wanted + "\\b").matcher(module).results().count())
                        .as("%s in %s", wanted, name).isGreaterThan(1))));
    }

    @Test
    void everyElementThatIsDrawnIsDefinedOnce() {
        var defined = all("customElements\\.define\\(\\s*'([\\w-]+)'");
        var drawn = new TreeSet<>(all("<(tn-[\\w-]+)"));
        drawn.addAll(all("'(tn-[\\w-]+)'"));

        assertThat(defined).doesNotHaveDuplicates().containsAll(drawn);
    }

    @Test
    void everyTermHasItsDefinition() {
        var definitions = modules.get("core/definitions.js");
        var terms = new TreeSet<>(all("\\bterm\\('(\\w+)'"));
        terms.addAll(all("means: '(\\w+)'"));

        assertThat(terms).isNotEmpty().allMatch(term -> definitions.contains(term + ": said("));
    }

    @Test
    void everythingThePageNamesIsThere() {
        var site = Sources.site();
        var named = Pattern.compile("(?:href|src)=\"([^\"]+)\"").matcher(site.get(Site.PAGE)).results()
                .map(each -> each.group(1));

        assertThat(named).isNotEmpty().allMatch(site::containsKey);
    }

    @Test
    void theDirectoryIsNamedByItsContent(@TempDir Path copy) throws IOException {
        copyOf(Sources.DIRECTORY, copy);
        assertThat(Site.make(copy)).isEqualTo(Sources.site());

        Files.writeString(copy.resolve("main.js"), "\nconsole.log();\n", StandardOpenOption.APPEND);
        assertThat(directory(Site.make(copy))).isNotEqualTo(directory(Sources.site()));
    }

    @Test
    void librariesFindEachOtherByPathAndNameNoMaps() {
        assertThat(assets.keySet().stream().filter(name -> name.startsWith("vendor/"))).containsExactly(
                "vendor/chart.js",
                "vendor/css-tag.js", "vendor/lit-element.js", "vendor/lit-html.js", "vendor/reactive-element.js");
        assertThat(Imports.closure(assets, "vendor/lit-element.js")).allMatch(assets::containsKey);
        assertThat(assets.values()).noneMatch(text -> text.contains("sourceMappingURL"));
    }

    /// The one policy that ours allows.
    @Test
    void theTrustedTypesPolicyKeepsItsName() {
        assertThat(assets.get("vendor/lit-html.js")).contains("createPolicy(\"lit-html\"");
    }

    /// The first view of the overview, with the chart library.
    @Test
    void theFirstViewFitsItsBudget() {
        var loaded = Imports.closure(assets, Site.ENTRANCE);
        loaded.addAll(Imports.closure(assets, "pages/overview.js"));
        loaded.addAll(List.of("theme.js", "vendor/chart.js"));

        assertThat(loaded.stream().mapToInt(name -> gzipped(assets.get(name))).sum()).isLessThan(BUDGET);
    }

    private static int gzipped(String text) {
        try (var bytes = new ByteArrayOutputStream()) {
            try (var gzip = new GZIPOutputStream(bytes)) {
                gzip.write(text.getBytes(StandardCharsets.UTF_8));
            }
            return bytes.size();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<String> all(String pattern) {
        return modules.values().stream().flatMap(module -> Pattern.compile(pattern).matcher(module).results())
                .map(each -> each.group(1)).toList();
    }

    private static List<String> names(String list) {
        return Arrays.stream(list.split(",")).map(String::strip).filter(name -> !name.isEmpty()).toList();
    }

    private static String directory(Map<String, String> site) {
        return site.keySet().iterator().next().split("/")[1];
    }

    private static void copyOf(Path source, Path target) throws IOException {
        try (var files = Files.walk(source)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var to = target.resolve(source.relativize(file).toString());
                Files.createDirectories(to.getParent());
                Files.copy(file, to);
            }
        }
    }
}
