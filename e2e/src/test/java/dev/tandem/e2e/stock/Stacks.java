package dev.tandem.e2e.stock;

import java.util.List;

/** The stacks of the program. */
public final class Stacks {

    public static final String PRIMARY = "eu-central-1";
    public static final String SECONDARY = "eu-west-1";
    public static final List<String> BOTH = List.of(PRIMARY, SECONDARY);

    private Stacks() {}
}
