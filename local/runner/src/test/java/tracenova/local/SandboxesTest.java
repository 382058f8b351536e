package tracenova.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tracenova.app.Apps;
import tracenova.tracking.TrackFunction;

class SandboxesTest {

    private static final URL TRACKING = ModuleLoader.location(TrackFunction.class);

    private final Template template =
            Template.read(TemplateTest.resource("small.yaml"), new LocalNames("eu-west-1"));

    @Test
    void functionSeesItsOwnEnvironment() {
        try (var first = sandboxes("first"); var second = sandboxes("second")) {
            assertThat(say(first, "hello")).endsWith(" EchoFunction first hello");
            assertThat(say(second, "hello")).endsWith(" EchoFunction second hello");
        }
    }

    @Test
    void idleCopyTakesTheNextEvent() {
        try (var sandboxes = sandboxes("table")) {
            assertThat(say(sandboxes, "a").split(" ")[0]).isEqualTo(say(sandboxes, "a").split(" ")[0]);
        }
    }

    @Test
    void whatTheFunctionThrowsComesOut() {
        try (var sandboxes = sandboxes("table")) {
            assertThatThrownBy(() -> say(sandboxes, "fail")).hasMessage("asked to fail");
        }
    }

    @Test
    void beansOfOtherModulesAreNotThere() {
        var shared = ModuleLoader.location(Apps.class);
        try (var all = new ModuleLoader(Set.of(TRACKING)).start("a", Map.of());
                var own = new ModuleLoader(Set.of(TRACKING, shared)).start("b", Map.of())) {
            assertThat(all.containsBean(Apps.class)).isTrue();
            assertThat(own.containsBean(Apps.class)).isFalse();
        }
    }

    @Test
    void classThatIsNotThereIsNamedAtStart() {
        var template = Template.of(TemplateYaml.parse(
                "Resources: { A: { Type: AWS::Serverless::Function, Properties: { Handler: no.such.Thing } } }",
                "test"), new LocalNames("eu-west-1"));

        assertThatThrownBy(() -> new Sandboxes(template.functions().getFirst(), Map.of(), null))
                .isInstanceOf(TemplateException.class)
                .hasMessage("A: there is no class no.such.Thing");
    }

    private Sandboxes sandboxes(String table) {
        var module = new ModuleLoader(Set.of(TRACKING));
        return new Sandboxes(template.functions().getFirst(), Map.of("TABLE_NAME", table), module);
    }

    private static String say(Sandboxes sandboxes, String text) {
        return new String(sandboxes.invoke(text.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
    }
}
