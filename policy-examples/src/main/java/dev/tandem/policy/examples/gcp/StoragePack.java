package dev.tandem.policy.examples.gcp;

import dev.tandem.policy.pack.Pack;
import dev.tandem.policy.rule.UndecidedMode;
import java.util.List;

/** Cloud Storage of Google Cloud. */
public final class StoragePack {

    private StoragePack() {}

    /** The same for every stack. */
    public static Pack pack() {
        return Pack.named("gcp-storage", "1.0.0")
                .displayName("Google Cloud storage")
                .description("Buckets are private, lie in Europe and can be brought back.")
                .undecided(UndecidedMode.ADVISE)
                .rules(List.of(
                        Buckets.UNIFORM_ACCESS, Buckets.LOCATION, Buckets.RECOVERABLE, PublicMembers.NO_PUBLIC_BUCKET))
                .build();
    }
}
