import { readFileSync } from "node:fs";
import { join } from "node:path";
import { eq, sql } from "drizzle-orm";
import { expect, it } from "vitest";
import type { Actor } from "../domain/actor";
import { aDocument } from "../domain/testing-documents";
import { logIncident } from "./commands/log-incident";
import { reviseIncident } from "./commands/revise-incident";
import { submitForReview } from "./commands/submit-for-review";
import { migrationsFolder } from "./migrations-folder";
import { onBothEngines } from "./testing";
import { runStatement } from "./testing-log";

onBothEngines("an incident logged before there were reviews", (store) => {
  const as = (id: string): Actor => ({ id, role: "admin" });
  const clock = (now: number) => ({
    now: () => now,
    randomBytes: (n: number) => Buffer.alloc(n, now),
  });

  it("is known to be written by whoever saved it last, by the log", async () => {
    const document = aDocument();
    const { ref } = await logIncident(store(), { document }, as("first"), clock(1));
    const revised = { ...document, title: "Changed" };
    const revise = { ref, version: 1, document: revised, reason: "" };
    await reviseIncident(store(), revise, as("second"), clock(2));
    await submitForReview(store(), { ref, version: 2, reason: "" }, as("third"), clock(3));
    const { incident } = store().t;
    const read = async () => {
      const { editedBy, editedAt } = incident;
      const rows = store().read.select({ editedBy, editedAt }).from(incident);
      return (await rows.where(eq(incident.ref, ref)))[0];
    };
    await store().tx((db) => db.update(incident).set({ editedBy: null, editedAt: null }));
    const file = "0001_accounts_review_publication.sql";
    const statements = readFileSync(join(migrationsFolder(store().dialect), file), "utf8")
      .split("--> statement-breakpoint")
      .filter((statement) => /^\s*update /i.test(statement));
    expect(statements).toHaveLength(1);
    await store().tx((db) => runStatement(store(), db, sql.raw(statements[0]!)));
    expect(await read()).toEqual({ editedBy: "second", editedAt: 2 });
  });
});
