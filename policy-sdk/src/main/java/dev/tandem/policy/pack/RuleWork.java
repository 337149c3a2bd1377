package dev.tandem.policy.pack;

/**
 * What a call does with its rules, one after the other. {@link #judge} runs the user's code, and its thread may be given
 * up there; everything else is called by one thread at a time, in the order of the rules.
 *
 * @param <T> what a rule says
 */
interface RuleWork<T> {

    T judge(RuleSetting rule);

    void take(RuleSetting rule, T said);

    /** What it means for the subject that a rule was late, as the end of a sentence. */
    String consequence();

    /** The rule took too long, as the text says. */
    void late(RuleSetting rule, String text);

    /** The rule was not asked, for this reason. */
    void switchedOff(RuleSetting rule, String reason);

    /** Every rule had its turn. */
    void done();

    /** The call itself failed. May come after {@link #done} when memory is out: then the process must not go on. */
    void failed(Throwable cause);
}
