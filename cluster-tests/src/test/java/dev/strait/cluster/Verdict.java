package dev.strait.cluster;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the clients of a crowd have seen.
 *
 * @param received how many messages
 * @param required how many of them had to arrive, because no fault affected their nodes at the time
 * @param violations descriptions: doubled, out of order, or lost
 */
record Verdict(long received, long required, List<String> violations) {

    static Verdict of(Crowd crowd, List<Outage> outages) {
        List<String> violations = new ArrayList<>();
        Map<Integer, Set<Crowd.Got>> seen = new HashMap<>();
        long received = 0;
        for (Crowd.Member member : crowd.members()) {
            Set<Crowd.Got> known = new HashSet<>();
            Map<Integer, Integer> last = new HashMap<>();
            for (Crowd.Got got : member.got) {
                received++;
                if (!known.add(got)) {
                    violations.add("twice: " + got + " by " + member.index);
                } else if (last.getOrDefault(got.from(), 0) > got.number()) {
                    violations.add("order: " + got + " after " + last.get(got.from()) + " by " + member.index);
                }
                last.merge(got.from(), got.number(), Math::max);
            }
            seen.put(member.index, known);
        }
        long required = 0;
        for (Crowd.Sent sent : crowd.sent()) {
            int origin = crowd.members().get(sent.client()).node;
            for (Crowd.Member member : crowd.roomOf(sent.client())) {
                boolean mayBeLost = outages.stream()
                        .anyMatch(
                                outage -> outage.affects(origin, sent.at()) || outage.affects(member.node, sent.at()));
                if (!mayBeLost) {
                    required++;
                    if (!seen.getOrDefault(member.index, Set.of())
                            .contains(new Crowd.Got(sent.client(), sent.number()))) {
                        violations.add("lost: " + sent + " from node " + origin + " by " + member.index + " of node "
                                + member.node);
                    }
                }
            }
        }
        return new Verdict(received, required, violations);
    }
}
