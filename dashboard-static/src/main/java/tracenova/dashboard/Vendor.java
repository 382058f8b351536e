package tracenova.dashboard;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/// The libraries, out of their WebJars, as modules that find each other by path: a page under our policy can have no
/// import map.
final class Vendor {

    private static final Map<String, String> BY_PATH = Map.of(
            "from\"@lit/reactive-element\"", "from\"./reactive-element.js\"",
            "from\"lit-html\"", "from\"./lit-html.js\"");

    private Vendor() {}

    static Map<String, String> files() throws IOException {
        var files = new TreeMap<String, String>();
        files.put("vendor/lit-html.js", file("lit-html", "lit-html.js"));
        files.put("vendor/lit-element.js", file("lit-element", "lit-element.js"));
        files.put("vendor/reactive-element.js", file("lit__reactive-element", "reactive-element.js"));
        files.put("vendor/css-tag.js", file("lit__reactive-element", "css-tag.js"));
        files.put("vendor/chart.js", file("chart.js", "dist/chart.umd.min.js"));
        return files;
    }

    private static String file(String webJar, String path) throws IOException {
        var text = resource("META-INF/resources/webjars/" + webJar + "/" + version(webJar) + "/" + path);
        for (var bare : BY_PATH.entrySet()) text = text.replace(bare.getKey(), bare.getValue());
        return text.lines().filter(line -> !line.startsWith("//# sourceMappingURL")).reduce("", (a, b) -> a + b + "\n");
    }

    private static String version(String webJar) throws IOException {
        var properties = new Properties();
        try (var in = Vendor.class.getClassLoader()
                .getResourceAsStream("META-INF/maven/org.webjars.npm/" + webJar + "/pom.properties")) {
            properties.load(in);
        }
        return properties.getProperty("version");
    }

    private static String resource(String name) throws IOException {
        try (var in = Vendor.class.getClassLoader().getResourceAsStream(name)) {
            if (in == null) throw new IOException("no " + name);
            return new String(in.readAllBytes(), UTF_8);
        }
    }
}
