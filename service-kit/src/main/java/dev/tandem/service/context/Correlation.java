package dev.tandem.service.context;

import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import java.util.UUID;
import java.util.regex.Pattern;

/** The correlation ID: the same for everything that follows from one request, over calls, messages and sagas. */
public final class Correlation {

    /** The header that carries it; the mesh's access logs read it too. */
    public static final String HEADER = "X-Correlation-Id";

    private static final ContextKey<String> KEY = ContextKey.named("tandem-correlation-id");
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._-]{8,64}");

    private Correlation() {}

    /** The present one; empty outside of a request or message. */
    public static String current() {
        String id = Context.current().get(KEY);
        return id == null ? "" : id;
    }

    /** A context with this ID, or with a new one when it has not the form of one (8 to 64 of {@code A-Za-z0-9._-}). */
    public static Context with(Context context, String id) {
        return context.with(KEY, id != null && FORM.matcher(id).matches() ? id : UUID.randomUUID().toString());
    }
}
