package dev.tandem.auth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tandem.service.http.Json;
import dev.tandem.service.personal.PersonalData;
import dev.tandem.service.store.Condition;
import dev.tandem.service.store.Item;
import dev.tandem.service.store.Key;
import dev.tandem.service.store.Store;
import dev.tandem.service.store.Write;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Accounts in auth's own table: an item per account, and one per address of e-mail, so that no address has two. */
public final class Accounts implements PersonalData {

    static final String STATE = "state";
    static final String PENDING = "PENDING";
    static final String ACTIVE = "ACTIVE";
    static final String EMAIL = "email";
    static final String ACCOUNT_ID = "accountId";
    static final String PASSWORD = "passwordHash";

    private final Store store;

    /** In a store. */
    public Accounts(Store store) {
        this.store = store;
    }

    /** An account, whatever its state. */
    public Optional<Item> find(String accountId) {
        return store.get(accountKey(accountId));
    }

    /** The account that an address belongs to. */
    public Optional<Item> ofEmail(String email) {
        return store.get(emailKey(email)).flatMap(item -> find(item.text(ACCOUNT_ID)));
    }

    boolean taken(String email) {
        return store.get(emailKey(email)).isPresent();
    }

    /** The writes that keep an address and make an account that cannot be used yet. */
    static Write[] reserve(Item signUp) {
        Item account = new Item(accountKey(signUp.text(ACCOUNT_ID)), java.util.Map.of())
                .with(ACCOUNT_ID, signUp.text(ACCOUNT_ID)).with(EMAIL, signUp.text(EMAIL))
                .with(PASSWORD, signUp.text(PASSWORD)).with(STATE, PENDING);
        Item email = new Item(emailKey(signUp.text(EMAIL)), java.util.Map.of()).with(ACCOUNT_ID, signUp.text(ACCOUNT_ID));
        return new Write[] {Write.create(account), Write.create(email)};
    }

    static Write activate(Item account) {
        return new Write.Put(account.with(STATE, ACTIVE), Condition.equal(STATE, PENDING));
    }

    @Override
    public JsonNode export(String accountId) {
        ObjectNode known = Json.object();
        find(accountId).ifPresent(account -> known.put(ACCOUNT_ID, accountId).put(EMAIL, account.text(EMAIL)).put(STATE, account.text(STATE)));
        return known;
    }

    @Override
    public List<Write> erasure(String accountId) {
        List<Write> writes = new ArrayList<>();
        find(accountId).ifPresent(account -> {
            writes.add(new Write.Delete(account.key(), Condition.present()));
            writes.add(new Write.Delete(emailKey(account.text(EMAIL)), Condition.equal(ACCOUNT_ID, accountId)));
        });
        return writes;
    }

    private static Key accountKey(String accountId) {
        return new Key("account#" + accountId, "account");
    }

    private static Key emailKey(String email) {
        return new Key("email#" + email.toLowerCase(Locale.ROOT), "email");
    }
}
