package tracenova.template;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.SdkHttpMethod;
import tracenova.event.Json;
import tracenova.testkit.TestContext;

/// One request to AWS as IAM sees it: an action, on a store of the template, at a key of it (empty: as a whole).
record Call(String action, String store, String key) {

    private static final Map<String, String> STORES = Map.of(
            TestContext.TABLE, "Table",
            TestContext.SALTS, "Salts",
            TestContext.QUEUE, "Queue",
            TestContext.DEAD_LETTERS, "DeadLetters",
            TestContext.BUCKET, "DataBucket",
            TestContext.DASHBOARD, "DashboardBucket");

    private static final String PARAMETERS =
            "arn:${AWS::Partition}:ssm:${AWS::Region}:${AWS::AccountId}:parameter";

    private static final Pattern DELETED = Pattern.compile("<Key>([^<]*)</Key>");

    static List<Call> of(HttpExecuteRequest request) {
        var http = request.httpRequest();
        return http.firstMatchingHeader("X-Amz-Target")
                .map(target -> List.of(switch (target.substring(0, 8)) {
                    case "DynamoDB" -> table(target, Json.of(body(request)));
                    case "AmazonSS" -> parameter(target, Json.of(body(request)));
                    default -> queue(target, Json.of(body(request)));
                }))
                .orElseGet(() -> bucket(request));
    }

    private static String body(HttpExecuteRequest request) {
        try (var in = request.contentStreamProvider().orElseThrow().newStream()) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Call table(String target, Json body) {
        var place = Stream.of("Item", "Key").flatMap(name -> body.get(name).stream()).findFirst();
        var key = place.map(item -> text(item, "pk", "S"))
                .orElseGet(() -> text(body, "ExpressionAttributeValues", ":pk", "S"));
        return new Call("dynamodb:" + operation(target), STORES.get(text(body, "TableName")), key);
    }

    private static Call queue(String target, Json body) {
        var name = body.get("QueueUrl").or(() -> body.get("SourceArn")).orElseThrow().string().split("[/:]");
        return new Call("sqs:" + operation(target).replace("Batch", ""), STORES.get(name[name.length - 1]), "");
    }

    /// As the template names it, in a stack of the name `tracenova`.
    private static Call parameter(String target, Json body) {
        return new Call("ssm:" + operation(target), PARAMETERS, text(body, "Name")
                .replace("/tracenova/tracenova/", "tracenova/${AWS::StackName}/"));
    }

    private static String operation(String target) {
        return target.substring(target.indexOf('.') + 1);
    }

    private static List<Call> bucket(HttpExecuteRequest request) {
        var http = request.httpRequest();
        var path = http.encodedPath().split("/", 3);
        var store = STORES.get(path[1]);
        var key = path.length < 3 ? "" : URLDecoder.decode(path[2], UTF_8);
        if (http.rawQueryParameters().containsKey("cors")) {
            return List.of(new Call("s3:PutBucketCORS", store, ""));
        }
        if (http.rawQueryParameters().containsKey("delete")) {
            return DELETED.matcher(body(request)).results()
                    .map(found -> new Call("s3:DeleteObject", store, found.group(1))).toList();
        }
        if (key.isEmpty()) {
            return List.of(new Call("s3:ListBucket", store, http.firstMatchingRawQueryParameter("prefix").orElse("")));
        }
        return List.of(new Call(http.method() == SdkHttpMethod.PUT ? "s3:PutObject" : "s3:GetObject", store, key));
    }

    private static String text(Json json, String... path) {
        for (var name : path) {
            json = json.get(name).orElseThrow();
        }
        return json.string();
    }
}
