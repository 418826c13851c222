import { getTableColumns } from "drizzle-orm";
import { expect, it } from "vitest";
import { aDocument, aGroup, exactly } from "../domain/testing-documents";
import { systemClock } from "./clock";
import { logIncident } from "./commands/log-incident";
import { postgresKit } from "./kit.postgres";
import { define } from "./schema";
import { onBothEngines } from "./testing";
import { INSTANT, readContents, withoutTimes } from "./testing-store-contents";

it("knows every column that holds an instant by its name, and takes no other for one", () => {
  // On PostgreSQL an instant is a bigint, and nothing else is.
  for (const table of Object.values(define(postgresKit)))
    for (const [name, column] of Object.entries(getTableColumns(table as never)))
      expect([name, INSTANT.test(name)]).toEqual([
        name,
        (column as { getSQLType(): string }).getSQLType() === "bigint",
      ]);
});

onBothEngines("what a store holds", (store) => {
  const log = (people: number, at: number) =>
    logIncident(
      store(),
      { document: aDocument({ groups: [aGroup("g", { count: exactly(people) })] }) },
      { id: "test", role: "researcher" },
      { ...systemClock, now: () => at },
    );

  it("is all its rows, and without times still differs where one of them does", async () => {
    const empty = withoutTimes(await readContents(store()));
    expect(Object.keys(empty)).toEqual(Object.keys(store().t));
    expect(Object.values(empty).flat()).toEqual([]);
    await log(3, 1);
    const [first] = (await readContents(store())).incident!;
    expect(first).toMatchObject({ title: "An incident", createdAt: 1 });
    const held = withoutTimes(await readContents(store()));
    expect(held.peopleGroup).toMatchObject([{ id: "g", low: 3 }]);
    expect(held.incident![0]).not.toHaveProperty("createdAt");
    expect(held).not.toEqual(empty);
  });
});

it("is the same in whatever order and at whatever time it was written", () => {
  const [a, b] = [
    { id: "a", low: 1 },
    { id: "b", low: 2 },
  ];
  const one = { group: [{ ...a, updatedAt: 1 }, b] };
  expect(withoutTimes(one)).toEqual(
    withoutTimes({ group: [b, { updatedAt: 2, low: 1, id: "a" }] }),
  );
  expect(withoutTimes(one)).not.toEqual(withoutTimes({ group: [a, { ...b, low: 3 }] }));
});
