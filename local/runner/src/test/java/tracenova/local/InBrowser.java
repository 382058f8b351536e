package tracenova.local;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.condition.EnabledIf;

/// Of a test that asks for a browser, and says so where there is none.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@EnabledIf(value = "tracenova.local.Browser#isThere", disabledReason = "No Chromium: apt-get install chromium chromium-driver")
@interface InBrowser {
}
