import { expect, it } from "vitest";
import { hashPassword, verifyPassword } from "./hash-password";

it("a password fits its own hash and no other", async () => {
  const hash = await hashPassword("four unrelated words here");
  expect(hash).toMatch(/^scrypt\$32768\$8\$3\$[\w-]{22}\$[\w-]{86}$/);
  expect(await verifyPassword({ hash, password: "four unrelated words here" })).toBe(true);
  expect(await verifyPassword({ hash, password: "four unrelated words Here" })).toBe(false);
  expect(await hashPassword("four unrelated words here")).not.toBe(hash);
});

it("the same characters are the same password, however they are encoded", async () => {
  const hash = await hashPassword("caf\u00e9 on the corner");
  expect(await verifyPassword({ hash, password: "cafe\u0301 on the corner" })).toBe(true);
});

it("what is no hash of ours fits nothing", async () => {
  for (const hash of ["", "scrypt", "scrypt$1$1$1$$", "$2b$10$abcdefghijklmnopqrstuv"])
    expect(await verifyPassword({ hash, password: "four unrelated words here" })).toBe(false);
});
