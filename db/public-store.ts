import { DomainError } from "../domain/errors";

/**
 * The address of the public store that belongs to an internal one.
 * 1. `file:data/ledger.db` → `file:data/ledger.public.db`, beside it.
 * 2. PostgreSQL: the same database with `<schema>_public` as its only search path, so that a table missing there
 *    is never looked for in the internal schema. `<schema>` is the first of the `search_path` in the address's
 *    `options`, else `public`.
 * Errors: `database.unknown_scheme`; `database.schema_name` where the schema's name is not plain lower case letters,
 * digits and underscores, or so long that PostgreSQL would cut both names to the same.
 */
export function publicUrlOf(databaseUrl: string): string {
  if (databaseUrl.startsWith("file:")) return publicFile(databaseUrl);
  if (/^postgres(ql)?:\/\//.test(databaseUrl)) return publicSchema(databaseUrl);
  throw new DomainError("database.unknown_scheme", {
    value: databaseUrl.replace(/:\/\/.*@/, "://…@"),
  });
}

/** The PostgreSQL schema that an address chooses: the first of its search path. Errors: `database.schema_name`. */
export function schemaOf(postgresUrl: string): string {
  const options = new URL(postgresUrl).searchParams.get("options") ?? "";
  const chosen = [...options.matchAll(SEARCH_PATH)].at(-1)?.[1] ?? "public";
  const schema = chosen.split(",")[0]!.replaceAll("\\", "").trim();
  if (!/^[a-z_][a-z0-9_]{0,55}$/.test(schema))
    throw new DomainError("database.schema_name", { value: schema, max: LONGEST });
  return schema;
}

/** PostgreSQL keeps 63 bytes of a name; `_public` takes seven of them. */
const LONGEST = 56;

// `-c name=value` and `--name=value`; a space inside a value is written with a backslash before it.
const SEARCH_PATH = /(?:-c\s*|--)search_path=((?:\\.|[^\s\\])*)/g;

function publicFile(url: string): string {
  const folders = url.lastIndexOf("/") + 1;
  const dot = url.lastIndexOf(".");
  return dot > folders ? `${url.slice(0, dot)}.public${url.slice(dot)}` : `${url}.public`;
}

function publicSchema(url: string): string {
  const address = new URL(url);
  const others = (address.searchParams.get("options") ?? "").replaceAll(SEARCH_PATH, "").trim();
  const chosen = `-c search_path=${schemaOf(url)}_public`;
  address.searchParams.set("options", `${others} ${chosen}`.trim());
  return address.href;
}
