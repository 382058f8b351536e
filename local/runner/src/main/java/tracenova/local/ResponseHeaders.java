package tracenova.local;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/// What a response-headers policy of CloudFront adds to each answer, by names in lower case.
final class ResponseHeaders {

    private ResponseHeaders() {}

    static Map<String, String> of(Section properties) {
        var policy = properties.section("ResponseHeadersPolicyConfig");
        var headers = new LinkedHashMap<String, String>();
        var security = policy.section("SecurityHeadersConfig");
        for (var name : security.values().keySet()) {
            var header = security.section(name);
            switch (name) {
                case "ContentSecurityPolicy" -> headers.put("content-security-policy", header.text(name));
                case "ContentTypeOptions" -> headers.put("x-content-type-options", "nosniff");
                case "ReferrerPolicy" -> headers.put("referrer-policy", header.text(name));
                case "StrictTransportSecurity" -> headers.put("strict-transport-security", transport(header));
                default -> throw new TemplateException(header.place() + " is not known here");
            }
        }
        policy.section("CustomHeadersConfig").sections("Items")
                .forEach(item -> headers.put(item.text("Header").toLowerCase(Locale.ROOT), item.text("Value")));
        return Collections.unmodifiableMap(headers);
    }

    private static String transport(Section header) {
        return "max-age=" + header.text("AccessControlMaxAgeSec")
                + (header.text("IncludeSubdomains", "false").equals("true") ? "; includeSubDomains" : "")
                + (header.text("Preload", "false").equals("true") ? "; preload" : "");
    }
}
