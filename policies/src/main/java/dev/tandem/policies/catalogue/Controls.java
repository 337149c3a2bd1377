package dev.tandem.policies.catalogue;

/** What most kinds of rules serve, whichever part of the catalogue they stand in. */
final class Controls {

    private Controls() {}

    /** Closed to whoever need not reach it. */
    static Entry closed(Entry entry) {
        return entry.gdpr("Art. 25(2)", "Art. 32(1)(b)").nis2("Art. 21(2)(e)").iso("A.8.3", "A.8.20");
    }

    /** Kept secret by cryptography. */
    static Entry secret(Entry entry) {
        return entry.gdpr("Art. 32(1)(a)").nis2("Art. 21(2)(h)").iso("A.8.24");
    }

    /** Leaves a trace. */
    static Entry log(Entry entry) {
        return entry.gdpr("Art. 5(2)", "Art. 32(1)(d)").nis2("Art. 21(2)(b)").iso("A.8.15", "A.8.16");
    }

    /** Says who may do what. */
    static Entry access(Entry entry) {
        return entry.gdpr("Art. 25(2)", "Art. 32(1)(b)").nis2("Art. 21(2)(i)").iso("A.5.15", "A.8.2");
    }

    /** Survives the loss of a part. */
    static Entry survives(Entry entry) {
        return entry.gdpr("Art. 32(1)(b)", "Art. 32(1)(c)").nis2("Art. 21(2)(c)").iso("A.5.30", "A.8.14");
    }
}
