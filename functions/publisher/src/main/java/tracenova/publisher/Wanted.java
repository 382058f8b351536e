package tracenova.publisher;

import java.util.Map;

/// What the template says of the dashboard. Names are those of its properties there.
record Wanted(String bucket, String dataBucket, String url, String apiUrl, String secret, String region,
        String stack) {

    static Wanted of(Map<String, Object> properties) {
        return new Wanted(text(properties, "Bucket"), text(properties, "DataBucket"), text(properties, "Url"),
                text(properties, "ApiUrl"), text(properties, "SecretParameter"), text(properties, "Region"),
                text(properties, "Stack"));
    }

    private static String text(Map<String, Object> properties, String name) {
        if (properties != null && properties.get(name) instanceof String text && !text.isBlank()) {
            return text;
        }
        throw new IllegalArgumentException("the property " + name + " is missing");
    }
}
