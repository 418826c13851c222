import { defineConfig } from "drizzle-kit";

// LEDGER_DIALECT chooses which of the two migration folders is written; `npm run db:generate` does both.
const dialect = process.env.LEDGER_DIALECT === "postgres" ? "postgres" : "sqlite";

export default defineConfig({
  dialect: dialect === "postgres" ? "postgresql" : "sqlite",
  schema: "./db/schema-for-drizzle-kit.ts",
  out: `./db/migrations/${dialect}`,
  casing: "snake_case",
});
