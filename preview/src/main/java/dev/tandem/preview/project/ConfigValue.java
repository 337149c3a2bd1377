package dev.tandem.preview.project;

import dev.tandem.policy.model.Unknowns;

/**
 * A configuration value as a program receives it.
 *
 * @param text the value; an object or list is JSON; {@link Unknowns#STRING} stands for what only a passphrase could
 *     tell, so that a program which passes it on registers an unknown secret
 * @param secret whether the program must treat it as secret
 */
public record ConfigValue(String text, boolean secret) {

    /** What an encrypted value looks like offline. */
    public static final ConfigValue ENCRYPTED = new ConfigValue(Unknowns.STRING, true);

    @Override
    public String toString() {
        return secret ? "[secret]" : text;
    }
}
