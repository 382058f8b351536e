package tracenova.event;

import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Browser, operating system and device family of a user agent; the agent itself is never kept. `null` where
/// it does not say. A short list of words, looked for in order: the first that is there decides.
public record UserAgents(String browser, String os, String device) {

    private static final int LONGEST = 512;

    /// A word and what it means. Browsers name those they descend from, so descendants stand first.
    private record Word(String word, String family) {}

    private static final Word[] BROWSERS = words(
            "bot", "Bot", "Bot", "Bot", "crawl", "Bot", "spider", "Bot", "Slurp", "Bot", "HeadlessChrome", "Bot",
            "Edg", "Edge", "OPR/", "Opera", "Opera", "Opera", "SamsungBrowser", "Samsung Internet",
            "YaBrowser", "Yandex", "Vivaldi", "Vivaldi", "UCBrowser", "UC Browser", "DuckDuckGo", "DuckDuckGo",
            "FxiOS", "Firefox", "Firefox", "Firefox", "CriOS", "Chrome", "Chrome", "Chrome", "Chromium", "Chrome",
            "MSIE", "Internet Explorer", "Trident/", "Internet Explorer", "Android", "Android Browser",
            "Safari", "Safari", "AppleWebKit", "WebView", "okhttp", "okhttp", "CFNetwork", "CFNetwork",
            "Dart", "Dart", "curl", "curl", "python", "Python", "Java", "Java", "node", "Node.js", "PHP", "PHP",
            "Go-http-client", "Go", "Guzzle", "PHP", "Postman", "Postman");

    private static final Word[] SYSTEMS = words(
            "Windows Phone", "Windows Phone", "Windows", "Windows", "iPhone", "iOS", "iPad", "iOS", "iPod", "iOS",
            "iOS", "iOS", "Android", "Android", "okhttp", "Android", "CrOS", "Chrome OS", "Tizen", "Tizen",
            "HarmonyOS", "HarmonyOS", "Macintosh", "macOS", "Mac OS X", "macOS", "Darwin", "macOS", "Linux", "Linux",
            "X11", "Linux");

    private static final Word[] DEVICES = words(
            "bot", "bot", "Bot", "bot", "crawl", "bot", "spider", "bot", "Slurp", "bot", "HeadlessChrome", "bot",
            "iPad", "tablet", "Tablet", "tablet", "Kindle", "tablet", "SmartTV", "tv", "SMART-TV", "tv", "AppleTV",
            "tv",
            "iPhone", "mobile", "iPod", "mobile", "Mobile", "mobile", "Windows Phone", "mobile", "iOS", "mobile",
            "okhttp", "mobile", "Dalvik", "mobile", "Android", "tablet", "Windows", "desktop", "Macintosh", "desktop",
            "CrOS", "desktop",
            "X11", "desktop", "Linux", "desktop");

    public static UserAgents parse(String agent) {
        var text = agent.length() > LONGEST ? agent.substring(0, LONGEST) : agent;
        return new UserAgents(first(BROWSERS, text), first(SYSTEMS, text), first(DEVICES, text));
    }

    /// What may be kept of it: `Chrome, Windows, desktop`; itself, if it is no more than such words.
    public static String kept(String agent) {
        if (agent.indexOf('/') < 0 && agent.indexOf('(') < 0) {
            return agent;
        }
        var family = parse(agent);
        var kept = Stream.of(family.browser, family.os, family.device).filter(Objects::nonNull).distinct()
                .collect(Collectors.joining(", "));
        return kept.isEmpty() ? "unknown" : kept;
    }

    private static String first(Word[] words, String agent) {
        for (var word : words) {
            if (agent.contains(word.word)) {
                return word.family;
            }
        }
        return null;
    }

    private static Word[] words(String... pairs) {
        var words = new Word[pairs.length / 2];
        for (int i = 0; i < words.length; i++) {
            words[i] = new Word(pairs[2 * i], pairs[2 * i + 1]);
        }
        return words;
    }
}
