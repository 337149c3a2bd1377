package dev.tandem.policies.exposure;

import static dev.tandem.policies.demand.Demand.matching;
import static dev.tandem.policies.demand.Demand.off;

import dev.tandem.policies.demand.Demands;

/** Identity pools give nobody credentials of AWS who did not sign in; GraphQL APIs ask for more than a key in a page. */
public final class NoGuests {

    /** The rule. */
    public static final Demands RULE = Demands.of(
            off("aws:cognito/identityPool:IdentityPool", "everybody on the internet gets credentials of this account",
                    "allowUnauthenticatedIdentities"),
            off("aws:cognito/identityPool:IdentityPool", "a token may choose among the roles by itself", "allowClassicFlow"),
            matching("aws:appsync/graphQLApi:GraphQLApi", "whoever has seen the page has its key", "(?!API_KEY$).*",
                    "AWS_IAM, a user pool or OpenID Connect", "authenticationType"),
            matching("aws:appsync/graphQLApi:GraphQLApi", "whoever has seen the page has its key", "(?!API_KEY$).*",
                    "AWS_IAM, a user pool or OpenID Connect", "authenticationType").inEach("additionalAuthenticationProviders"));

    private NoGuests() {}
}
