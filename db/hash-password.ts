import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from "node:crypto";

/** 32 MiB and about a fifth of a second: the least that OWASP's password storage cheat sheet asks of scrypt. */
const COST = { N: 2 ** 15, r: 8, p: 3 } as const;
const KEY_BYTES = 64;
const FORM = /^scrypt\$(\d+)\$(\d+)\$(\d+)\$([\w-]+)\$([\w-]+)$/;

/** "scrypt$32768$8$3$salt$key", the last two in base64url: the cost is kept, so that it can be raised later. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const key = await derive(password, salt, COST);
  const parts = [COST.N, COST.r, COST.p, salt.toString("base64url"), key.toString("base64url")];
  return `scrypt$${parts.join("$")}`;
}

/** True where it is the password of the hash; false too where that is no hash of ours. */
export async function verifyPassword(given: { hash: string; password: string }): Promise<boolean> {
  const [, N, r, p, salt, key] = FORM.exec(given.hash) ?? [];
  if (!salt || !key) return false;
  const cost = { N: Number(N), r: Number(r), p: Number(p) };
  const expected = Buffer.from(key, "base64url");
  const found = await derive(given.password, Buffer.from(salt, "base64url"), cost);
  return found.length === expected.length && timingSafeEqual(found, expected);
}

/** Equal characters in other encodings are the same password (NIST SP 800-63B, 5.1.1.2). */
function derive(
  password: string,
  salt: Buffer,
  cost: Required<Pick<ScryptOptions, "N" | "r" | "p">>,
) {
  const options = { ...cost, maxmem: 256 * cost.N * cost.r };
  return new Promise<Buffer>((resolve, reject) => {
    scrypt(password.normalize("NFKC"), salt, KEY_BYTES, options, (error, key) =>
      error ? reject(error) : resolve(key),
    );
  });
}
