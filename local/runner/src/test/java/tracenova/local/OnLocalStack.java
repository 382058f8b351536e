package tracenova.local;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.condition.EnabledIf;

/// Of a test that asks for LocalStack, and says so where there is none.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@EnabledIf(value = "tracenova.local.LocalStack#isThere", disabledReason = "No LocalStack:"
        + " -Dlocalstack.endpoint=http://127.0.0.1:4566 names one that listens, -Plocalstack starts one where Docker is")
@interface OnLocalStack {
}
