import { eq } from "drizzle-orm";
import { acceptInvitation } from "../db/commands/accept-invitation";
import { addSource } from "../db/commands/add-source";
import { assignIncident } from "../db/commands/assign-incident";
import { changeSetting } from "../db/commands/change-setting";
import { commentOnIncident } from "../db/commands/comment-on-incident";
import { createToken } from "../db/commands/create-token";
import { decideNotSame } from "../db/commands/decide-not-same";
import { invite } from "../db/commands/invite";
import { linkIncidents } from "../db/commands/link-incidents";
import { logIncident } from "../db/commands/log-incident";
import { publishPending, type Stores } from "../db/commands/publish-pending";
import { recordAccess } from "../db/commands/record-access";
import { retractIncident } from "../db/commands/retract-incident";
import { reviseIncident } from "../db/commands/revise-incident";
import { getIncident } from "../db/queries/get-incident";
import { publish, verify } from "../db/testing-publication";
import { aWrittenSource } from "../db/testing-tables";
import type { Claim, IncidentDocument } from "../domain/incident";
import type { Source } from "../domain/source";
import { aClaim, aDocument, aGroup, anEvent, days, exactly } from "../domain/testing-documents";
import { admin, reviewer, writer } from "./build-world";
import { COUNT, DAY, NATIONALITY, PLACE, word } from "./canaries";
import { PASSWORD } from "./sign-in";

/** Whoever has this address has an account; what it is called is a canary. */
export const EMAIL = `${word("account")}@example.org`;

/**
 * Puts a canary into everything that visitors may not know, around an incident that is public.
 * Returns the references of what is hidden, and the ids by which it is kept.
 */
export async function logCanaries(stores: Stores) {
  const { internal } = stores;
  const add = (rest: Partial<Source>) =>
    addSource(internal, { source: aWrittenSource(rest) }, writer);
  const open = await add({
    publisher: "Harbour Post",
    title: "Forty held",
    storedText: word("text"),
  });
  const witness = await add({
    access: "restricted",
    publisher: word("publisher"),
    title: word("headline"),
    url: `https://${word("url")}.example/page`,
    licence: word("licence"),
    archivedUrl: `https://${word("archive")}.example/page`,
    storedText: word("stored"),
    published: { ...days(DAY, DAY), text: word("published") },
  });
  const shown = caseOf("Forty held at the harbour", open.id);
  const secret = secretsOf(witness.id);
  const document = {
    ...shown,
    groups: [...shown.groups, ...secret.groups],
    events: [...shown.events, ...secret.events],
    claims: [...shown.claims, ...secret.claims],
  };
  const { ref } = await logIncident(internal, { document, reason: word("logged") }, writer);
  await verify(internal, ref);
  await publish(internal, ref);
  const edited = await logIncident(internal, { document: caseOf("Forty more", open.id) }, writer);
  await verify(internal, edited.ref);
  await publish(internal, edited.ref);
  await publishPending(stores);

  const drafted = { ...document, title: word("title"), summary: word("summary") };
  const draft = await logIncident(internal, { document: drafted }, writer);
  const verified = await logIncident(
    internal,
    { document: { ...drafted, title: word("verified") } },
    writer,
  );
  await verify(internal, verified.ref);
  const untrue = await logIncident(
    internal,
    { document: { ...drafted, title: word("untrue") } },
    writer,
  );
  const reason = word("retracted");
  await retractIncident(internal, { ref: untrue.ref, version: 1, reason }, reviewer);
  const now = (await getIncident(internal, writer, edited.ref))!;
  const rewritten = { ...now.document, title: word("rewritten") };
  const change = {
    ref: edited.ref,
    version: now.version,
    document: rewritten,
    reason: word("why"),
  };
  await reviseIncident(internal, change, writer);
  const people = await talk(stores, { ref, draft: draft.ref, edited: edited.ref });
  await publishPending(stores);
  const hidden = [draft.ref, verified.ref, untrue.ref];
  const ids = await idsOf(stores, hidden);
  return {
    open,
    ref,
    witness,
    hidden,
    secrets: [...hidden, witness.ref, witness.id, ...ids, ...people],
  };
}

/** An incident whose words are canaries though they are public: what must be gone once it is taken off. */
export async function publishCanary(stores: Stores): Promise<string> {
  const rest = { publisher: word("paper"), title: word("article"), quotable: true };
  const source = await addSource(stores.internal, { source: aWrittenSource(rest) }, writer);
  const document = { ...caseOf(word("shown"), source.id), summary: word("told") };
  const { ref } = await logIncident(stores.internal, { document }, writer);
  await verify(stores.internal, ref);
  await publish(stores.internal, ref);
  await publishPending(stores);
  return ref;
}

function caseOf(title: string, sourceId: string): IncidentDocument {
  const said = { groupId: "all", field: "count", count: exactly(40) } as const;
  const place = { role: "at", locationId: "CN-SD" } as const;
  return aDocument({
    title,
    groups: [aGroup("all", { nationality: "KP" })],
    events: [
      anEvent("held", { type: "detention", groups: [{ groupId: "all", count: exactly(40) }] }),
    ],
    claims: [
      aClaim("count", sourceId, { ...said, quote: "Forty people were held." }),
      aClaim("when", sourceId, {
        eventId: "held",
        field: "date",
        date: days("2014-07-15", "2014-07-17"),
      }),
      aClaim("where", sourceId, { eventId: "held", field: "place", place }),
    ],
  });
}

/** What only a restricted source says, of people and events that nobody else speaks of and of those that others do. */
function secretsOf(sourceId: string): Pick<IncidentDocument, "groups" | "events" | "claims"> {
  const words = {
    scopeText: word("scope"),
    statement: word("statement"),
    quote: word("quote"),
    locator: word("locator"),
  };
  const claim = (id: string, rest: Partial<Claim>) => aClaim(id, sourceId, { ...words, ...rest });
  const date = { ...days(DAY, DAY), text: word("date") };
  const place = { role: "at", locationId: PLACE } as const;
  const group = { nationality: NATIONALITY, label: word("label"), count: exactly(COUNT) };
  const described = { date, places: [place], description: word("event") };
  return {
    groups: [aGroup("unseen", group)],
    events: [
      anEvent("unseen", {
        ...described,
        type: "death",
        groups: [{ groupId: "unseen", count: exactly(COUNT) }],
      }),
    ],
    claims: [
      claim("s1", { groupId: "all", field: "count", count: exactly(COUNT) }),
      claim("s2", { eventId: "held", field: "date", date }),
      claim("s3", { eventId: "held", field: "place", place }),
      claim("s4", { groupId: "unseen", field: "count", count: exactly(COUNT) }),
      claim("s5", { eventId: "unseen", field: "place", place }),
      claim("s6", {}),
    ],
  };
}

/** What is said and done around incidents, and by whom. Returns the ids of the accounts. */
async function talk(
  { internal }: Stores,
  { ref, draft, edited }: Record<"ref" | "draft" | "edited", string>,
) {
  const { token } = await invite(internal, { email: EMAIL, role: "researcher" }, admin);
  const typed = { name: word("colleague"), email: EMAIL, password: PASSWORD, again: PASSWORD };
  const { id } = await acceptInvitation(internal, { token, ...typed });
  const colleague = { id, role: "researcher" } as const;
  await invite(internal, { email: `${word("invited")}@example.org`, role: "viewer" }, admin);
  await createToken(internal, { name: word("token"), scope: "read", days: "30" }, colleague);
  const keep = [{ kind: "name" as const, words: "Jane Doe", reason: word("kept") }];
  const body = `${word("comment")} asks Jane Doe.`;
  await commentOnIncident(internal, { ref, claimId: "count", body, mentions: [id], keep }, writer);
  await linkIncidents(
    internal,
    { from: ref, to: edited, type: "related", note: word("note") },
    writer,
  );
  await linkIncidents(
    internal,
    { from: ref, to: draft, type: "follows", note: word("between") },
    writer,
  );
  await decideNotSame(internal, { from: ref, to: draft, reason: word("differs") }, writer);
  const { version } = (await getIncident(internal, writer, draft))!;
  await assignIncident(internal, { ref: draft, version, assigneeId: id }, colleague);
  await changeSetting(
    internal,
    { name: "one_person_review", value: true, reason: word("setting") },
    admin,
  );
  const access = { action: "read", entity: "source", entityId: ref } as const;
  await recordAccess(
    internal,
    { ...access, detail: word("detail"), address: word("address") },
    colleague,
  );
  return [id];
}

async function idsOf({ internal }: Stores, refs: readonly string[]): Promise<string[]> {
  const { incident } = internal.t;
  const ids: string[] = [];
  for (const ref of refs) {
    const [row] = await internal.read.select().from(incident).where(eq(incident.ref, ref));
    ids.push(row!.id);
  }
  return ids;
}
