package tracenova.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What our modules may not do: turn data into markup or code, need more than the policy allows, talk to others.
class SourceRulesTest {

    @ParameterizedTest
    @ValueSource(strings = {"innerHTML", "outerHTML", "insertAdjacentHTML", "document\\.write", "\\beval\\(",
        "new Function\\(",
        "createContextualFragment", "DOMParser", "srcdoc", "javascript:", "unsafeHTML", "unsafeSVG", "unsafeStatic"})
    void dataNeverBecomesMarkupOrCode(String pattern) {
        assertThat(with(pattern)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\sstyle=", "styleMap", "['\"]style['\"]", "\\son[a-z]+=", "<style", "<script"})
    void nothingStandsInAnAttributeThatThePolicyBlocks(String pattern) {
        assertThat(with(pattern)).isEmpty();
    }

    @Test
    void thePageItselfHasNoInlineScriptOrStyle() {
        var page = Sources.site().get(Site.PAGE);

        assertThat(page).doesNotContainPattern("<script(?![^>]*src=)").doesNotContain("style=", "<style")
                .doesNotContainPattern("\\son\\w+=");
        assertThat(page).doesNotContain("http:", "https:", "//cdn");
    }

    @Test
    void nothingIsLoadedFromAnotherOrigin() {
        var allowed = Set.of("https://example.com/app.js");
        var address = Pattern.compile("(?:https?:)?//[\\w-]+\\.[\\w.-]+[^'\"`\\s)]*");

        assertThat(Sources.modules().values().stream()
                .flatMap(module -> address.matcher(module).results().map(each -> each.group())))
                .allSatisfy(found -> assertThat(allowed).contains(found));
        assertThat(Sources.assets().get("dashboard.css")).doesNotContain("url(", "@import");
    }

    @Test
    void oneModuleFetches() {
        assertThat(with("\\bfetch\\((?!')")).containsExactly("core/api.js");
        assertThat(with("XMLHttpRequest|sendBeacon|new WebSocket|EventSource")).isEmpty();
    }

    @Test
    void oneModuleWritesCsv() {
        assertThat(with("text/csv")).containsExactly("core/csv.js");
        assertThat(with("createObjectURL")).containsExactly("core/csv.js");
    }

    @Test
    void onlyPreferencesAreStoredAndNoCookieIsRead() {
        assertThat(with("localStorage")).containsExactly("core/preferences.js", "theme.js");
        assertThat(with("sessionStorage|indexedDB|document\\.cookie|caches\\.")).isEmpty();
        assertThat(Sources.modules().get("core/preferences.js")).doesNotContainIgnoringCase("token");
    }

    /// An element of ours is an element: what the browser or Lit calls on it must stay theirs.
    @Test
    void noElementOverridesWhatTheBrowserCalls() {
        var theirs =
                "remove|append|prepend|before|after|replaceWith|matches|closest|animate|scroll|focus|blur|click|hidden|title|id|part"
                        + "|slot|role|style|children|lang|dir|translate|attributes|prefix";

        assertThat(with("(?m)^(?:get |set |async )*(?:" + theirs + ")\\(")).isEmpty();
        assertThat(with("props\\([^)]*'(?:" + theirs + ")'")).isEmpty();
    }

    private static Stream<String> with(String pattern) {
        var found = Pattern.compile(pattern);
        return Sources.modules().entrySet().stream().filter(file -> found.matcher(file.getValue()).find())
                .map(file -> file.getKey());
    }
}
