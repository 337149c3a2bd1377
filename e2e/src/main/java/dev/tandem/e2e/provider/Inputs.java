package dev.tandem.e2e.provider;

import com.google.protobuf.ByteString;
import com.google.protobuf.Struct;
import java.util.List;

/** What Pulumi itself does with a program's arguments, before AWS's rules come into it. */
public final class Inputs {

    private Inputs() {}

    /**
     * Fills in the name and adds to {@code problems} what the SDK's classes do not declare.
     *
     * @param old the inputs of the last update, empty at the first
     * @param seed the engine's random seed, the same in a preview and the update that follows it
     */
    public static Struct checked(String urn, Struct news, Struct old, ByteString seed, List<Problem> problems) {
        ResourceShape shape = Resources.shape(urn);
        problems.addAll(ArgumentCheck.check(shape.token(), shape.argsClass(), news));
        return Autonames.named(shape, ResourceUrn.parse(urn).name(), news, old, seed);
    }
}
