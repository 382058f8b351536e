package tracenova.lake;

import io.micronaut.context.ApplicationContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import software.amazon.awssdk.http.SdkHttpClient;
import tracenova.app.AppId;
import tracenova.testkit.FakeAws;
import tracenova.testkit.StoredObject;
import tracenova.testkit.TestClock;
import tracenova.testkit.TestContext;

/// A sandbox with the lake's beans, over a bucket in memory.
public final class TestLake implements AutoCloseable {

    private final TestClock clock;
    private final FakeAws aws;
    private final ApplicationContext context;
    private int objects;

    public TestLake() {
        this(new TestClock());
    }

    private TestLake(TestClock clock) {
        this(clock, TestContext.aws(clock));
    }

    /// Another sandbox on the same bucket.
    public TestLake(TestLake other) {
        this(other.clock, other.aws);
    }

    /// Another sandbox on the same bucket, whose calls pass through `transport`.
    public TestLake(TestLake other, SdkHttpClient transport) {
        this(other.clock, other.aws, transport);
    }

    private TestLake(TestClock clock, FakeAws aws) {
        this(clock, aws, aws);
    }

    private TestLake(TestClock clock, FakeAws aws, SdkHttpClient transport) {
        this.clock = clock;
        this.aws = aws;
        this.context = TestContext.start(transport, clock);
    }

    public TestClock clock() {
        return clock;
    }

    public FakeAws aws() {
        return aws;
    }

    public ApplicationContext context() {
        return context;
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /// Merges these requests, each as one inbox object, in the run of the clock's time.
    public Merged merge(String app, TestRequest... requests) {
        var objects = new ArrayList<InboxObject>();
        for (var request : requests) objects.add(object(app, TestRequest.gzip(request.lines())));
        return merge(app, objects);
    }

    public Merged merge(String app, List<InboxObject> objects) {
        return bean(Merge.class).merge(new AppId(app), objects, new Run(clock.instant(), clock.instant()));
    }

    /// An inbox object with these bytes, put into the bucket and read.
    public InboxObject object(String app, byte[] bytes) {
        var name = ObjectNames.inbox(new AppId(app), "object" + objects++);
        bean(Bucket.class).put(name, bytes);
        return new InboxObject(name, bean(Bucket.class).get(name).orElseThrow());
    }

    public Manifest manifest(String app) {
        return bean(Manifests.class).read(new AppId(app)).manifest();
    }

    /// Every object of the bucket by name.
    public SortedMap<String, StoredObject> objects() {
        return aws.objects(TestContext.BUCKET);
    }

    /// What the app's manifest names, by partition or day, without the ticks in the names.
    public SortedMap<String, String> content(String app) {
        var content = new TreeMap<String, String>();
        manifest(app).partitions().forEach((key, file) -> content.put(key, file.id().replaceAll("-.*", "")));
        manifest(app).marts().forEach((day, file) -> content.put(day, file.id().replaceAll("-.*", "")));
        return content;
    }

    /// The answer to a query over the rows, receipts and marts that the manifest names, as text.
    public List<String> ask(String app, String sql) {
        var id = new AppId(app);
        var manifest = manifest(app);
        try (var session = bean(DuckDb.class).open()) {
            var files = new LakeFiles(id, bean(FileCache.class), bean(Workspace.class), Map.of());
            files.addAll(manifest.files());
            manifest.marts().forEach(files::addMart);
            session.set(files.variables());
            session.run("""
                    CREATE TEMP VIEW rows AS FROM read_parquet(getvariable('rows'), union_by_name = true);
                    CREATE TEMP VIEW receipts AS FROM read_parquet(getvariable('receipts'), union_by_name = true);
                    CREATE TEMP VIEW marts AS FROM read_parquet(getvariable('marts'), union_by_name = true);
                    """);
            return session.ask(sql, row -> {
                var text = new StringBuilder();
                for (int i = 1; i <= row.getMetaData().getColumnCount(); i++)
                    text.append(i == 1 ? "" : " ").append(row.getString(i));
                return text.toString();
            });
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
