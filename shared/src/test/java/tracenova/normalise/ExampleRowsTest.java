package tracenova.normalise;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tracenova.testkit.Examples;

/// Every documented request, and the rows it becomes: `rows.ndjson` beside this test, a tab after the name.
class ExampleRowsTest {

    static List<String> names() {
        return Examples.names();
    }

    @ParameterizedTest
    @MethodSource("names")
    void anExampleBecomesItsRows(String name) throws IOException {
        var rows = Rows.linesOf(Examples.path(name), Examples.body(name));

        assertThat(rows).isEqualTo(expected().get(name));
    }

    private static Map<String, List<String>> expected() throws IOException {
        try (var file = ExampleRowsTest.class.getResourceAsStream("rows.ndjson")) {
            return new String(file.readAllBytes(), UTF_8).lines()
                    .map(line -> line.split("\t", 2))
                    .collect(Collectors.groupingBy(
                            line -> line[0], Collectors.mapping(line -> line[1], Collectors.toList())));
        }
    }
}
