package dev.tandem.mesh.identity;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SsmParametersTest {

    /** There is no client that it could have asked. */
    private final SsmParameters parameters = new SsmParameters(null, "alias/data", "the issuer");

    @Test
    void whatDoesNotFitAStandardParameterIsNotWritten() {
        // 4,097 bytes in fewer characters.
        String tooLarge = "\u00e4".repeat(2_048) + "x";
        for (Runnable write : new Runnable[] {
            () -> parameters.putSecret("/t/p/mesh/identity/auth", tooLarge),
            () -> parameters.put("/t/p/mesh/identity/auth", tooLarge),
            () -> parameters.create("/t/p/mesh/identity/auth", tooLarge)}) {
            assertThatThrownBy(write::run).isInstanceOf(IdentityException.class).hasMessage("parameter /t/p/mesh/identity/auth would have"
                    + " 4097 bytes, a standard parameter holds 4096: nothing was written");
        }
    }
}
