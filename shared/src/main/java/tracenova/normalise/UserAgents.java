package tracenova.normalise;

/// Browser, operating system and device family of a user agent; the agent itself is never kept.
public record UserAgents(String browser, String os, String device) {

    public static UserAgents parse(String agent) {
        return new UserAgents(null, null, null);
    }
}
