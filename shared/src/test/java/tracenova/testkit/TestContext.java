package tracenova.testkit;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.RuntimeBeanDefinition;
import io.micronaut.inject.qualifiers.PrimaryQualifier;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.http.SdkHttpClient;
import tracenova.aws.HttpTransport;
import tracenova.aws.Retrying;

/// The beans of a function as production wires them, over a transport and a clock of the test's choice.
public final class TestContext {

    public static final String TABLE = "tracenova";
    public static final String SALTS = "salts";
    public static final String QUEUE = "chunks";
    public static final String DEAD_LETTERS = "dead-letters";
    public static final String BUCKET = "data";

    private static final String ENDPOINT = "http://aws.test";

    private TestContext() {}

    /// An AWS with the tables, queues and bucket that the context's properties name.
    public static FakeAws aws(InstantSource clock) {
        return new FakeAws(clock)
                .withTable(TABLE)
                .withTable(SALTS)
                .withQueue(QUEUE, DEAD_LETTERS, 5)
                .withBucket(BUCKET);
    }

    public static ApplicationContext start(SdkHttpClient transport, InstantSource clock, Object... singletons) {
        HttpTransport http = socketTimeout -> transport;
        return ApplicationContext.builder()
                .deduceEnvironment(false)
                .banner(false)
                .properties(properties())
                .singletons(http, Retrying.immediate())
                // Micronaut brings a system clock of its own: ours goes before it.
                .beanDefinitions(RuntimeBeanDefinition.builder(InstantSource.class, () -> clock)
                        .singleton(true)
                        .qualifier(PrimaryQualifier.instance())
                        .build())
                .singletons(singletons)
                .start();
    }

    private static Map<String, Object> properties() {
        var properties = new HashMap<String, Object>();
        properties.put("aws.region", "eu-west-1");
        properties.put("aws.endpoint.url", ENDPOINT);
        properties.put("table.name", TABLE);
        properties.put("salts.table.name", SALTS);
        properties.put("queue.url", url(QUEUE));
        properties.put("dlq.url", url(DEAD_LETTERS));
        properties.put("bucket.name", BUCKET);
        return properties;
    }

    private static String url(String queue) {
        return ENDPOINT + "/000000000000/" + queue;
    }
}
