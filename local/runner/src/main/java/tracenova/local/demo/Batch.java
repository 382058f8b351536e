package tracenova.local.demo;

import java.util.List;

/// What is sent in one request: the visits of one kind of client.
record Batch(String id, Client client, List<DemoEvent> events) {}
