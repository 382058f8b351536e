package tracenova.conservation;

import tracenova.testkit.AwsCall;
import tracenova.testkit.TestContext;
import tracenova.testkit.WireRequest;

/// One physical attempt: who asks whom for what. `thing` is what kind of item or object it is about.
record Call(Role role, AwsCall aws, String thing, WireRequest request) {

    static Call of(Role role, WireRequest request) {
        var aws = AwsCall.of(request);
        return new Call(role, aws, switch (aws.service()) {
            case "dynamodb" -> item(aws);
            case "sqs" -> "queue";
            default -> object(aws.key());
        }, request);
    }

    String operation() {
        return aws.operation();
    }

    /// Which item (`pk sk`) or object.
    String key() {
        return aws.key();
    }

    /// The position in the write protocol: `TRACK PutItem chunk`.
    String at() {
        return role + " " + operation() + " " + thing;
    }

    boolean isTable() {
        return aws.service().equals("dynamodb");
    }

    boolean isQueue() {
        return aws.service().equals("sqs");
    }

    /// The SDK's number of this attempt within its call.
    int attempt() {
        var text = request.header("amz-sdk-request").orElse("attempt=1");
        var end = text.indexOf(';');
        return Integer.parseInt(text.substring("attempt=".length(), end < 0 ? text.length() : end));
    }

    /// The bytes of the object that is put.
    byte[] content() {
        return request.content();
    }

    Call withBody(byte[] other) {
        return with(request.withBody(other));
    }

    /// With another content of the object that is put.
    Call withContent(byte[] other) {
        var http = request.http().toBuilder().removeHeader("x-amz-decoded-content-length").build();
        return with(new WireRequest(http, request.body()).withBody(other));
    }

    Call with(WireRequest other) {
        return new Call(role, aws, thing, other);
    }

    private static String item(AwsCall aws) {
        if (aws.resource().equals(TestContext.SALTS)) return "salt";
        var key = aws.key().split(" ", 2);
        if (key[0].equals("APPS")) return "apps";
        if (key[0].startsWith("KEY#")) return "key";
        var pk = key[0].split("#", 4);
        if (pk.length == 2) return key.length == 2 && key[1].startsWith("FUNNEL#") ? "funnel" : "app";
        return switch (pk[2]) {
            case "B" -> "first";
            case "H" -> key[0].endsWith("#refused") ? "refused" : "chunk";
            case "S", "U" -> "index";
            default -> throw new IllegalArgumentException("no item we know: " + aws.key());
        };
    }

    private static String object(String name) {
        if (name.isEmpty()) return "objects";
        if (name.endsWith("/reconciled.json")) return "reconciled";
        return name.substring(0, name.indexOf('/'));
    }
}
