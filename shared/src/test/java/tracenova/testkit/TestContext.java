package tracenova.testkit;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.ApplicationContextBuilder;
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
    public static final String DASHBOARD = "dashboard";

    private static final String ENDPOINT = "http://aws.test";

    private TestContext() {}

    /// An AWS with the tables, queues and buckets of a deployment.
    public static FakeAws aws(InstantSource clock) {
        return new FakeAws(clock)
                .withTable(TABLE)
                .withTable(SALTS)
                .withQueue(QUEUE, DEAD_LETTERS, 5)
                .withBucket(BUCKET)
                .withBucket(DASHBOARD);
    }

    public static ApplicationContext start(SdkHttpClient transport, InstantSource clock, Object... singletons) {
        return start((HttpTransport) _ -> transport, clock, singletons);
    }

    /// The same over a transport that knows its clients' limits: a [FaultyTransport].
    public static ApplicationContext start(HttpTransport http, InstantSource clock, Object... singletons) {
        return builder()
                .singletons(http, Retrying.immediate())
                // Micronaut brings a system clock of its own: ours goes before it.
                .beanDefinitions(instead(InstantSource.class, clock))
                .singletons(singletons)
                .start();
    }

    /// A context that has its configuration and nothing else yet.
    public static ApplicationContextBuilder builder() {
        return ApplicationContext.builder()
                .deduceEnvironment(false)
                .bootstrapEnvironment(false)
                .environmentPropertySource(false)
                .banner(false)
                .properties(properties());
    }

    /// Puts a bean in front of the one of its type that production makes.
    public static <T> RuntimeBeanDefinition<T> instead(Class<T> type, T bean) {
        return RuntimeBeanDefinition.builder(type, () -> bean)
                .singleton(true)
                .qualifier(PrimaryQualifier.instance())
                .build();
    }

    private static Map<String, Object> properties() {
        var properties = new HashMap<String, Object>();
        properties.put("aws.region", "eu-west-1");
        properties.put("aws.endpoint.url", ENDPOINT);
        properties.put("table.name", TABLE);
        properties.put("salts.table.name", SALTS);
        properties.put("queue.url", queueUrl(QUEUE));
        properties.put("dlq.url", queueUrl(DEAD_LETTERS));
        properties.put("bucket.name", BUCKET);
        properties.put("jwt.secret", "a-secret-of-tests-and-of-nothing-else");
        return properties;
    }

    /// The address of a queue in this configuration.
    public static String queueUrl(String queue) {
        return ENDPOINT + "/000000000000/" + queue;
    }
}
