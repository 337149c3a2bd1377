package dev.tandem.auth;

import dev.tandem.service.saga.Saga;
import dev.tandem.service.saga.SagaDefinition;
import dev.tandem.service.saga.SagaDocument;
import dev.tandem.service.saga.SagaRelay;
import java.util.function.UnaryOperator;

/** The saga of signing up, over auth and persona: an account, its profile, then both are there for good. */
public final class SignUpSaga {

    /** How long a participant has for a step, seconds. */
    public static final int STEP_SECONDS = 60;

    /** The service whose event starts it. */
    public static final String OWNER = "auth";

    /** Type of that event. */
    public static final String STARTED_BY = "SignUpRequested";

    private static final String ID = "signUpId";

    private SignUpSaga() {}

    /** Its steps. */
    public static Saga saga() {
        return Saga.named("sign-up")
                .step(OWNER, "ReserveAccount", "CancelAccount")
                .step("persona", "CreateProfile", "RemoveProfile")
                .finallyDo(OWNER, "ActivateAccount");
    }

    /** Its state machine. @param queueUrl of a service's queue by the service's name */
    public static String definition(UnaryOperator<String> queueUrl, int stepSeconds) {
        return SagaDefinition.of(saga(), queueUrl, stepSeconds);
    }

    /** What starts it and hands answers on. */
    public static String relay(String machineArn) {
        return SagaRelay.of(STARTED_BY, ID, machineArn);
    }

    /** Both as the file from which a stack makes them, {@code infra/src/main/resources/dev/tandem/infra/sagas/sign-up.json}. */
    public static String document() {
        return SagaDocument.of(saga(), STARTED_BY, ID, STEP_SECONDS);
    }
}
