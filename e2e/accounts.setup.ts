import { test as setup } from "@playwright/test";
import { openStore } from "../db/client";
import { systemClock } from "../db/clock";
import { confirmSession } from "../db/confirm-session";
import { listSessions } from "../db/queries/list-sessions";
import { sharedLedgers } from "./ledgers";
import { addAccount, addFirstAdmin, signedIn } from "./sign-in";

const { LEDGER_E2E_ROOT, LEDGER_E2E_FIRST_PORT } = process.env;

for (const ledger of sharedLedgers(LEDGER_E2E_ROOT!, Number(LEDGER_E2E_FIRST_PORT)))
  setup.describe(`behind port ${ledger.port}`, () => {
    setup.use({ baseURL: ledger.origin });

    setup("the first admin signs in", async ({ page }) => {
      const store = await openStore(ledger.databaseUrl);
      const admin = await addFirstAdmin(store);
      for (const role of ["viewer", "researcher", "reviewer"] as const)
        await addAccount(store, admin.id, role);
      await signedIn(page, "admin@example.org");
      // The specs take longer than a password stays confirmed, and take all incidents away throughout.
      const [session] = await listSessions(store, { id: admin.id, role: "admin" });
      const later = { ...systemClock, now: () => Date.now() + 6 * 60 * 60 * 1000 };
      await confirmSession(store, session!.id, later);
      await store.close();
      await page.context().storageState({ path: ledger.adminState });
    });
  });
