package tracenova.management;

import java.util.List;
import java.util.Map;
import tracenova.event.Json;

/// What came back: header names in lower case.
record Answer(int status, Map<String, String> headers, List<String> cookies, String body) {

    Json json() {
        return Json.of(body);
    }

    /// The text at the end of a path of names.
    String text(String... path) {
        var json = json();
        for (var name : path) {
            var from = json;
            json = json.get(name).orElseThrow(() -> new AssertionError("no " + name + " in " + from));
        }
        return json.is(Json.Kind.STRING) ? json.string() : json.text();
    }

    List<Json> items() {
        return json().get("items").orElseThrow().elements();
    }

    /// The end of a problem's type.
    String problem() {
        var type = text("type");
        return type.substring(type.lastIndexOf('/') + 1);
    }

    /// `required /email`, …
    List<String> errors() {
        return json().get("errors").map(Json::elements).orElse(List.of()).stream()
                .map(error -> error.get("code").orElseThrow().string() + " "
                        + error.get("pointer").orElseThrow().string())
                .toList();
    }
}
