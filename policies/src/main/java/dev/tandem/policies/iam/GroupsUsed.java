package dev.tandem.policies.iam;

import dev.tandem.policies.graph.Links;
import dev.tandem.policies.graph.Links.Link;
import dev.tandem.policies.types.First;
import dev.tandem.policy.model.Resource;
import dev.tandem.policy.rule.StackCheck;
import dev.tandem.policy.rule.StackContext;
import java.util.ArrayList;
import java.util.List;

/** Users are in groups, and groups have users: rights are given to groups, and go when somebody leaves the group. */
public final class GroupsUsed implements StackCheck {

    private static final String USER = "aws:iam/user:User";
    private static final String GROUP = "aws:iam/group:Group";
    private static final List<String> MEMBERSHIPS = List.of("aws:iam/groupMembership:GroupMembership",
            "aws:iam/userGroupMembership:UserGroupMembership", "aws:iam/userToGroupAddition:UserToGroupAddition");

    @Override
    public void check(StackContext context) {
        List<Resource> memberships = new ArrayList<>();
        MEMBERSHIPS.forEach(type -> memberships.addAll(context.graph().ofType(type)));
        context.each(context.graph().ofType(GROUP), group -> {
            List<Resource> users = context.graph().ofType(USER);
            Link link = best(memberships, group, "group", "groups", "groupName");
            say(context, group, strongest(link, best(users, group, "groups")),
                    "nobody is in the group, expected a member, or no group");
        });
        context.each(context.graph().ofType(USER), user -> {
            Link own = First.nothing(user.get("groups")) ? Link.NO : user.get("groups").isUnknown() ? Link.MAYBE : Link.YES;
            say(context, user, strongest(own, best(memberships, user, "user", "users", "userName")),
                    "the user is in no group, expected one that gives it its rights");
        });
    }

    private static void say(StackContext context, Resource about, Link link, String message) {
        Links.required(context, about, link, message, "has memberships, of whom cannot be told");
    }

    private static Link best(List<Resource> from, Resource to, String... paths) {
        Link out = Link.NO;
        for (Resource r : from) {
            for (String path : paths) {
                out = strongest(out, First.nothing(r.get(path)) ? Link.NO : Links.between(r, path, to));
            }
        }
        return out;
    }

    private static Link strongest(Link a, Link b) {
        return a == Link.YES || b == Link.YES ? Link.YES : a == Link.MAYBE || b == Link.MAYBE ? Link.MAYBE : Link.NO;
    }
}
