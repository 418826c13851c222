import { join } from "node:path";
import { expect, test } from "@playwright/test";
import fc from "fast-check";
import { PROFILE_KEY, publishPending, type Stores } from "../db/commands/publish-pending";
import { writeMissingEntries } from "../db/incident-entries";
import { publish } from "../db/testing-publication";
import { type Built, buildWorld, newLedger, refusalOnly } from "./build-world";
import type { OwnServer } from "./own-server";
import {
  incidentAddresses,
  listAddresses,
  pageAddresses,
  sourceAddresses,
} from "./public-addresses";
import { CLOSED, FATES, worldArb } from "./random-world";
import { change, changeArb, changesArb, KINDS, type Kind } from "./restricted-changes";
import { crawl, differences, startSteadyServer } from "./visitor";

const WORLDS = 6;
const SHARES = 3;
/** Two ledgers in which all is the same but what is restricted, each with a server of its own. */
const SIDES = ["here", "there"] as const;
const file = (name: string) => `file:${join(process.env.LEDGER_E2E_FOLDER!, `${name}.db`)}`;
/** Like those of the tests, but of nothing that was ever there. */
const ABSENT = { incident: "INC-ZZZZZZ", source: "SRC-ZZZZZZ" };

test.describe.configure({ mode: "serial" });

let ledgers: Record<(typeof SIDES)[number], Stores>;
let servers: Record<(typeof SIDES)[number], OwnServer>;
/** The world that is there before the servers start: the same references on both sides. */
let first: Built;

test.beforeAll(async () => {
  ledgers = { here: await newLedger(file("here")), there: await newLedger(file("there")) };
  // One incident, or the program would bring its sample cases.
  for (const side of SIDES) first = await buildFirst(ledgers[side], side);
  servers = {
    here: await startSteadyServer("here", file("here")),
    there: await startSteadyServer("there", file("there")),
  };
});

test.afterAll(async () => {
  for (const side of SIDES) {
    await servers?.[side].stop();
    await ledgers?.[side].internal.close();
    await ledgers?.[side].public.close();
  }
});

test("whatever is restricted in it and changes of it, no byte for visitors does", async () => {
  test.setTimeout(600_000);
  const done = new Set<Kind>();
  const { here, there } = ledgers;
  let number = 0;
  await fc.assert(
    fc.asyncProperty(worldArb, changesArb, async (world, changes) => {
      const name = `world ${number++}`;
      const built = await buildWorld(here, { world, side: "here", name });
      await buildWorld(there, { world, side: "there", name });
      const own = new Set([...built.refs, ...Object.values(built.sources).map(({ ref }) => ref)]);
      const addresses = [...share(number), ...(await pageAddresses(here.public, own))];
      const before = await crawl(servers.here, addresses);
      expect(differences(before, await crawl(servers.there, addresses)), "twins").toEqual([]);
      for (const one of changes)
        await change(here, built, one).then(() => done.add(one.kind), refusalOnly);
      await publishPending(here);
      expect(differences(before, await crawl(servers.here, addresses)), "changed").toEqual([]);
      expect(await hiddenApart(servers.here, built), "hidden").toEqual([]);
    }),
    // Every run takes seconds; smaller worlds would tell little more of a failure.
    { numRuns: WORLDS, endOnFailure: true },
  );
  expect([...done].sort()).toEqual([...KINDS].sort());
  const shown = await here.public.read.select().from(here.public.t.incident);
  expect(shown.length).toBeGreaterThan(WORLDS);
  const all = [...listAddresses(), ...(await pageAddresses(here.public))];
  const last = await crawl(servers.here, all);
  expect(differences(last, await crawl(servers.there, all)), "twins of all worlds").toEqual([]);
});

test("control: an incident that is published is noticed", async () => {
  const { here } = ledgers;
  const lists = ["/incidents", "/incidents.csv", "/groups", "/sources"];
  const isOfList = (address: string) => lists.some((list) => address.startsWith(list));
  const addresses = listAddresses().filter(isOfList);
  const before = await crawl(servers.here, addresses);
  const ref = first.refs[FATES.indexOf("verified")]!;
  await publish(here.internal, ref);
  await publishPending(here);
  const noticed = differences(before, await crawl(servers.here, addresses));
  for (const address of lists)
    expect(noticed.filter((one) => one.startsWith(address)).length, address).toBeGreaterThan(0);
});

test("control: served the internal store, visitors would notice each of these", async () => {
  const leaky = await newLedger(file("leaky"));
  const built = await buildFirst(leaky, "here");
  const { ledgerState } = leaky.internal.t;
  // As `ledger publish` does: a store whose entries are of no edition is not served.
  await writeMissingEntries(leaky.internal);
  await leaky.internal.tx(async (db) => {
    // What no command does: the ledger itself is said to be the public store.
    await db.insert(ledgerState).values({ key: PROFILE_KEY, value: "public" });
  });
  const server = await startSteadyServer("leaky", file("leaky"), { LEDGER_MODE: "public" });
  try {
    // What is one's own page or in a list: that it is noticed at all, everywhere else makes easier.
    const lists = ["/incidents", "/incidents.csv", "/groups", "/sources", "/export/case-summary"];
    const addresses = [...lists, ...(await pageAddresses(leaky.public))];
    let before = await crawl(server, addresses);
    for (const kind of ["source", "claims", "draft", "counts"] as const) {
      const [one] = fc.sample(changeArb(kind), { numRuns: 1, seed: 1 });
      await change(leaky, built, { ...one!, at: 0 });
      const after = await crawl(server, addresses);
      expect(differences(before, after).length, kind).toBeGreaterThan(0);
      before = after;
    }
    expect(await hiddenApart(server, built)).not.toEqual([]);
  } finally {
    await server.stop();
    await leaky.internal.close();
    await leaky.public.close();
  }
});

/** Of all tables and filters each world asks its share, and three worlds ask all. */
function share(number: number): string[] {
  return listAddresses().filter((_, at) => (at + number) % SHARES === 0);
}

function buildFirst(stores: Stores, side: (typeof SIDES)[number]): Promise<Built> {
  const [world] = fc.sample(worldArb, { numRuns: 1, seed: 1 });
  return buildWorld(stores, { world: world!, side, name: "first" });
}

/** Where what is hidden answers otherwise than what is not there. */
async function hiddenApart(server: OwnServer, { refs, sources }: Built): Promise<string[]> {
  const hidden = refs.filter((_, at) => !["public", "edited"].includes(FATES[at]!));
  const closed = CLOSED.map((key) => sources[key].ref);
  const answers = async (ref: string, of: (ref: string) => string[]) => {
    const got = await crawl(server, of(ref));
    return new Map([...got].map(([at, answer]) => [unnamed(at, ref), unnamed(answer, ref)]));
  };
  const noIncident = await answers(ABSENT.incident, incidentAddresses);
  const noSource = await answers(ABSENT.source, sourceAddresses);
  const found: string[] = [];
  for (const ref of hidden)
    found.push(...differences(noIncident, await answers(ref, incidentAddresses)));
  for (const ref of closed)
    found.push(...differences(noSource, await answers(ref, sourceAddresses)));
  return found;
}

/** Without the reference that was asked for, which an answer may repeat, in either case. */
function unnamed(answer: string, ref: string): string {
  return answer.replaceAll(ref, "REF").replaceAll(ref.toLowerCase(), "ref");
}
