import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkIncident } from "./check-incident";
import { mergeDocuments } from "./merge-documents";
import { aClaim, aDocument, aGroup, anEvent, exactly } from "./testing-documents";

const base = aDocument({
  title: "Held",
  summary: "As first told",
  groups: [aGroup("g1", { count: exactly(20) }), aGroup("g2")],
  events: [anEvent("e1"), anEvent("e2", { type: "transfer" })],
  claims: [aClaim("c1", "s1", { eventId: "e1" })],
});

describe("bringing together what two people made of one case", () => {
  it("takes from each what only that one changed", () => {
    const mine = { ...base, title: "Twenty held" };
    const theirs = {
      ...base,
      summary: "As told since",
      groups: [aGroup("g1", { count: exactly(20), label: "families" }), aGroup("g2")],
    };
    expect(mergeDocuments(base, mine, theirs)).toEqual({ ...theirs, title: "Twenty held" });
  });

  it("keeps both changes to one group where they touch different fields", () => {
    const mine = { ...base, groups: [aGroup("g1", { count: exactly(21) }), aGroup("g2")] };
    const theirs = {
      ...base,
      groups: [aGroup("g1", { count: exactly(20), role: "helper" }), aGroup("g2")],
    };
    expect(mergeDocuments(base, mine, theirs).groups[0]).toEqual(
      aGroup("g1", { count: exactly(21), role: "helper" }),
    );
  });

  it("takes mine where both changed the same", () => {
    const merged = mergeDocuments(base, { ...base, title: "Mine" }, { ...base, title: "Theirs" });
    expect(merged.title).toBe("Mine");
  });

  it("keeps the claims that another has added meanwhile, behind mine", () => {
    const mine = { ...base, claims: [...base.claims, aClaim("mine", "s1")] };
    const theirs = { ...base, claims: [...base.claims, aClaim("theirs", "s2")] };
    const { claims } = mergeDocuments(base, mine, theirs);
    expect(claims.map(({ id }) => id)).toEqual(["c1", "mine", "theirs"]);
  });

  it("leaves out what either removed", () => {
    const mine = { ...base, groups: [base.groups[0]!] };
    const theirs = { ...base, events: [base.events[0]!] };
    const { groups, events } = mergeDocuments(base, mine, theirs);
    expect(groups.map(({ id }) => id)).toEqual(["g1"]);
    expect(events.map(({ id }) => id)).toEqual(["e1"]);
  });

  it("keeps what one removed and the other changed", () => {
    const without = { ...base, groups: [base.groups[0]!] };
    const changed = { ...base, groups: [base.groups[0]!, aGroup("g2", { label: "guides" })] };
    for (const [mine, theirs] of [
      [without, changed],
      [changed, without],
    ] as const)
      expect(mergeDocuments(base, mine, theirs).groups[1]).toEqual(
        aGroup("g2", { label: "guides" }),
      );
  });

  it("keeps what one removed and the other now points to", () => {
    const mine = {
      ...base,
      events: [
        base.events[0]!,
        anEvent("e2", { type: "transfer", groups: [{ groupId: "g2", count: exactly(9) }] }),
      ],
    };
    const theirs = { ...base, groups: [base.groups[0]!] };
    expect(mergeDocuments(base, mine, theirs).groups.map(({ id }) => id)).toEqual(["g1", "g2"]);
  });

  const someDocument = fc
    .record({
      title: fc.constantFrom("a", "b", "c"),
      groups: fc.uniqueArray(fc.constantFrom("g1", "g2", "g3"), { maxLength: 3 }),
      events: fc.uniqueArray(fc.constantFrom("e1", "e2"), { maxLength: 2 }),
      counts: fc.array(fc.nat(3), { minLength: 3, maxLength: 3 }),
      named: fc.boolean(),
    })
    .map(({ title, groups, events, counts, named }) =>
      aDocument({
        title,
        groups: groups.map((id, at) =>
          aGroup(id, {
            label: String(counts[at]),
            partOf: at > 0 && named ? groups[0]! : null,
          }),
        ),
        events: events.map((id) =>
          anEvent(id, {
            groups: named ? groups.map((groupId) => ({ groupId, count: exactly(1) })) : [],
          }),
        ),
        claims: events.map((eventId) => aClaim(`c-${eventId}`, "s", { eventId })),
      }),
    );

  it("is mine where they changed nothing, and theirs where I changed nothing", () => {
    fc.assert(
      fc.property(someDocument, someDocument, (before, after) => {
        expect(mergeDocuments(before, after, before)).toEqual(after);
        const { groups, ...rest } = mergeDocuments(before, before, after);
        const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
        expect(groups.toSorted(byId)).toEqual(after.groups.toSorted(byId));
        expect(rest.title).toBe(after.title);
      }),
    );
  });

  it("never points to what is not there", () => {
    fc.assert(
      fc.property(someDocument, someDocument, someDocument, (before, mine, theirs) => {
        const codes = checkIncident(mergeDocuments(before, mine, theirs)).map(({ code }) => code);
        expect(codes).not.toContain("group.unknown");
        expect(codes).not.toContain("event.unknown");
        expect(codes).not.toContain("incident.id_twice");
      }),
    );
  });
});
