package tracenova.event;

import static tracenova.event.Area.ANALYTICS;
import static tracenova.event.Area.APM;
import static tracenova.event.Field.any;
import static tracenova.event.Field.array;
import static tracenova.event.Field.count;
import static tracenova.event.Field.date;
import static tracenova.event.Field.flag;
import static tracenova.event.Field.httpStatus;
import static tracenova.event.Field.id;
import static tracenova.event.Field.measure;
import static tracenova.event.Field.number;
import static tracenova.event.Field.object;
import static tracenova.event.Field.oneOf;
import static tracenova.event.Field.percent;
import static tracenova.event.Field.text;
import static tracenova.event.Field.textId;
import static tracenova.event.Field.time;
import static tracenova.event.Field.wholePercent;
import static tracenova.event.Retention.ACTIVITY;
import static tracenova.event.Retention.ERRORS;
import static tracenova.event.Who.NOBODY;
import static tracenova.event.Who.PERSON;
import static tracenova.event.Who.SESSION;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Every event type we track, one row each: what its own path takes, and the columns it fills. The fields
/// every path takes stand in [CommonFields]. Adding one: docs/adding-an-event-type.md.
public enum EventType implements Door {

    /// Whatever word we do not know; comes through the mixed doors only.
    CUSTOM("", ANALYTICS, ACTIVITY, SESSION, Form.OWN_TN),

    IDENTIFY("identify", ANALYTICS, ACTIVITY, PERSON, Form.OWN_AD,
            id("user_id").required().as(Column.USER_ID),
            object("traits"),
            time("timestamp").as(Column.OCCURRED_AT)),

    // A session sent whole in the CQMS form (it has both session_start and session_end) is two events of one
    // position: the same bytes read once as each of these types. The second one's id has a suffix.
    SESSION_START("sessions/start", ANALYTICS, ACTIVITY, SESSION, Form.OWN_TN,
            id("session_id").required().alias("id").as(Column.SESSION_ID),
            time("session_start").first().feeds(Column.OCCURRED_AT),
            time("session_end"),
            count("duration_seconds").alias("session_duration"),
            count("foreground_seconds"),
            count("background_seconds"),
            array("pages_visited"),
            count("actions_count"),
            object("device_info"),
            text("ip_address"),
            text("user_agent"),
            time("updated_at")),

    SESSION_HEARTBEAT("sessions/heartbeat", ANALYTICS, ACTIVITY, SESSION, Form.OWN_TN,
            id("session_id").required().as(Column.SESSION_ID),
            count("foreground_seconds"),
            count("background_seconds")),

    SESSION_END("sessions/end", ANALYTICS, ACTIVITY, SESSION, Form.OWN_TN,
            id("session_id").required().alias("id").as(Column.SESSION_ID),
            time("session_start"),
            time("session_end").first().feeds(Column.OCCURRED_AT),
            count("duration_seconds").alias("session_duration").feeds(Column.DURATION_MS, 1_000),
            count("foreground_seconds"),
            count("background_seconds"),
            array("pages_visited"),
            count("actions_count"),
            object("device_info"),
            text("ip_address"),
            text("user_agent"),
            time("updated_at")),

    PAGE_VIEW("page-views", ANALYTICS, ACTIVITY, SESSION, Form.OWN_CQ,
            text("page_slug").required().as(Column.SCREEN)
                    .orInMixedDoors("screen_name", "page_path", "path", "page_url", "url"),
            text("page_path").required().as(Column.PATH).orInMixedDoors("path", "page_url", "url"),
            text("referrer"),
            count("time_on_page"),
            wholePercent("scroll_depth"),
            count("interactions_count"),
            object("device_info"),
            time("view_timestamp").alias("timestamp").as(Column.OCCURRED_AT)),

    SCREEN_VIEW("screen-views", ANALYTICS, ACTIVITY, SESSION, Form.OWN_TN,
            text("screen_name").required().as(Column.SCREEN),
            text("previous_screen"),
            count("load_time_ms").as(Column.DURATION_MS)),

    NAVIGATION("navigation", ANALYTICS, ACTIVITY, SESSION, Form.OWN_TN,
            text("from_screen"),
            text("to_screen").required().feeds(Column.SCREEN),
            oneOf("navigation_type", "push", "replace", "back").required().feeds(Column.NAME)),

    USER_ACTION("user-actions", ANALYTICS, ACTIVITY, SESSION, Form.OWN_TN,
            text("action_name").feeds(Column.NAME),
            oneOf("action_type", "button_click", "dashboard_access", "payment", "form_submission", "custom")
                    .required().openInCqms().feeds(Column.NAME),
            text("target").alias("action_target"),
            object("payload").alias("action_context"),
            text("page_slug").as(Column.SCREEN),
            object("device_info"),
            time("action_timestamp").alias("timestamp").as(Column.OCCURRED_AT)),

    FEATURE_USAGE("feature-usage", ANALYTICS, ACTIVITY, SESSION, Form.OWN_TN,
            text("feature_name").required().feeds(Column.NAME),
            text("feature_category"),
            object("payload")),

    FUNNEL_STEP("funnel-steps", ANALYTICS, ACTIVITY, SESSION, Form.OWN_TN,
            id("session_id").required().as(Column.SESSION_ID),
            text("funnel_slug").requiredUnless("funnel_id"),
            id("funnel_id"),
            text("step_key").required().feeds(Column.NAME)),

    JOURNEY_STEP("journey", ANALYTICS, ACTIVITY, SESSION, Form.OWN_TN,
            id("session_id").required().as(Column.SESSION_ID),
            text("step_name").required().feeds(Column.NAME),
            oneOf("step_type", "screen", "action", "custom"),
            object("payload")),

    BUSINESS_EVENT("business-events", ANALYTICS, ACTIVITY, SESSION, Form.OWN_TN,
            oneOf("event_type",
                    "order_created", "payment_completed", "inventory_update", "product_request", "custom")
                    .required().feeds(Column.NAME),
            id("reference_id"),
            object("payload").required(),
            number("amount").inPayload().as(Column.AMOUNT),
            text("currency").inPayload().as(Column.CURRENCY)),

    FINANCIAL_IMPACT("financial-impacts", ANALYTICS, ACTIVITY, SESSION, Form.OWN_TN,
            oneOf("impact_type", "failed_payment", "system_error", "downtime", "custom")
                    .required().feeds(Column.NAME),
            number("amount").required().as(Column.AMOUNT),
            text("currency").as(Column.CURRENCY),
            id("reference_id"),
            text("description")),

    NETWORK_EVENT("network-monitoring", APM, ACTIVITY, SESSION, Form.OWN_TN,
            oneOf("event_type", "offline_start", "offline_end", "sync_retry", "network_strength")
                    .required().feeds(Column.NAME),
            measure("duration_seconds").feeds(Column.DURATION_MS, 1_000),
            count("retry_count"),
            flag("success").as(Column.SUCCESS),
            text("network_strength"),
            object("payload")),

    THIRD_PARTY_API("third-party-api", APM, ACTIVITY, SESSION, Form.OWN_TN,
            oneOf("provider_type", "payment", "sms", "email").required(),
            text("provider_name"),
            text("operation").feeds(Column.NAME),
            flag("success").required().as(Column.SUCCESS),
            measure("response_time_ms").as(Column.DURATION_MS),
            httpStatus("status_code").as(Column.STATUS_CODE),
            text("error_message"),
            id("request_id"),
            object("payload")),

    PERFORMANCE_METRIC("performance-metrics", APM, ACTIVITY, SESSION, Form.OWN_TN,
            text("name").feeds(Column.NAME),
            oneOf("metric_type", "screen_load", "api_response", "session_duration", "custom")
                    .required().feeds(Column.NAME),
            number("value").required().negativeOnlyForCustom("metric_type").as(Column.VALUE),
            oneOf("value_unit", "ms", "s").as(Column.UNIT),
            flag("is_slow"),
            measure("threshold"),
            text("country_code").as(Column.COUNTRY),
            text("country").as(Column.COUNTRY),
            text("region").as(Column.REGION),
            text("city").as(Column.CITY)),

    API_PERFORMANCE("api-performance", APM, ACTIVITY, PERSON, Form.OWN_CQ,
            text("endpoint_path").required(),
            text("http_method").required(),
            count("response_time_ms").required().as(Column.DURATION_MS),
            httpStatus("status_code").required().as(Column.STATUS_CODE),
            count("request_size_bytes"),
            count("response_size_bytes"),
            text("ip_address"),
            text("user_agent"),
            time("request_timestamp").alias("timestamp").as(Column.OCCURRED_AT)),

    DATABASE_PERFORMANCE("database-performance", APM, ACTIVITY, NOBODY, Form.OWN_CQ,
            oneOf("query_type", "SELECT", "INSERT", "UPDATE", "DELETE").required(),
            text("table_name").required(),
            count("query_duration_ms").required().as(Column.DURATION_MS),
            count("rows_affected"),
            text("query_hash"),
            flag("slow_query"),
            count("connection_pool_size"),
            time("timestamp").as(Column.OCCURRED_AT)),

    FRONTEND_PERFORMANCE("frontend-performance", APM, ACTIVITY, SESSION, Form.OWN_CQ,
            text("page_slug").required().as(Column.SCREEN),
            count("page_load_time").feeds(Column.DURATION_MS),
            count("time_to_first_byte"),
            count("first_contentful_paint"),
            count("largest_contentful_paint"),
            count("first_input_delay"),
            count("interaction_to_next_paint"),
            count("time_to_interactive"),
            count("dom_content_loaded"),
            count("window_load"),
            count("javascript_execution_time"),
            measure("cumulative_layout_shift"),
            array("resource_load_times"),
            time("timestamp").as(Column.OCCURRED_AT)),

    NETWORK_PERFORMANCE("network-performance", APM, ACTIVITY, NOBODY, Form.OWN_CQ,
            text("request_url"),
            text("resource_type"),
            count("transfer_size"),
            count("encoded_size"),
            count("decoded_size"),
            measure("duration_ms").as(Column.DURATION_MS),
            measure("dns_lookup_time"),
            measure("tcp_connection_time"),
            measure("tls_handshake_time"),
            measure("time_to_first_byte"),
            measure("content_download_time"),
            time("timestamp").as(Column.OCCURRED_AT)),

    SERVER_PERFORMANCE("server-performance", APM, ACTIVITY, NOBODY, Form.OWN_CQ,
            percent("cpu_usage"),
            count("memory_usage_mb").alias("memory_usage"),
            count("memory_heap_mb"),
            count("memory_rss_mb"),
            count("event_loop_lag_ms").alias("event_loop_lag"),
            count("active_handles"),
            count("active_requests"),
            count("uptime_seconds").alias("uptime"),
            measure("request_rate"),
            measure("error_rate"),
            time("timestamp").as(Column.OCCURRED_AT)),

    MODULE_HEALTH("module-health", APM, ACTIVITY, NOBODY, Form.OWN_TN,
            id("module_id").required(),
            text("module_name").feeds(Column.NAME),
            wholePercent("score").required().feeds(Column.VALUE),
            oneOf("period_type", "daily", "weekly"),
            date("period_start"),
            date("period_end").notBefore("period_start"),
            count("errors_count"),
            percent("errors_score"),
            percent("speed_score"),
            percent("drop_off_score"),
            time("recorded_at").as(Column.OCCURRED_AT)),

    ERROR("errors", Area.CRASH, ERRORS, SESSION, Form.OWN_TN,
            text("message").required().alias("error_message"),
            text("stack_trace").alias("error_stack"),
            text("file"),
            count("line"),
            oneOf("severity", "debug", "info", "warning", "error", "critical").as(Column.SEVERITY),
            object("user_info"),
            object("device_info"),
            object("context"),
            textId("error_id").as(Column.EVENT_ID),
            text("error_type").feeds(Column.NAME),
            text("error_code"),
            text("page_slug").as(Column.SCREEN),
            text("user_agent"),
            array("breadcrumbs"),
            flag("resolved"),
            time("resolved_at"),
            text("resolved_by"),
            time("error_timestamp").alias("timestamp").as(Column.OCCURRED_AT)),

    CRASH("crashes", Area.CRASH, ERRORS, SESSION, Form.OWN_CQ,
            textId("crash_id").as(Column.EVENT_ID),
            text("crash_type").required().feeds(Column.NAME),
            text("crash_message").required(),
            text("crash_stack").required(),
            text("page_slug").as(Column.SCREEN),
            text("user_agent"),
            object("device_info"),
            object("memory_info"),
            object("performance_info"),
            array("breadcrumbs"),
            text("release_version").as(Column.RELEASE),
            oneOf("environment", "development", "staging", "production").required().as(Column.ENVIRONMENT),
            flag("resolved"),
            time("resolved_at"),
            text("resolved_by"),
            time("crash_timestamp").alias("timestamp").as(Column.OCCURRED_AT)),

    API_ERROR("api-errors", Area.CRASH, ERRORS, PERSON, Form.OWN_CQ,
            textId("error_id").as(Column.EVENT_ID),
            text("endpoint_path").required(),
            text("http_method").required(),
            httpStatus("status_code").required().as(Column.STATUS_CODE),
            text("error_message").required(),
            text("error_stack"),
            any("request_body"),
            any("request_headers"),
            any("response_body"),
            text("ip_address"),
            text("user_agent"),
            flag("resolved"),
            time("resolved_at"),
            text("resolved_by"),
            time("error_timestamp").alias("timestamp").as(Column.OCCURRED_AT)),

    DB_ERROR("database-errors", Area.CRASH, ERRORS, PERSON, Form.OWN_CQ,
            textId("error_id").as(Column.EVENT_ID),
            text("error_type").feeds(Column.NAME),
            text("error_message"),
            text("query"),
            text("table_name"),
            time("error_timestamp").alias("timestamp").as(Column.OCCURRED_AT)),

    SECURITY_EVENT("security-events", Area.CRASH, ERRORS, SESSION, Form.OWN_TN,
            oneOf("event_type", "failed_login", "suspicious_activity", "token_abuse")
                    .required().feeds(Column.NAME),
            text("ip_address"),
            text("user_identifier"),
            text("reason"),
            object("payload")),

    DATA_INTEGRITY("data-integrity", Area.CRASH, ERRORS, SESSION, Form.OWN_TN,
            oneOf("event_type", "negative_stock", "duplicate_order", "missing_transaction")
                    .required().feeds(Column.NAME),
            id("reference_id"),
            text("description"),
            object("payload")),

    ALERT("alerts", Area.CRASH, ERRORS, NOBODY, Form.OWN_TN,
            oneOf("alert_type", "revenue_risk", "error_spike", "performance_drop")
                    .required().feeds(Column.NAME),
            text("title"),
            text("message"),
            oneOf("severity", "low", "medium", "high", "critical").as(Column.SEVERITY),
            object("payload"),
            text("channel"));

    private static final Map<String, EventType> BY_NAME = new HashMap<>();

    static {
        for (var type : values()) BY_NAME.put(type.toString(), type);
    }

    private final String path;
    private final Area area;
    private final Retention retention;
    private final Who who;
    private final Form form;
    private final List<Field> fields;
    private final FieldIndex index;
    private final boolean isOfBoth;
    private final String text;

    EventType(String path, Area area, Retention retention, Who who, Form form, Field... fields) {
        this.path = path.isEmpty() ? "" : "/api/v1/" + path;
        this.area = area;
        this.retention = retention;
        this.who = who;
        this.form = form;
        this.fields = List.of(fields);
        this.index = FieldIndex.ofRow(this.fields);
        this.isOfBoth = form == Form.OWN_TN && index.direct("page_slug") != null;
        this.text = name().toLowerCase(Locale.ROOT);
    }

    public static Optional<EventType> named(String word) {
        return Optional.ofNullable(BY_NAME.get(word));
    }

    @Override
    public String path() {
        return path;
    }

    public Area area() {
        return area;
    }

    public Retention retention() {
        return retention;
    }

    /// Whether events of this type belong to a session, to a person, or to nobody.
    public Who who() {
        return who;
    }

    /// What this type has beyond [CommonFields].
    public List<Field> fields() {
        return fields;
    }

    /// What is wrong with an event on this type's own path; empty if nothing.
    public List<Violation> check(Json event) {
        return Check.of(asSent(event));
    }

    @Override
    public Reading read(Json event) {
        var view = asSent(event);
        var violations = Check.of(view);
        return violations.isEmpty() ? new Reading.Read(view.parts()) : new Reading.Rejected(violations);
    }

    @Override
    public EventView view(EventType type, Json event) {
        return new EventView(type, formOf(event), event);
    }

    @Override
    public EventView asSent(Json event) {
        return view(this, event);
    }

    FieldIndex index() {
        return index;
    }

    /// Of the types that TraceNova and CQMS both have, a body with a page slug or an event type is CQMS's.
    private Form formOf(Json event) {
        boolean cqms = isOfBoth && (event.find("page_slug") != null || event.find("event_type") != null);
        return cqms ? Form.OWN_CQ : form;
    }

    /// The word for it in the table, the lake and the API: `screen_view`.
    @Override
    public String toString() {
        return text;
    }
}
