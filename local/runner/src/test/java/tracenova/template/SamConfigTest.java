package tracenova.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// samconfig.toml (T38). SAM says nothing about a key that it does not know, so we do.
class SamConfigTest {

    private static final Map<String, Set<String>> KNOWN = Map.of(
            "global", Set.of("stack_name"),
            "validate", Set.of("lint"),
            "deploy",
            Set.of("resolve_s3", "s3_prefix", "capabilities", "confirm_changeset", "tags", "parameter_overrides"));

    @Test
    void everyKeyIsOneThatSamKnows() {
        var sections = sections();

        assertThat(sections.remove("")).isEqualTo(Map.of("version", "0.1"));
        assertThat(sections).isNotEmpty().allSatisfy((section, keys) -> {
            assertThat(section).matches("(default|prod)\\.(global|validate|deploy)\\.parameters");
            assertThat(KNOWN.get(section.split("\\.")[1])).as(section).containsAll(keys.keySet());
        });
    }

    @Test
    void T38_everyStageGoesThroughABucketWithNoMoreRightsThanItNeeds() {
        for (var stage : Set.of("default", "prod")) {
            var deploy = sections().get(stage + ".deploy.parameters");

            assertThat(deploy).containsEntry("resolve_s3", "true").containsEntry("capabilities", "\"CAPABILITY_IAM\"");
            assertThat(deploy.get("tags")).contains("project=tracenova").contains("stage=");
        }
    }

    @Test
    void T38_productionAsksBeforeItChanges() {
        assertThat(sections().get("prod.deploy.parameters")).containsEntry("confirm_changeset", "true");
    }

    @Test
    void T38_everyOverrideIsAParameterOfTheTemplate() {
        var overrides = sections().get("prod.deploy.parameters").get("parameter_overrides");

        assertThat(overrides.replaceAll("[\\[\\]\" ]", "").split(","))
                .allSatisfy(override -> assertThat(Written.TEMPLATE.at("Parameters").entries())
                        .containsKey(override.split("=")[0]));
    }

    private static Map<String, Map<String, String>> sections() {
        var sections = new LinkedHashMap<String, Map<String, String>>();
        var name = "";
        for (var line : Written.file("samconfig.toml").lines().map(String::strip).toList()) {
            if (line.startsWith("[")) {
                name = line.substring(1, line.length() - 1);
            } else if (line.contains("=") && !line.startsWith("#")) {
                sections.computeIfAbsent(name, key -> new TreeMap<>()).put(
                        line.substring(0, line.indexOf('=')).strip(), line.substring(line.indexOf('=') + 1).strip());
            }
        }
        return sections;
    }
}
